"""Civil registration numbers (CPR) and other identifiers of persons, looked for before anything is published.

The format is the CPR office's: six digits of the birth date, four of serial, the seventh digit giving the century.
Numbers without a valid check digit are issued since 1 October 2007, so that the check digit only ranks a hit.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sagsgang.danish.dates import make_date


class HitKind(StrEnum):
    """What a hit looks like."""

    CPR = "cpr"
    REPLACEMENT = "replacement"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text that looks like a person's identifier. It holds no digit that would give the number away.

    `certainty` runs from 0 to 1; `masked` may stand in a message or a log.
    """

    kind: HitKind
    start: int
    end: int
    certainty: float
    masked: str


_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# Day (61 to 91 in the replacement numbers of local systems), month, year, and four more, apart or not.
_CPR = re.compile(
    r"(?P<day>[0-9](?<![0-9][0-9])(?<![0-9][-–‑./,][0-9])[0-9])(?P<month>0[1-9]|1[0-2])(?P<year>[0-9]{2})"
    r"(?P<between>[ \u00a0]?[-–‑][^\S\n]?\n?|[ \u00a0]?)(?P<serial>[0-9]{4})(?![0-9]|[-–‑./,][0-9])"
)
# "CPR: 01 01 90 - 1234", "15.07.72-4321", every digit apart.
_APART = re.compile(
    r"(?P<day>[0-9](?<![0-9][0-9])(?<![0-9][-–‑./, ][0-9])[ \u00a0]?[0-9])(?P<gap>[ \u00a0./-]{1,2})"
    r"(?P<month>[01][ \u00a0]?[0-9])(?P=gap)(?P<year>[0-9][ \u00a0]?[0-9])"
    r"(?P<between>[ \u00a0]{0,2}[-–‑_]?[ \u00a0]{0,2})"
    r"(?P<serial>[0-9]{2}[ \u00a0]?[0-9]{2}|[0-9](?:[ \u00a0][0-9]){3})"
    r"(?![0-9]|[-–‑./, ][0-9])"
)
_MAY_BE_APART = re.compile(
    rb"0[ \xa0]?0[ \xa0./-]{1,2}0[ \xa0]?0[ \xa0./-]{1,2}0[ \xa0]?0[ \xa0?_-]{0,5}0[ \xa0]?0[ \xa0]?0"
)
_SAYS_NUMBER = re.compile(r"(?:cpr|person-?(?:nr|nummer))[^\n0-9]{0,16}$", re.IGNORECASE)
_LETTERED = re.compile(
    r"(?P<day>[0-9](?<![0-9][0-9])(?<![0-9][-–./,][0-9])[0-9])(?P<month>0[1-9]|1[0-2])(?P<year>[0-9]{2})"
    r"-(?=[0-9]{0,3}[A-Z])(?=[A-Z]{0,3}[0-9])[0-9A-Z]{4}(?![0-9A-Za-z-])"
)
_ACCOUNT = re.compile(
    r"[0-9](?<![0-9][0-9])[0-9]{3}[ -]{1,3}"
    r"(?:[Kk]onto(?:nr|nummer)?\.?:? ?)?[0-9]{6,10}(?![0-9]|[-./,][0-9])"
)
_SAYS_CPR = re.compile(r"(?:cpr|person-?(?:nr|nummer)|født|f\.)[^\n0-9]{0,16}$", re.IGNORECASE)
_SAYS_ACCOUNT = re.compile(r"konto|\breg\b|reg\.", re.IGNORECASE)
# What ten digits in a row are called when they are something else. A CPR number with its hyphen is not let off by it.
_SAYS_OTHER = re.compile(
    r"(?:(?:konto|kto|reg|faktura|ordre|ean|gln|cvr|tlf|telefon|mobil|fax|iban|giro|\+[0-9]{2})[a-zæøå]{0,3}"
    r"[-.:#\s]{0,3}(?:nr|nummer|no)?"
    r"|(?:\bp|produktionsenheds?|sags?|dok|dokument|journal|bestillings?|rekvisitions?|betalings?|kreditor|debitor|kunde"
    r"|aftale|måler|stel|matrikel|bfe|ejendoms?|serie|vare|reference|ref|projekt|bilags?|løbe|udbuds?)"
    r"[-.:#\s]{0,3}(?:nr|nummer|no|id|:|#))[-.:#\s]{0,3}$",
    re.IGNORECASE,
)
_DIGIT_BEFORE = re.compile(r"[0-9]\s$")
_DIGIT_AFTER = re.compile(r"[ \u00a0][0-9]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BANK_PREFIX = re.compile(r"(?<![0-9])[0-9]{4}[ -]{1,3}$")
_DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
# Born on 1 January of these years: the numbers without a valid check digit that the CPR office tells of (2023).
_WITHOUT_CHECK = frozenset(
    {1960, 1962, *range(1964, 1968), 1969, 1970, 1974, 1975, 1978, *range(1980, 1993), 1994, 1995}
)


def may_identify(text: str) -> bool:
    """Whether digits stand as in a form looked for here; ten times faster than the patterns."""
    alike = text.encode("latin-1", "replace").translate(_DIGITS_ALIKE)
    return b"000000" in alike or bool(_MAY_BE_APART.search(alike))


def find_cpr(text: str) -> tuple[Hit, ...]:
    """The CPR numbers in a text, with or without hyphen or blank, surest or not: the check digit rejects none."""
    hits = (_cpr(text, match) for match in _CPR.finditer(text))
    apart = (_cpr_apart(text, match) for match in _APART.finditer(text))
    return tuple(hit for hit in (*hits, *apart) if hit)


def find_personal(text: str) -> tuple[Hit, ...]:
    """CPR numbers, replacement numbers with letters, and bank accounts, in the order of the text."""
    hits = find_cpr(text)
    lesser = [
        Hit(kind, match.start(), match.end(), 0.3, _mask(match[0]))
        for kind, pattern in ((HitKind.REPLACEMENT, _LETTERED), (HitKind.ACCOUNT, _ACCOUNT))
        for match in pattern.finditer(text)
        if _is_lesser(kind, text, match) and all(match.end() <= hit.start or match.start() >= hit.end for hit in hits)
    ]
    return tuple(sorted((*hits, *lesser), key=lambda hit: hit.start))


def birth_date(digits: str) -> date | None:
    """The birth date that ten digits of a CPR number give by the century rule, or None when there is no such day."""
    day = int(digits[:2])
    return make_date(_century(int(digits[6]), int(digits[4:6])), digits[2:4], day - 60 if day > 60 else day)


def has_valid_check(digits: str) -> bool:
    """Whether ten digits pass modulus 11, as every CPR number did until 1 October 2007."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _century(seventh: int, year: int) -> int:
    if seventh < 4:
        return 1900 + year
    if seventh in (4, 9):
        return (2000 if year < 37 else 1900) + year
    return (2000 if year < 58 else 1800) + year


def _cpr(text: str, match: re.Match[str]) -> Hit | None:
    digits = match["day"] + match["month"] + match["year"] + match["serial"]
    born = birth_date(digits)
    if born is None:
        return None
    before = text[max(0, match.start() - 32) : match.start()]
    named, checked = bool(_SAYS_CPR.search(before)), has_valid_check(digits)
    if not named and _is_something_else(text, match, before, checked=checked):
        return None
    return Hit(HitKind.CPR, match.start(), match.end(), _certainty(match, born, named, checked), _mask(match[0]))


def _cpr_apart(text: str, match: re.Match[str]) -> Hit | None:
    """A number written as a date and four digits: its name or its check digit tells it from a date and a year."""
    digits = "".join(filter(str.isdigit, match[0]))
    born = birth_date(digits)
    before = text[max(0, match.start() - 32) : match.start()]
    named, checked = bool(_SAYS_CPR.search(before)), has_valid_check(digits)
    hyphen = bool(match["between"].strip()) and not _YEAR.fullmatch(match["serial"])
    if born is None or not (_SAYS_NUMBER.search(before) or (hyphen and (checked or named))):
        return None
    return Hit(HitKind.CPR, match.start(), match.end(), _certainty(match, born, named, checked), _mask(match[0]))


def _is_something_else(text: str, match: re.Match[str], before: str, *, checked: bool) -> bool:
    """Whether what stands around ten digits says that they are an account, an invoice, a telephone or a date."""
    between = match["between"]
    if not between:
        return before[-1:].isalpha() or bool(_SAYS_OTHER.search(before) or _BANK_PREFIX.search(before))
    if between.isspace():
        # One group among others: telephone numbers, EAN numbers, columns of figures.
        return bool(_DIGIT_BEFORE.search(before) or _DIGIT_AFTER.match(text, match.end()))
    # A short date and a year, "010216-2017", unless the check digit says otherwise.
    return not checked and bool(_YEAR.fullmatch(match["serial"])) and match["day"] < "32"


def _certainty(match: re.Match[str], born: date, named: bool, checked: bool) -> float:
    if named:
        return 1.0
    certainty = 0.5 if match["between"] else 0.3
    if checked:
        certainty += 0.4
    elif born.month == born.day == 1 and born.year in _WITHOUT_CHECK:
        certainty += 0.2
    return round(certainty / 2 if born.year < 1900 else certainty, 2)


def _is_lesser(kind: HitKind, text: str, match: re.Match[str]) -> bool:
    if kind is HitKind.ACCOUNT:
        return bool(_SAYS_ACCOUNT.search(text, max(0, match.start() - 24), match.end()))
    day = int(match["day"])
    return make_date("20" + match["year"], match["month"], day - 60 if day > 60 else day) is not None


def _mask(number: str) -> str:
    """The first two characters, and a dot for each that follows."""
    return number[:2] + "".join("•" if char.isalnum() else char for char in number[2:]).replace("\n", "")
