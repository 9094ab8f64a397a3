"""Programmes with times, and weekdays with dates: what cannot be at once."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import islice, pairwise

from sagsgang.danish.dates import (
    MONTHS,
    WEEKDAYS,
    FoundDate,
    find_dates,
    full_date,
    long_date,
    make_date,
    weekday_name,
)
from sagsgang.danish.figures import sentence_at
from sagsgang.danish.mismatch import Mismatch

_ENTRY = re.compile(
    r"^[ \t]*(?:[-–·•*][ \t]+)?(?:[Kk]l\.? ?)?([0-2]?[0-9])[.:]([0-5][0-9]) {0,2}(?:-|–|til) {0,2}(?:kl\.? ?)?"
    r"([0-2]?[0-9])[.:]([0-5][0-9])(?![0-9.])[^\n]{0,160}",
    re.MULTILINE,
)
# What an entry holds; most texts are spared the search for entries at the beginning of every line.
_SPAN = re.compile(r"[0-9][.:][0-5][0-9] {0,2}(?:-|–|til)")
_REACH = 4_000
_MOST_WEEKDAYS = 200
_NTH = re.compile(
    rf"\b(?P<nth>første|anden|tredje|fjerde|sidste) (?P<day>{'|'.join(WEEKDAYS)}) i (?P<month>{'|'.join(MONTHS)})\b"
)
_NUMBERS = {"første": 0, "anden": 1, "tredje": 2, "fjerde": 3, "sidste": -1}
_DAG = re.compile(r"dag,?\s{1,3}(?=[dD0-9])")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a programme and where it stands."""

    start: time
    end: time
    line: str
    place: int
    stop: int


def programme_mismatches(text: str) -> Iterator[Mismatch]:
    """Neighbours in a programme that overlap, and the one hole in a programme that has no other."""
    if "\n" not in text or not _SPAN.search(text):
        return
    for entries in _programmes(text):
        neighbours = list(pairwise(entries))
        for one, other in neighbours:
            if one.start < other.start < one.end:
                yield _mismatch("programme_overlaps", one, other)
        gaps = [(one, other) for one, other in neighbours if one.end < other.start]
        if len(gaps) == 1 and sum(one.end == other.start for one, other in neighbours) >= 2:
            yield _mismatch("programme_gap", *gaps[0])


def weekday_mismatches(text: str, said_on: date | None = None, title: str = "") -> Iterator[Mismatch]:
    """A date on another weekday than is said; without a year, in every year that it can mean."""
    for match in islice(_DAG.finditer(text), _MOST_WEEKDAYS) if "dag" in text else ():
        start = max(0, match.start() - 6)
        hit = next(iter(find_dates(text[start : match.end() + 26], said_on.year if said_on else None)), None)
        if (
            hit
            and hit.weekday
            and not hit.weekday_agrees
            and not _fits_another_year(hit, f"{title}\n{text[:_REACH]}")
        ):
            stated = f"{hit.weekday} den {long_date(hit.date)}"
            quote = sentence_at(text, match.start(), start + hit.end)
            yield Mismatch("weekday_differs", stated, full_date(hit.date), (quote,))


def day_of_month_mismatches(text: str, said_on: date | None = None) -> Iterator[Mismatch]:
    """A date in the same sentence as "den sidste fredag i september" that is another day of that month."""
    for match in islice(_NTH.finditer(text), _MOST_WEEKDAYS) if "dag i " in text else ():
        sentence = sentence_at(text, *match.span())
        month = MONTHS.index(match["month"]) + 1
        dates = {
            hit.date for hit in find_dates(sentence, said_on.year if said_on else None) if hit.date.month == month
        }
        if len(dates) == 1:
            day = dates.pop()
            meant = _nth(day.year, month, WEEKDAYS.index(match["day"]), _NUMBERS[match["nth"]])
            if day != meant:
                yield Mismatch("day_of_month_differs", full_date(day), full_date(meant), (sentence,))


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """The first (0), second, or last (-1) such weekday of a month."""
    days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    return [day for day in days if day.weekday() == weekday][number]


def _fits_another_year(hit: FoundDate, around: str) -> bool:
    """Whether a date without a year fits the year before or after, when nothing around says which year is meant."""
    if hit.year_stated:
        return False
    near = [make_date(hit.date.year + offset, hit.date.month, hit.date.day) for offset in (-1, 1)]
    told = {found.date for found in find_dates(around)}
    return hit.date not in told and any(day and weekday_name(day) == hit.weekday for day in near)


def _programmes(text: str) -> Iterator[list[_Entry]]:
    """Runs of lines that begin with a span of time; prose between them, or an earlier hour, begins another one."""
    entries: list[_Entry] = []
    for match in _ENTRY.finditer(text):
        entry = _entry(match)
        if entry is None or (entries and (entry.start <= entries[-1].start or entry.place - entries[-1].stop > 400)):
            yield entries
            entries = []
        if entry:
            entries.append(entry)
    yield entries


def _entry(match: re.Match[str]) -> _Entry | None:
    hours, minutes = (int(match[1]), int(match[3])), (int(match[2]), int(match[4]))
    if max(hours) > 23:
        return None
    start, end = time(hours[0], minutes[0]), time(hours[1], minutes[1])
    return _Entry(start, end, match[0].strip(), match.start(), match.end()) if start < end else None


def _mismatch(code: str, one: _Entry, other: _Entry) -> Mismatch:
    return Mismatch(code, f"{one.end:%H.%M}", f"{other.start:%H.%M}", (one.line, other.line))
