"""Sizes of files."""

from decimal import Decimal

import pytest

from sagsgang.danish.sizes import in_units


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, ("0", "byte")),
        (999, ("999", "byte")),
        (1_000, ("1", "kB")),
        (999_400, ("999", "kB")),
        (999_600, ("1.0", "MB")),
        (12_340_000, ("12.3", "MB")),
    ],
)
def test_a_size_has_the_unit_in_which_it_is_a_short_number(size: int, said: tuple[str, str]) -> None:
    assert in_units(size) == (Decimal(said[0]), said[1])
