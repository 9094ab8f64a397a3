"""Names of boards and committees: told from other words, and brought to their definite form."""

import re
from functools import lru_cache

from sagsgang.danish.spelling import distance_within

ABBREVIATIONS = {
    "ØU": "Økonomiudvalget",
    "ØK": "Økonomiudvalget",
    "KB": "Kommunalbestyrelsen",
    "BY": "Byrådet",
    "DIR": "Direktionen",
    "HU": "Hovedudvalget",
    "TMU": "Teknik- og Miljøudvalget",
    "SSU": "Social- og Sundhedsudvalget",
    "KFU": "Kultur- og Fritidsudvalget",
    "BUU": "Børne- og Ungdomsudvalget",
    "PMT": "Plan-, Miljø- og Teknikudvalget",
}

# The last word's ending in the indefinite form, and what makes it definite.
_ENDINGS = {
    "direktion": "en",
    "udvalg": "et",
    "bestyrelse": "n",
    "råd": "et",
    "nævn": "et",
    "magistrat": "en",
    "ledelse": "n",
    "chefgruppe": "n",
    "styregruppe": "n",
    "kommission": "en",
    "forsamling": "en",
    "forum": "met",
    "repræsentantskab": "et",
    "ledergruppe": "n",
    "komite": "en",
    "komité": "en",
}
_INDEFINITE = re.compile(rf"(?:{'|'.join(_ENDINGS)})$", re.IGNORECASE)
_DEFINITE = re.compile(rf"(?:{'|'.join(word + end for word, end in _ENDINGS.items())})$", re.IGNORECASE)
# "Udvalget for Børn og Unge": the word for a body stands first.
_NAMED_FOR = re.compile(r"(?:Udvalg|Råd|Nævn|Kommission)(?:et|en)? (?:for|om|vedrørende) \S")
_BARE_NAMED_FOR = re.compile(r"(Udvalg|Råd|Nævn|Kommission)(?= (?:for|om|vedrørende) )")
_PERIOD = re.compile(r"[ ,]{1,3}(?:20\d\d ?[-–/] ?20\d\d|\(20\d\d ?[-–/] ?20\d\d\))$")
_OF_A_PLACE = re.compile(
    r"^[A-ZÆØÅ]\w+ (?P<board>(?:Byråd|Kommunalbestyrelse|Magistrat|Menighedsråd|Skolebestyrelse)(?:et|en|n)?)$"
)
_ROLE = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_PARTS = re.compile(r"\s*(?:-{1,2}>|=>|[;/→>\n]|(?<!-),| - | – )\s*")
_ABBREVIATION = re.compile(r"[A-ZÆØÅ]{2,5}$")
_AND = re.compile(r"\s+og\s+(?=[A-ZÆØÅ])")
# No board is called by a name with one of these: it is a sentence that ends in a board's name.
_SAID = re.compile(
    r" (?:skal|er|bliver|har|kan|vil|blev|at|der|som|efter|inden|når|ved|til|med|fra|på|ikke"
    r"|\w{3,}(?:les|tes|des|nes|ges)) ",
    re.IGNORECASE,
)
_LONGEST = 90
_AROUND = re.compile(
    r"^[-·•*] +|^\d{1,2}[.)] +|^(?:sagen )?behandles (?:i|af) "
    r"| til (?:orientering|beslutning|drøftelse|efterretning|godkendelse)$"
    r"| (?:den|d\.) \d.*$",
    re.IGNORECASE,
)
# Scanned names are known by these.
_COMMON = (
    "Direktionen",
    "Direktion",
    "Økonomiudvalget",
    "Økonomiudvalg",
    "Kommunalbestyrelsen",
    "Kommunalbestyrelse",
)


