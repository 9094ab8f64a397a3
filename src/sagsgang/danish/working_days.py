"""Danish holidays and working days. The tables are loaded when asked for: they take a fifth of a second and 7 MB."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache
from importlib import import_module

_DAY = timedelta(days=1)


@cache
def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year: store bededag up to and including 2023, when it was abolished."""
    return frozenset(_table(year))


def is_holiday(day: date) -> bool:
    """Whether the day is a public holiday by law; Sundays are not."""
    return day in holidays(day.year)


def holiday_name(day: date) -> str:
    """The Danish name of the public holiday that falls on the day, "" when none does."""
    return str(_table(day.year).get(day, ""))


def easter(year: int) -> date | None:
    """Easter Sunday of a year; None for years that the tables do not know."""
    return next((day for day, name in _table(year).items() if name == "Påskedag"), None)


def _table(year: int) -> Mapping[date, str]:
    names: Mapping[date, str] = import_module("holidays").country_holidays("DK", years=year, language="da")
    return names


def is_working_day(day: date, closing_days: Collection[tuple[int, int]] = ()) -> bool:
    """Whether offices are open: no weekend, no holiday, none of the authority's own closing days.

    `closing_days` are (month, day) pairs that return every year, such as (6, 5), (12, 24) and (12, 31).
    """
    return day.weekday() < 5 and (day.month, day.day) not in closing_days and not is_holiday(day)


def add_working_days(day: date, count: int, closing_days: Collection[tuple[int, int]] = ()) -> date:
    """The working day that lies `count` working days after `day`, or before it when `count` is negative."""
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, closing_days):
            day += step
    return day
