"""How numbers are written and classified."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.core.rules import kle, numbering, wording


def test_numbers_follow_the_pattern_in_force_on_the_day() -> None:
    patterns = [(date(2027, 1, 1), "{year}/{n}"), (date(2020, 1, 1), "{code}-{yy}-{n:04}")]
    found = [numbering.pattern_on(day, patterns) for day in (date(2019, 5, 1), date(2026, 12, 31), date(2027, 1, 1))]
    assert [numbering.written(one, "999", 2027, 14) for one in found] == ["999-2027-14", "999-27-0014", "2027/14"]


@given(
    st.sampled_from(["{code}-{year}-{n}", "{n:05}-{yy}", "S{year}.{n}"]), st.integers(1, 99999), st.integers(1, 99999)
)
def test_two_numbers_of_a_year_are_never_written_alike(pattern: str, one: int, other: int) -> None:
    assert numbering.fault(pattern) == ""
    same = numbering.written(pattern, "999", 2027, one) == numbering.written(pattern, "999", 2027, other)
    assert same == (one == other)


@given(st.text(max_size=60))
def test_no_pattern_makes_the_rule_fall(pattern: str) -> None:
    if not numbering.fault(pattern):
        assert "7" in numbering.written(pattern, "999", 2026, 7)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("85.02.02", "85.02.02"), (" 85.02.02 P35 ", "85.02.02-P35"), ("00.30.02G01", "00.30.02-G01"), ("85.02", None)],
)
def test_a_subject_is_tidied(typed: str, number: str | None) -> None:
    assert kle.tidy(typed) == number


def test_what_is_typed_is_kept_but_for_what_cannot_be() -> None:
    assert wording.text("En\r\nto\rtre\x00") == "En\nto\ntre"
    assert wording.line("  Ny\n svømme\x00hal ") == "Ny svømmehal"
