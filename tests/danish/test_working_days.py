"""Holidays against the church year's table, and counting in working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.working_days import (
    add_working_days,
    holidays,
    is_holiday,
    is_working_day,
)

CLOSED = ((6, 5), (12, 24), (12, 31))
# Skærtorsdag, langfredag, påskedag, 2. påskedag, store bededag, Kristi himmelfart, pinsedag, 2. pinsedag.
MOVABLE = """
2016 24-03 25-03 27-03 28-03 22-04 05-05 15-05 16-05
2017 13-04 14-04 16-04 17-04 12-05 25-05 04-06 05-06
2018 29-03 30-03 01-04 02-04 27-04 10-05 20-05 21-05
2019 18-04 19-04 21-04 22-04 17-05 30-05 09-06 10-06
2020 09-04 10-04 12-04 13-04 08-05 21-05 31-05 01-06
2021 01-04 02-04 04-04 05-04 30-04 13-05 23-05 24-05
2022 14-04 15-04 17-04 18-04 13-05 26-05 05-06 06-06
2023 06-04 07-04 09-04 10-04 05-05 18-05 28-05 29-05
2024 28-03 29-03 31-03 01-04 - 09-05 19-05 20-05
2025 17-04 18-04 20-04 21-04 - 29-05 08-06 09-06
2026 02-04 03-04 05-04 06-04 - 14-05 24-05 25-05
2027 25-03 26-03 28-03 29-03 - 06-05 16-05 17-05
2028 13-04 14-04 16-04 17-04 - 25-05 04-06 05-06
2029 29-03 30-03 01-04 02-04 - 10-05 20-05 21-05
2030 18-04 19-04 21-04 22-04 - 30-05 09-06 10-06
"""
FIXED = ((1, 1), (12, 25), (12, 26))


def table() -> list[tuple[int, set[date]]]:
    rows = [line.split() for line in MOVABLE.strip().splitlines()]
    return [
        (
            int(year),
            {date(int(year), int(cell[3:]), int(cell[:2])) for cell in cells if cell != "-"}
            | {date(int(year), month, day) for month, day in FIXED},
        )
        for year, *cells in rows
    ]


@pytest.mark.parametrize(("year", "expected"), table())
def test_the_holidays_of_a_year_are_those_of_the_table(year: int, expected: set[date]) -> None:
    assert holidays(year) == expected


def test_store_bededag_ended_after_2023() -> None:
    assert is_holiday(date(2023, 5, 5))
    assert not is_holiday(date(2024, 4, 26))


def test_an_authority_decides_its_own_closing_days() -> None:
    assert is_working_day(date(2019, 6, 5))
    assert not is_working_day(date(2019, 6, 5), CLOSED)
    assert is_working_day(date(2019, 12, 24))
    assert not is_working_day(date(2019, 12, 24), CLOSED)


def test_the_day_before_easter_follows_the_day_after() -> None:
    assert add_working_days(date(2016, 3, 23), 1) == date(2016, 3, 29)
    assert add_working_days(date(2016, 3, 29), -1) == date(2016, 3, 23)


def test_four_clear_working_days_before_a_meeting() -> None:
    assert add_working_days(date(2016, 11, 30), -5, CLOSED) == date(2016, 11, 23)
    assert add_working_days(date(2016, 3, 30), -5, CLOSED) == date(2016, 3, 18)


def test_no_days_added_is_the_same_day() -> None:
    assert add_working_days(date(2016, 11, 27), 0) == date(2016, 11, 27)


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(1, 15))
def test_adding_working_days_and_taking_them_away_ends_where_it_began(day: date, count: int) -> None:
    start = add_working_days(day, 1, CLOSED)
    later = add_working_days(start, count, CLOSED)
    assert is_working_day(later, CLOSED)
    assert add_working_days(later, -count, CLOSED) == start
    span = ((start + timedelta(days=offset + 1)) for offset in range((later - start).days))
    assert sum(is_working_day(one, CLOSED) for one in span) == count
