"""Where the meeting was held, also where the line was too short for it."""

import pytest

from tests.readers.facts import facts, only, source

SOUND = source("L1")
PLACE = "Rådhuset, Mødelokale 3, 1. sal"


def test_a_place_and_a_list_of_people_may_be_longer_than_a_heading() -> None:
    place = "Materielgården, Industrivej 40 (besigtigelse klokken halv et ved punkt 2)"
    people = "Ida Holm (formand), Per Lund, Anne Alm, Bo Berg, Carl Dam-Nielsen"
    paper = only(SOUND.replace(f"Mødested {PLACE}", f"Mødested {place}\n\nDeltagere {people}")).paper
    assert paper.place == place
    assert len(paper.members) == 5


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
