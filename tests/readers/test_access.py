"""Only a word says open. Unknown is closed, and closed wins."""

import pytest

from sagsgang.paper.model import Access
from sagsgang.readers.doubts import is_serious
from tests.readers.facts import codes, only, source

SOUND = source("L1")


def test_an_item_that_says_neither_is_closed_with_a_doubt() -> None:
    reading = only(SOUND.replace("Åbent\n\n", "", 1))
    assert reading.paper.items[0].access is Access.CLOSED
    assert all(part.access is Access.CLOSED for part in reading.paper.items[0].sections)
    assert codes(reading) == {("unknown_access", "1")}
    assert not any(is_serious(doubt) for doubt in reading.doubts)


def test_text_under_a_closed_stub_is_read_and_is_a_serious_doubt() -> None:
    text = SOUND.replace("Punkt 4: Valg", "Sagsfremstilling\n\nUdlejeren kræver en højere leje.\n\nPunkt 4: Valg")
    reading = only(text)
    assert reading.paper.items[2].sections[0].text == "Udlejeren kræver en højere leje."
    assert reading.paper.items[2].access is Access.CLOSED
    assert codes(reading) == {("text_after_closed", "3")}
    assert is_serious(reading.doubts[0])


@pytest.mark.parametrize("text", ["Udlejeren kræver en højere leje.", "Udlejeren kræver"])
def test_text_right_under_a_closed_stub_is_no_part_of_its_title(text: str) -> None:
    reading = only(SOUND.replace("lejemål på havnen\n\nPunkt", f"lejemål på havnen\n{text}\n\nPunkt"))
    assert reading.paper.items[2].title == "Forhandling om lejemål på havnen"
    assert codes(reading) == {("text_after_closed", "3")}


def test_closed_in_the_contents_list_is_closed() -> None:
    reading = only(SOUND.replace("\nNy ordning for udlån", "\nLukket: Ny ordning for udlån", 1))
    assert reading.paper.items[0].access is Access.CLOSED
    assert ("access_conflict", "1") in codes(reading)


def test_an_item_that_says_both_is_closed() -> None:
    reading = only(SOUND.replace("Åbent\n\nSagsnr", "Åbent\n\nLukket\n\nSagsnr", 1))
    assert reading.paper.items[0].access is Access.CLOSED


@pytest.mark.parametrize("mark", ["Lukket: ", "LUKKET: ", "Lukket - ", "Lukket sag: ", "(Lukket) ", "Lukkel: "])
def test_a_title_may_say_closed_in_many_ways(mark: str) -> None:
    item = only(SOUND.replace("Lukket: ", mark)).paper.items[2]
    assert (item.title, item.access) == ("Forhandling om lejemål på havnen", Access.CLOSED)
