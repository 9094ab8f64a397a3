"""When the three boards of Solbjerg Kommune meet, 2024 to 2026."""

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from sagsgang.danish.working_days import is_working_day

YEARS = (2024, 2025, 2026)
# The minutes of meetings after this day are not written yet: what is out is the agenda.
TODAY = date(2026, 11, 20)


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

    @property
    def held(self) -> bool:
        """Whether the meeting has taken place."""
        return self.date <= TODAY


def sittings() -> tuple[Sitting, ...]:
    """Every meeting, in the order of time."""
    return tuple(sorted(_all(), key=lambda sitting: sitting.date))


def _all() -> Iterator[Sitting]:
    for board in BOARDS:
        for year in YEARS:
            for month in board.months:
                # The board met in December only in the last year, to see the agenda of a meeting to come.
                if month == 12 and year != YEARS[-1]:
                    continue
                yield Sitting(board, _day(board, year, month))


def _day(board: Board, year: int, month: int) -> date:
    days = [
        day for day in Calendar().itermonthdates(year, month) if day.month == month and day.weekday() == board.weekday
    ]
    day = days[board.week if board.week < 0 else board.week - 1]
    while not is_working_day(day):
        day += timedelta(days=7)
    return day
