"""Where the meeting was held, also where the line was too short for it."""

import pytest

from tests.readers.facts import facts, only, source

SOUND = source("L1")
PLACE = "Rådhuset, Mødelokale 3, 1. sal"


@pytest.mark.parametrize(
    "lines",
    [
        "Mødested Rådhuset,\nMødelokale 3, 1. sal",
        "Mødested Rådhuset, Mødelokale 3,\n1. sal",
        "Mødested: Rådhuset,\n\nMødelokale 3, 1. sal",
        "Mødested\n\nRådhuset,\nMødelokale 3, 1. sal",
        "Mødested\tRådhuset,\nMødelokale 3,\n1. sal",
    ],
)
def test_a_place_wrapped_after_a_comma_is_whole(lines: str) -> None:
    assert f"Mødested {PLACE}" in SOUND
    assert facts(only(SOUND.replace(f"Mødested {PLACE}", lines)).paper) == facts(only(SOUND).paper)
