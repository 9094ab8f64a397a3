"""The geometry of a case's drawn time line: bodies as lanes, treatments as marks, time from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sagsgang.portal.queries.lines import EntryLine

_LANE = 44
_TOP = 40
_LEFT, _RIGHT = 3.0, 97.0
_CLEAR = 0.25


@dataclass(frozen=True, slots=True)
class Mark:
    """A treatment; `x` as per cent of the width ("12.5%"), `y` in pixels."""

    x: str
    y: int
    entry: EntryLine


@dataclass(frozen=True, slots=True)
class Lane:
    """A body's line."""

    body: str
    y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of January of a year; `named` where there is room for its name."""

    year: int
    x: str
    named: bool


@dataclass(frozen=True, slots=True)
class Leg:
    """The way from one treatment to the next."""

    start: Mark
    end: Mark


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the SVG shows; widths in per cent, so that it fits a phone without shrinking its letters."""

    height: int
    first: date
    last: date
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    legs: tuple[Leg, ...]


def draw(entries: Sequence[EntryLine]) -> Drawing | None:
    """The drawing of `entries`, which are in order of time; None for fewer than two."""
    if len(entries) < 2:
        return None
    first, last = entries[0].day, entries[-1].day
    bodies = list(dict.fromkeys(entry.body for entry in entries))
    lanes = tuple(Lane(body, _TOP + _LANE * row) for row, body in enumerate(bodies))
    level = {lane.body: lane.y for lane in lanes}
    marks = tuple(Mark(_x(entry.day, first, last), level[entry.body], entry) for entry in entries)
    legs = tuple(Leg(start, end) for start, end in pairwise(marks))
    years = range(first.year + 1, last.year + 1)
    ticks = tuple(_tick(date(year, 1, 1), first, last) for year in years)
    return Drawing(_TOP + _LANE * len(lanes), first, last, lanes, ticks, marks, legs)


def _tick(new_year: date, first: date, last: date) -> Tick:
    # Near the ends the year's name would stand on that of the first or the last month.
    share = (new_year - first).days / max((last - first).days, 1)
    return Tick(new_year.year, _x(new_year, first, last), named=_CLEAR < share < 1 - _CLEAR)


def _x(day: date, first: date, last: date) -> str:
    span = max((last - first).days, 1)
    return f"{_LEFT + (_RIGHT - _LEFT) * (day - first).days / span:.2f}%"
