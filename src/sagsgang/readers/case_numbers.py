"""The lines with an item's numbers: "Sagsnr.: 999-2016-1 J.nr.: 00.01.00 Dokumentnr.: 999-2016-2 Åbent"."""

import re
from dataclasses import dataclass

from sagsgang.danish.numbers import kle_of, parse_kle, parse_number
from sagsgang.danish.spelling import distance_within

# What stands before the numbers; `begins_numbers` and `parse_numbers` go by the names of the groups.
# "Sag 15 udgår." is a sentence: a number behind the bare word has two parts at least.
_PARTS = r":? ?\d{2,4}(?:[-–]\d{4}|/\d{2}|\.\d\d)"
LABELS = (
    rf"(?P<case>(?:Acadre )?[S5]ags?\.? ?(?:nr|nummer|id)\b\.?|Sag(?={_PARTS}))"
    r"|(?P<kle>J[.,]? ?nr\b\.?|Journalnr\b\.?)"
    rf"|(?P<document>Dok(?:ument)?\.? ?(?:nr|nummer)\b\.?|Dok\.?(?={_PARTS}))"
    r"|(?P<author>(?:Sags)?initialer\b|Sagsbehandler\b|Sagsansvarlig(?: enhed)?\b|Udvalg\b)"
)
_LABEL = re.compile(rf"(?:{LABELS})[,;]?\s{{0,3}}[:;]?\s{{0,3}}", re.IGNORECASE)
_MARK = r"(?P<open>Åbent(?: punkt| møde)?|Åben(?: sag)?)|(?P<closed>Lukket(?: punkt| sag| møde)?)"
_LONGEST_MARK = 16
_LONGEST_VALUE = 60
_MARK_FIRST = re.compile(rf"(?:{_MARK})[\s,/]{{1,4}}", re.IGNORECASE)
_MARK_LAST = re.compile(rf"(?:^|[\s,/])(?:{_MARK})\.?$", re.IGNORECASE)
_TIGHT = re.compile(r"(?:-\s{1,3}|(?<=\d)–\s{0,3})(?=\d)")
# "3 drøftes igen.": what follows the number goes on as a sentence.
_SENTENCE = re.compile(r"\d[\d./-]{0,30},? [a-zæøå]{2,}[ ,.]")
_BARE = re.compile(r"[\d./-]+(?:[A-Z]\d\d)?[\d./\t -]*$")
# A number in which a scanner made letters of digits: "999-2O16-l2".
_SCANNED = re.compile(r"[\dOoIl]{1,4}[./-][\dOoIl./ -]{2,20}")
_DIGITS = str.maketrans("OoIl", "0011")
_SLIP = re.compile(r"(?<!\S)(?P<label>[^\W\d_]{1,13}[.,]? ?[^\W\d_]{0,6}[.,]?) ?[:;](?=\s{0,3}\d)")
_SPELLED = (("sagsnr", 2, "Sagsnr."), ("dokumentnr", 3, "Dokumentnr."), ("jnr", 1, "J.nr."))
_NUMBERED = ("case", "kle", "document")
_ONLY_NUMBER = re.compile(r"\d[\dA-Z./-]{3,30}(?: - \d{4}/\d+)?")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a line of numbers says; `is_open` is None when it says neither Åbent nor Lukket."""

    case: str | None = None
    kle: str | None = None
    document: str | None = None
    is_open: bool | None = None


def begins_numbers(text: str) -> bool:
    """Whether `text` is such a line, or the first of several."""
    if len(text) > 200:
        return False
    mark = _MARK_FIRST.match(text)
    begin = mark.end() if mark else 0
    label = _LABEL.match(text, begin)
    if label is None and (slip := _SLIP.match(text, begin)) and _meant(slip):
        return True
    if label is None or (label.lastgroup == "author" and "nitialer" not in label[0]):
        return False
    rest = text[label.end() :]
    if text[-1] == "." and _SENTENCE.match(rest):
        return False
    return (
        not rest
        or rest[0].isdigit()
        or bool(_SCANNED.match(rest))
        or label.lastgroup == "author"
        or bool(_LABEL.match(rest))
    )


def continues_numbers(text: str, before: str = "") -> bool:
    """Whether `text` goes on with the numbers of the line `before`: a number's second half, or the next label."""
    if before.endswith("-"):
        return text[:1].isdigit()
    if len(text) < _LONGEST_VALUE and text[:1].isdigit():
        text = _without_mark(text)[0]
    return bool(_BARE.match(text)) and len(text) < 40


