"""Dates and times as Danish administration writes them: read, found in running text, and written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
# Some web systems print the month, and now and then the day, in English under Danish headings.
ENGLISH_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
ENGLISH_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH_NUMBERS = {
    short: number
    for names in (MONTHS, ENGLISH_MONTHS)
    for number, name in enumerate(names, 1)
    for short in (name, name[:3], name[:4])
} | {"febr": 2}
_WEEKDAY_NUMBERS = {
    short: number
    for names in (WEEKDAYS, ENGLISH_WEEKDAYS)
    for number, name in enumerate(names)
    for short in (name, name[:3])
} | {"tirs": 1, "tors": 3}


def _any_case(words: Iterable[str]) -> str:
    """The words in lower case, with a capital, and all in capitals (headings): faster than ignoring case."""
    names = sorted(set(words), key=len, reverse=True)
    return "|".join(f"(?:[{name[0]}{name[0].upper()}]{name[1:]}|{name.upper()})" for name in names)


_MONTH = f"(?:{_any_case(_MONTH_NUMBERS)})"
_WEEKDAY = f"(?:{_any_case(_WEEKDAY_NUMBERS)})"
_DAY = "([0-9](?<![0-9][0-9])[0-9]?)"
_GAP = r"\s{0,3}"
# "8. maj 2017", "8 september, 2021", "30. aug 2022"; the year may lack.
_WORDED = re.compile(rf"{_DAY}\.?{_GAP}({_MONTH})(?![a-zæøåA-ZÆØÅ])\.?(?:,?{_GAP}([0-9]{{4}})(?![0-9]))?")
# The commonest form as a whole text, which needs no search.
_PLAIN = re.compile(rf"([0-9]{{1,2}})\. ({'|'.join(MONTHS)}) ([0-9]{{4}})")
# "28-11-2016", "14.12.17", "2.-10.-2017", "28/11 2016". Not the tail of a longer number, nor the head of one.
_NUMERIC = re.compile(
    r"([0-9](?<![0-9][0-9])(?<![0-9][.\-/][0-9])[0-9]?)(?:\.-| ?/ ?|\. ?|-)([0-9]{1,2})(?:\.-|[-/ ]|\. ?)"
    r"([0-9]{4}|[0-9]{2})(?![0-9]|[.\-/][0-9]|[ -]?[A-ZÆØÅ][0-9]{2})"
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9]|-[0-9])")
_ENGLISH_MONTH = "|".join(f"{name.title()}|{name[:3].title()}" for name in ENGLISH_MONTHS)
_ENGLISH = re.compile(rf"({_ENGLISH_MONTH})\.? {{1,2}}([0-9]{{1,2}}),? {{1,2}}([0-9]{{4}})(?![0-9])")
_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_YEARLESS = re.compile(r"([0-9]{1,2})(?:/|\.-?)([0-9]{1,2})\.?")
_DEN = re.compile(r"(?:(?:[Dd]en|DEN|[Dd]\.?)\s+)?")
_SHORT_YEAR = re.compile(rf"([0-9]{{1,2}})\.?{_GAP}({_MONTH})\.?,?{_GAP}'?([0-9]{{2}})")
# In full only: "man", "søn" and "tor" are words and names of their own.
_WEEKDAY_BEFORE = re.compile(
    rf"\b({_any_case(WEEKDAYS + ENGLISH_WEEKDAYS)}),?\s{{0,3}}(?:[Dd]en|DEN|[Dd]\.?)?\s{{0,3}}$"
)
_SUBJECT_NUMBER_BEFORE = re.compile(r"(?:[Nn]r\.?|KLE|[Ss]ag)[ :-]{0,3}$")

_HOUR = r"([0-9]{1,2})(?:(?: ?[:.;] ?|,|(?<=[0-9]{2}))([0-9]{2}))?(?::[0-9]{2})?(?![0-9])"
_CLOCK = re.compile(
    rf"[\s,;–-]{{0,6}}(?:(?:[Kk]l|KL|[Kk]lokken)\.?:?\s{{0,3}})?{_HOUR}"
    rf"(?:\s{{0,2}}(?:-|–|til)\s{{0,2}}(?:[Kk]l\.?\s{{0,2}})?{_HOUR})?"
)
_SPLIT_CLOCK = re.compile(r"[0-9] ?[:.;] ?[0-9]")
_LEAD = re.compile(
    rf"\s*(?:[a-zæøåA-ZÆØÅ]{{2,24}}:?\s{{1,3}}|:\s{{0,3}})?(?:(?P<weekday>{_WEEKDAY})\.?,?\s{{0,3}})?"
    r"(?:(?:[Dd]en|DEN|[DdAa]\.?)(?![a-zæøå]):?)?\s{0,3}(?:(?P<first>[0-9]{1,2})\.?(?:[-–]|\sog\s))?$"
)
_TAIL = re.compile(r"[\s.,;:)]*(?:timer)?")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text at `start` to `end`; `weekday` is the Danish day name written before it, if one is."""

    date: date
    start: int
    end: int
    weekday: str | None = None
    year_stated: bool = True

    @property
    def weekday_agrees(self) -> bool | None:
        """Whether the weekday written fits the date; None when none is written."""
        return None if self.weekday is None else self.weekday == weekday_name(self.date)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps with a time, as a heading states it. A weekday that does not fit is a doubt, not an error."""

    date: date
    start: time | None = None
    end: time | None = None
    weekday_agrees: bool | None = None


def parse_date(text: str, year: int | None = None) -> date | None:
    """The date that `text` is, with or without weekday and time; None when it is none. `year` serves "8. maj"."""
    if plain := _PLAIN.fullmatch(text):
        return make_date(plain[3], _MONTH_NUMBERS[plain[2]], plain[1])
    moment = parse_moment(text, year)
    return moment.date if moment else None


def parse_moment(text: str, year: int | None = None) -> Moment | None:
    """The day and time that `text` is ("Mandag d. 08. maj 2017 kl. 12:30"); None when it says no valid date."""
    found = _whole(text, year)
    if found is None:
        return None
    start, end, after = _times_at(text, found.end)
    if not _TAIL.fullmatch(text, after):
        return None
    return Moment(found.date, start, end, found.weekday_agrees)


def parse_time(text: str) -> time | None:
    """The time of day that `text` is: "kl. 12:30", "Kl. 16.30", "16:45:00", "kl. 9"; of a span, its start."""
    return parse_times(text)[0]


def parse_times(text: str) -> tuple[time | None, time | None]:
    """Start and end of a time or a span of time: "kl. 8-11", "14.00 - 16.00"; (None, None) when it is neither."""
    match = _CLOCK.match(text)
    if not match or not _TAIL.fullmatch(text, match.end()):
        return None, None
    return _time(match[1], match[2]), _time(match[3], match[4])


def find_dates(text: str, year: int | None = None) -> tuple[FoundDate, ...]:
    """The dates written in running text, in order. Dates without a year count when `year` is given.

    Six digits in a row ("020616") are a date only where a whole text is one: see `parse_date`.
    """
    hits = [*_worded(text, year), *_numeric(text)]
    if ", 2" in text or ", 1" in text:
        hits += (_hit(text, m, m[3], _MONTH_NUMBERS[m[1].lower()], m[2]) for m in _ENGLISH.finditer(text))
    return tuple(sorted((hit for hit in hits if hit), key=lambda hit: hit.start))


def make_date(year: str | int, month: str | int, day: str | int) -> date | None:
    """The date, or None when there is no such day. Two-digit years below 70 are of this century."""
    number = int(year)
    if number < 100:
        number += 2000 if number < 70 else 1900
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


def long_date(day: date) -> str:
    """The date in running text: "8. maj 2017"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """The date in a heading or a table: "08-05-2017"."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def full_date(day: date) -> str:
    """The date with its weekday: "mandag den 8. maj 2017"."""
    return f"{weekday_name(day)} den {long_date(day)}"


def weekday_name(day: date) -> str:
    """The Danish name of the weekday, in lower case as Danish writes it."""
    return WEEKDAYS[day.weekday()]


def _whole(text: str, year: int | None) -> FoundDate | None:
    """The date that begins `text`, but for a label, a weekday and the word "den"."""
    found = next(iter(find_dates(text, year)), None) or _only_whole(text.strip(" \t.:"), text, year)
    if found is None:
        return None
    lead = _LEAD.match(text[: found.start])
    if lead is None:
        return None
    word = lead["weekday"]
    return FoundDate(
        _first_day(found, lead["first"]), found.start, found.end, _weekday(word) if word else found.weekday
    )


def _first_day(found: FoundDate, first: str | None) -> date:
    """The day on which "1.-2. marts 2018" begins."""
    if first is None or not 0 < int(first) < found.date.day:
        return found.date
    return found.date.replace(day=int(first))


def _only_whole(bare: str, text: str, year: int | None) -> FoundDate | None:
    """Forms too short to be trusted inside a sentence: "020616", "8/5", "14. december 17"."""
    body = _DEN.sub("", bare, count=1)
    if match := _COMPACT.fullmatch(body):
        day = make_date(match[3], match[2], match[1])
    elif match := _SHORT_YEAR.fullmatch(body):
        day = make_date(match[3], _MONTH_NUMBERS[match[2].lower()], match[1])
    elif year and (match := _YEARLESS.fullmatch(body)):
        day = make_date(year, match[2], match[1])
    else:
        return None
    at = text.find(body)
    return FoundDate(day, at, at + len(body)) if day else None


def _worded(text: str, year: int | None) -> list[FoundDate | None]:
    return [
        _hit(text, match, match[3] or year or "", _MONTH_NUMBERS[match[2].lower()], match[1], stated=bool(match[3]))
        for match in _WORDED.finditer(text)
        if match[3] or year
    ]


def _numeric(text: str) -> list[FoundDate | None]:
    hits = [
        _hit(text, match, match[3], match[2], match[1])
        for match in _NUMERIC.finditer(text)
        if not _is_subject_number(text, match)
    ]
    if "-" in text:
        hits += (_hit(text, m, m[1], m[2], m[3]) for m in _ISO.finditer(text) if not _digit_before(text, m.start()))
    return hits


def _is_subject_number(text: str, match: re.Match[str]) -> bool:
    """Whether "01.02.05" stands as a KLE number, which has the shape of a short date."""
    return len(match[3]) == 2 and bool(_SUBJECT_NUMBER_BEFORE.search(text, max(0, match.start() - 8), match.start()))


def _digit_before(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at].isdigit() or (
        text[max(0, at - 1) : at] in "-." and text[max(0, at - 2) : at - 1].isdigit()
    )


def _hit(
    text: str, match: re.Match[str], year: str | int, month: str | int, day: str, *, stated: bool = True
) -> FoundDate | None:
    when = make_date(year, month, day)
    if when is None:
        return None
    before = _WEEKDAY_BEFORE.search(text, max(0, match.start() - 18), match.start())
    return FoundDate(when, match.start(), match.end(), _weekday(before[1]) if before else None, stated)


def _weekday(word: str) -> str:
    return WEEKDAYS[_WEEKDAY_NUMBERS[word.lower()]]


def _times_at(text: str, at: int) -> tuple[time | None, time | None, int]:
    """Start, end and where they stop, of a time that follows a date; a bare number is a time only after "kl"."""
    match = _CLOCK.match(text, at)
    if match is None or not ("k" in match[0].lower() or _SPLIT_CLOCK.search(match[0])):
        return None, None, at
    return _time(match[1], match[2]), _time(match[3], match[4]), match.end()


def _time(hour: str | None, minute: str | None) -> time | None:
    if hour is None or int(hour) > 23 or int(minute or 0) > 59:
        return None
    return time(int(hour), int(minute or 0))
