"""Case, document and KLE numbers in the forms that Danish case systems print, and their search keys."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sagsgang.danish.municipalities import name_of


@dataclass(frozen=True, slots=True)
class Number:
    """A case or document number: `text` as printed but for line breaks, `key` the same for any writing of it."""

    text: str
    key: str
    form: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class KLE:
    """A KLE number ("85.02.02") and, where given, what the municipality does about it: the facet ("P35")."""

    number: str
    facet: str | None = None

    def __str__(self) -> str:
        return f"{self.number}-{self.facet}" if self.facet else self.number


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of numbering: how it looks, and its key from the parts of a match."""

    name: str
    pattern: str
    key: Callable[[re.Match[str]], str]
    in_text: bool = True


_BREAK = r"\s{0,3}"
_DASH = r"[-–‑]"


def _serial(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _municipal(match: re.Match[str]) -> str:
    return f"{match['code']}-{match['year']}-{_serial(match['serial'])}"


def _subject(match: re.Match[str]) -> str:
    year = f"-{match['year']}" if match["year"] else ""
    return f"{match['kle']}-{match['facet'].lower()}-{_serial(match['serial'])}{year}"


def _edoc(match: re.Match[str]) -> str:
    return f"{match['kle']}-{match['facet'].lower()}-{match['year']}-{_serial(match['serial'])}"


def _year_first(match: re.Match[str]) -> str:
    return f"{match['year']}-{_serial(match['serial'])}"


def _year_last(match: re.Match[str]) -> str:
    return f"{_serial(match['serial'])}-{match['year']}"


def _regional(match: re.Match[str]) -> str:
    return f"{match['org']}-{match['a']}-{match['b']}-{_serial(match['serial'])}-{match['year']}"


def _bare(match: re.Match[str]) -> str:
    return _serial(match["serial"])


_SCHOOL_YEAR = r"(?!(?:19|20)[0-9]{2}(?![0-9]))"
# In order: a longer form before one that could be its beginning.
_FORMS = (
    _Form(
        "municipal",
        rf"(?P<code>[0-9]{{3}}){_DASH}{_BREAK}(?P<year>(?:19|20)[0-9]{{2}}){_DASH}{_BREAK}(?P<serial>[0-9]{{1,8}})",
        _municipal,
    ),
    _Form(
        "subject",
        rf"(?P<kle>[0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{2}}){_DASH}?(?P<facet>[A-ZÆØÅ][0-9]{{2}})"
        rf"{_DASH}{_BREAK}(?P<serial>[0-9]{{1,7}})(?:{_DASH}{_BREAK}(?P<year>[0-9]{{2}}))?",
        _subject,
    ),
    _Form(
        "edoc",
        r"(?P<kle>[0-9]{2}\.[0-9]{2}(?:\.[0-9]{2})?)[- ]?(?P<facet>[A-ZÆØÅ][0-9]{2})"
        rf" ?{_DASH} ?(?P<year>[0-9]{{4}})/(?P<serial>[0-9]{{1,7}})",
        _edoc,
    ),
    _Form(
        "regional",
        rf"(?P<org>[0-9]){_DASH}(?P<a>[0-9]{{2}}){_DASH}(?P<b>[0-9]{{2}}){_DASH}"
        rf"(?P<serial>[0-9]{{1,6}}){_DASH}(?P<year>[0-9]{{2}})",
        _regional,
    ),
    _Form("long year", rf"(?P<year>(?:19|20)[0-9]{{2}})(?:{_DASH}{_BREAK}|/)(?P<serial>[0-9]{{5,8}})", _year_first),
    _Form(
        "short year",
        rf"(?P<year>[0-9]{{2}})(?:/{_SCHOOL_YEAR}|{_DASH}(?=[0-9]{{6}}))(?P<serial>[0-9]{{4,7}})",
        _year_first,
    ),
    _Form("year last", rf"{_SCHOOL_YEAR}(?P<serial>[0-9]{{4,7}})/(?P<year>[0-9]{{2}})", _year_last),
    _Form(
        "long year, short serial",
        r"(?P<year>(?:19|20)[0-9]{2})[-/](?P<serial>[0-9]{1,8})",
        _year_first,
        in_text=False,
    ),
    _Form("short year, short serial", r"(?P<year>[0-9]{2})[-/](?P<serial>[0-9]{1,8})", _year_first, in_text=False),
    _Form("bare", r"(?P<serial>[0-9]{1,10})", _bare, in_text=False),
)
_WHOLE = tuple((form, re.compile(form.pattern)) for form in _FORMS)
_ANY = "|".join(re.sub(r"\?P<[a-z]+>", "", form.pattern) for form in _FORMS if form.in_text)
# The edges keep out the tail and the head of longer numbers, of amounts and of dates.
_INSIDE = re.compile(rf"(?=[0-9])(?<![0-9])(?<![0-9][.,/\-])(?:{_ANY})(?![0-9]|[/\-][0-9])")
# Digits alone are a number only where the text says so: "Sagsnr. 299835".
_LABELLED = re.compile(
    r"(?:[Ss]ags?|[Dd]ok(?:ument)?)\.?(?:[ -]?(?:nr|nummer|id))\.?:? {0,2}"
    r"(?P<serial>[0-9]{4,9})(?![0-9]|[.,/–-] ?[0-9])"
)
_KLE = re.compile(r"([0-9]{2}\.[0-9]{2}(?:\.[0-9]{2})?)(?:[ +-]{0,3}([A-ZÆØÅ][0-9]{2}))?")
_AROUND_SIGNS = re.compile(r"\s*([-–‑/.])\s*")
_OTHER_SIGNS = re.compile(r"[^0-9a-z.]+")
_PADDED = re.compile(r"(?<![0-9a-z])0+(?=[0-9]{3})")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def parse_number(text: str) -> Number | None:
    """The case or document number that `text` is, in whichever form; None when it has none of the forms."""
    bare = _tidy(text)
    for form, pattern in _WHOLE:
        if match := pattern.fullmatch(bare):
            found = form.key(match)
            return Number(bare, found if found.isascii() else found.translate(_LETTERS), form.name, 0, len(text))
    return None


def find_numbers(text: str) -> tuple[Number, ...]:
    """The case and document numbers in running text, in order, also when wrapped over a line."""
    taken: dict[int, Number] = {}
    if "-" in text or "/" in text:
        for match in _INSIDE.finditer(text):
            if number := parse_number(match[0]):
                taken[match.start()] = replace(number, start=match.start(), end=match.end())
    for match in _LABELLED.finditer(text):
        taken.setdefault(match.start("serial"), Number(match["serial"], _bare(match), "bare", *match.span("serial")))
    return tuple(number for _, number in sorted(taken.items()))


def key(number: str) -> str:
    """The search key of a number in any writing: no spaces, no padding, only [0-9a-z.-]; safe in a URL."""
    parsed = parse_number(number)
    if parsed:
        return parsed.key
    plain = _tidy(number).lower().translate(_LETTERS)
    return _PADDED.sub("", _OTHER_SIGNS.sub("-", plain).strip("-."))


def parse_kle(text: str) -> KLE | None:
    """The KLE number that `text` is: "81.00.00", "85.02.02-P35", "85.02.02 P35", "00.30.02G01"."""
    match = _KLE.fullmatch(text.strip(" \t."))
    if match is None or (len(match[1]) == 5 and not match[2]):
        return None
    return KLE(match[1], match[2])


def kle_of(case_number: str) -> KLE | None:
    """The KLE number that a case number begins with ("85.02.02-P35-34-20"), or None."""
    match = _KLE.match(_tidy(case_number))
    return KLE(match[1], match[2]) if match and match[2] else None


def municipality_of(case_number: str) -> str | None:
    """The authority that a case number names by its municipality code ("326-..."), or None."""
    number = parse_number(case_number)
    return name_of(number.key[:3]) if number and number.form == "municipal" else None


def _tidy(text: str) -> str:
    """Without the breaks that a narrow column or a scan leaves around hyphens."""
    parts = text.split(None, 1)
    return _AROUND_SIGNS.sub(r"\1", text.strip()) if len(parts) > 1 else "".join(parts)
