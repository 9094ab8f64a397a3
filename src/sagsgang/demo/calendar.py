"""When the three boards of Solbjerg Kommune meet: this year and the two before it, or three early in the year."""

import re
from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from sagsgang.danish.working_days import is_working_day

# When the cases were written. On another day they are told as if it were their year, so that the demo is never old.
WRITTEN = date(2026, 11, 20)
_AGENDA_OUT = timedelta(days=28)
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class Board:
    """A board and its rhythm: the `week`th `weekday` (Monday 0) of `months`; week -1 is the last."""

    name: str
    months: tuple[int, ...]
    weekday: int
    week: int
    start: time
    place: str
    members: tuple[str, ...]


BOARDS = (
    Board(
        "Direktionen",
        (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12),
        0,
        2,
        time(12, 30),
        "Rådhuset, mødelokale 3",
        (
            "Kommunaldirektøren (formand)",
            "Direktøren for Børn og Unge",
            "Direktøren for Sundhed og Ældre",
            "Direktøren for Teknik og Miljø",
            "Direktøren for Kultur og Fritid",
        ),
    ),
    Board("Økonomiudvalget", (1, 2, 3, 5, 6, 8, 10, 11), 2, 3, time(15, 0), "Rådhuset, udvalgsværelset", ()),
    Board("Kommunalbestyrelsen", (2, 3, 5, 6, 9, 11), 2, -1, time(17, 0), "Byrådssalen", ()),
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting in the calendar."""

    board: Board
    date: date
    held: bool


def sittings(today: date = WRITTEN) -> tuple[Sitting, ...]:
    """Every meeting that was held by `today`, and those whose agenda is out, in the order of time."""
    days = ((board, day) for board in BOARDS for day in _days(board, today) if day <= today + _AGENDA_OUT)
    return tuple(sorted((Sitting(board, day, day <= today) for board, day in days), key=lambda one: one.date))


def _days(board: Board, today: date) -> Iterator[date]:
    first = today.year - (2 if today.month > 6 else 3)
    for year in range(first, today.year + 2):
        for month in board.months:
            # The board met in December only lately, to see the agenda of a meeting to come.
            if month < 12 or year >= today.year:
                yield day_of(board, year, month)


def moved(text: str, today: date) -> str:
    """A text of the cases, with every year in it as far before or after `today` as it was when it was written."""
    years = today.year - WRITTEN.year
    return _YEAR.sub(lambda year: str(int(year[0]) + years), text)


def day_of(board: Board, year: int, month: int) -> date:
    """The day on which the board meets in a month, a week later when that is a holiday."""
    days = [
        day for day in Calendar().itermonthdates(year, month) if day.month == month and day.weekday() == board.weekday
    ]
    day = days[board.week if board.week < 0 else board.week - 1]
    while not is_working_day(day):
        day += timedelta(days=7)
    return day