def is_case_number(text: str) -> bool:
    """Whether `text` is a case number and nothing else, with the shape of one that is not just digits."""
    return (
        len(text) < 40
        and text[:1].isdigit()
        and ("-" in text or "/" in text)
        and bool(_ONLY_NUMBER.fullmatch(text))
        and (number := parse_number(text)) is not None
        and number.form not in {"bare", "long year, short serial", "short year, short serial"}
    )


def mark_in(text: str) -> bool | None:
    """Whether such a line says open or closed; None when it says neither."""
    if "b" not in text and "B" not in text and "ukket" not in text and "UKKET" not in text:
        return None
    return _without_mark(text)[1]


def parse_numbers(text: str) -> Numbers:
    """The numbers in `text`, the lines of which stand joined by spaces."""
    text, is_open = _without_mark(_TIGHT.sub("-", text))
    found: dict[str, str] = {}
    text = _SLIP.sub(lambda slip: _meant(slip) or slip[0], text)
    labels = list(_LABEL.finditer(text))
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        value = text[label.end() : following.start() if following else len(text)].strip(" ,;/")
        if value and label.lastgroup:
            found.setdefault(label.lastgroup, value)
    if len(found) == 1 and len(labels) > 1:
        found = _in_columns([label.lastgroup or "" for label in labels], *found.values()) or found
    found |= {name: _without_letters(value) for name, value in found.items() if name in _NUMBERED}
    case = _number(found.get("case") or ("" if labels else text))
    kle = parse_kle(found.get("kle", ""))
    return Numbers(
        case=case,
        kle=(kle.number if kle else found.get("kle")) or _kle_in(case),
        document=_number(found.get("document", "")),
        is_open=is_open,
    )


def _meant(slip: re.Match[str]) -> str | None:
    """The label that a scanner misspelled: "Sagsnr,:", "Dokurnentnr.:"; None where it is another word."""
    letters = "".join(filter(str.isalpha, slip["label"])).casefold()
    for known, slips, spelled in _SPELLED:
        if len(letters) >= len(known) and distance_within(letters, known, slips):
            return f"{spelled}: "
    return None


def _in_columns(names: list[str], values: str) -> dict[str, str]:
    """All labels first and all values after them, as a table's two columns or rows are read; empty when not so."""
    apart = values.split()
    return dict(zip(names, apart, strict=True)) if len(apart) == len(names) and names[-1] != "author" else {}


def _without_letters(value: str) -> str:
    return value.translate(_DIGITS) if _SCANNED.fullmatch(value) else value


def _kle_in(case: str | None) -> str | None:
    kle = kle_of(case) if case else None
    return kle.number if kle else None


def _number(value: str) -> str | None:
    value = value.strip()
    if not value:
        return None
    parsed = parse_number(value)
    if parsed:
        # Its dash stands between blanks, which a wrapped number's does not.
        return parsed.text if parsed.form != "edoc" else value.replace(" -", " - ")
    return value.split()[0].strip(",;")


def _without_mark(text: str) -> tuple[str, bool | None]:
    if mark := _MARK_LAST.search(text, max(0, len(text) - _LONGEST_MARK)):
        return text[: mark.start()], mark["closed"] is None
    if mark := _MARK_FIRST.match(text):
        return text[mark.end() :], mark["closed"] is None
    return text, None
