"""The calendar of meetings: the nth weekday of each month, with exceptions; days that fall on holidays are named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sagsgang.core.rules.deadlines import CLOSING_DAYS
from sagsgang.danish.working_days import holiday_name

LAST = -1
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """On which days a body meets. `weekday` runs from 0 (Monday); `nth` counts from 1, LAST is the month's last.

    `without`: months without a meeting. `in_month`: the `nth` of single months. `moved`: a day that the rule gives,
    and the day that is taken instead of it (None: no meeting).
    """

    weekday: int
    nth: tuple[int, ...]
    without: frozenset[int] = frozenset()
    in_month: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    moved: Mapping[date, date | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; `holiday` names what falls on it, "" for a day on which one can meet."""

    date: date
    holiday: str = ""


def days(rule: Rule, year: int) -> tuple[Day, ...]:
    """The days of the year by the rule, in order; a fifth Tuesday that a month has not is left out."""
    found = {day for month in range(1, 13) for day in _of_month(rule, year, month)}
    return tuple(Day(day, closed_for(day)) for day in sorted(found))


def closed_for(day: date) -> str:
    """The holiday or closing day that falls on the day, "" when offices are open; weekends are not asked about."""
    return holiday_name(day) or CLOSING_DAYS.get((day.month, day.day), "")


def _of_month(rule: Rule, year: int, month: int) -> Iterator[date]:
    if month in rule.without:
        return
    weekdays = _weekdays(rule.weekday, year, month)
    for nth in rule.in_month.get(month, rule.nth):
        place = nth if nth < 0 else nth - 1
        if not -len(weekdays) <= place < len(weekdays):
            continue
        if day := rule.moved.get(weekdays[place], weekdays[place]):
            yield day


def _weekdays(weekday: int, year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    return [found for found in (day + _WEEK * week for week in range(5)) if found.month == month]