@lru_cache(maxsize=4096)
def definite(name: str) -> str:
    """The body's name in its definite form: "Direktion", "direktionen" and "DIR" are "Direktionen".

    "Teknisk Udvalg" is its own definite form; "Solbjerg Byråd" is "Byrådet".
    """
    name = _PERIOD.sub("", _ROLE.sub("", " ".join(name.split()))).strip(" .,:;")
    if name in ABBREVIATIONS:
        return ABBREVIATIONS[name]
    if name.isupper() and len(name) > 5:
        name = name.capitalize() if " " not in name else name.title().replace(" Og ", " og ")
    if bare := _BARE_NAMED_FOR.match(name):
        return bare[1] + _ENDINGS[bare[1].lower()] + name[bare.end() :]
    name = _OF_A_PLACE.sub(r"\g<board>", name)
    found = _INDEFINITE.search(name)
    if found and (found.start() == 0 or name[found.start() - 1] != " "):
        name += _ENDINGS[found[0].lower()]
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=4096)
def is_body(name: str) -> bool:
    """Whether `name` is called as a body is: it ends in a word for one, or is a known abbreviation."""
    name = _PERIOD.sub("", _ROLE.sub("", name)).strip(" .,:;")
    if name in ABBREVIATIONS:
        return True
    if not name or len(name) > _LONGEST or not name[0].isupper():
        return False
    if not (_INDEFINITE.search(name) or _DEFINITE.search(name) or _NAMED_FOR.match(name)):
        return False
    return _SAID.search(name) is None


def is_named_for(name: str) -> bool:
    """Whether the body is called by its field: "Udvalget for Børn og Unge"."""
    return bool(_NAMED_FOR.match(name))


def nominative(name: str) -> str:
    """The definite name behind a possessive: "Direktionens" is "Direktionen", "Kommunalbestyrelsens" likewise."""
    name = name.strip()
    if name.endswith(("'", "'s", "’s")):
        return definite(name.rpartition("'" if "'" in name else "’")[0])
    return definite(name[:-1] if name.endswith(("s", "S")) and len(name) > 3 else name)


def route(text: str) -> tuple[str, ...] | None:
    """The bodies that a route names, in order and definite; None when `text` is no route."""
    names: list[str] = []
    for part in map(_named, _joined(_PARTS.split(text.strip(" .\n")))):
        names.extend(_apart(_AND.split(part)))
    if not names or not all(is_body(name) or _ABBREVIATION.match(name) for name in names):
        return None
    return tuple(dict.fromkeys(map(definite, names)))


def spelled(names: tuple[str, ...], body: str | None) -> tuple[str, ...]:
    """A route with the meeting's own `body` by its name where its initials stand: "FK", "FKU"."""
    words = re.sub(r"\b(?:og|for|om|i)\b|udvalget$", " ", body or "").replace("-", " ").split()
    initials = "".join(word[0] for word in words).upper()
    own = {initials, f"{initials}U"} if len(initials) > 1 else set()
    return tuple(body if body and name in own else name for name in names)


def _named(part: str) -> str:
    """The body that a step of a route names, without what it shall do and when: "Direktionen til orientering"."""
    name = _AROUND.sub("", part).strip(" .")
    if name.upper() in ABBREVIATIONS:
        return name.upper()
    name = name[:1].upper() + name[1:]
    slips = () if is_body(name) else _COMMON
    return next((known for known in slips if distance_within(name.casefold(), known.casefold(), 1)), name)


def _apart(pieces: list[str]) -> list[str]:
    """What "og" joins: two bodies, or the two halves of one's name ("Teknik- og Miljøudvalget")."""
    names = pieces[:1]
    for piece in pieces[1:]:
        if is_body(names[-1]) and is_body(piece):
            names.append(piece)
        else:
            names[-1] = f"{names[-1]} og {piece}"
    return names


def _joined(parts: list[str]) -> list[str]:
    """Parts of one name that its own commas parted ("Plan-, Miljø- og Teknikudvalget") are one again."""
    whole: list[str] = []
    for part in filter(None, parts):
        if whole and not is_body(whole[-1]) and whole[-1].endswith("-"):
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole
