"""Which days a body meets on."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.core.rules.recurrence import LAST, Rule, closed_for, days

TUESDAY = 1


def test_the_second_tuesday_of_each_month() -> None:
    found = days(Rule(weekday=TUESDAY, nth=(2,)), 2027)
    assert [day.date for day in found][:3] == [date(2027, 1, 12), date(2027, 2, 9), date(2027, 3, 9)]
    assert len(found) == 12


def test_months_without_meetings_and_months_with_days_of_their_own() -> None:
    rule = Rule(weekday=TUESDAY, nth=(1,), without=frozenset({7}), in_month={12: (2, LAST)})
    found = [day.date for day in days(rule, 2027)]
    assert date(2027, 7, 6) not in found
    assert found[-2:] == [date(2027, 12, 14), date(2027, 12, 28)]


def test_a_day_on_a_holiday_is_named_and_can_be_moved() -> None:
    easter_monday = date(2027, 3, 29)
    rule = Rule(weekday=0, nth=(LAST,))
    assert {day.date: day.holiday for day in days(rule, 2027)}[easter_monday] == "Anden påskedag"
    moved = Rule(weekday=0, nth=(LAST,), moved={easter_monday: date(2027, 3, 30), date(2027, 1, 25): None})
    found = [day.date for day in days(moved, 2027)]
    assert date(2027, 3, 30) in found
    assert easter_monday not in found
    assert date(2027, 1, 25) not in found


def test_closing_days_have_names_too() -> None:
    assert closed_for(date(2027, 12, 24)) == "Juleaftensdag"
    assert closed_for(date(2027, 3, 9)) == ""


@given(st.integers(0, 6), st.sets(st.sampled_from([1, 2, 3, 4, 5, LAST]), min_size=1), st.integers(1990, 2090))
def test_every_day_is_of_the_weekday_and_the_year_and_stands_once(weekday: int, nth: set[int], year: int) -> None:
    found = [day.date for day in days(Rule(weekday=weekday, nth=tuple(nth)), year)]
    assert {day.weekday() for day in found} == {weekday}
    assert {day.year for day in found} == {year}
    assert found == sorted(set(found))
