"""Numbers that come from outside: digits alone, and not more of them than can be meant."""

import pytest

from sagsgang.danish.digits import whole_number


@pytest.mark.parametrize(("text", "most", "number"), [("0", 9, 0), ("007", 3, 7), ("99999", 5, 99_999)])
def test_digits_alone_are_a_number(text: str, most: int, number: int) -> None:
    assert whole_number(text, most) == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "1_0", "²", "٣", "1.0", "x", "1" * 10, "9" * 5000])
def test_anything_else_and_what_is_too_long_is_none(text: str) -> None:
    assert whole_number(text) is None
