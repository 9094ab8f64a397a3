"""An item whose heading was lost: recovered, closed, and nothing of it published under its neighbour."""

import re

import pytest

from sagsgang.paper.model import Access, Paper
from sagsgang.paper.redact import redact
from tests.readers.damage import without_contents
from tests.readers.facts import codes, only, source

SOUND = source("L1")


def without(text: str, begin: str, end: str) -> str:
    head, _, tail = text.partition(begin)
    return head + tail[tail.index(end) :]


def street(paper: Paper) -> str:
    return repr(redact(paper))


# All of item 2's top is gone; its earlier decision, attachments and decision slid under item 1.
LOST_TOP = without(SOUND, "Punkt 2: ", "Direktionens møde den 2. september 2019:")


def test_a_lost_item_is_known_from_the_contents_list_and_closed() -> None:
    reading = only(LOST_TOP)
    lost = reading.paper.items[1]
    assert (lost.number, lost.access, lost.toc_page) == ("2", Access.CLOSED, 5)
    assert lost.title.startswith("Status på varmebesparelser")
    assert ("lost_heading", "2") in codes(reading)


def test_what_follows_the_neighbours_decision_goes_to_the_lost_item() -> None:
    first, lost, *_ = only(LOST_TOP).paper.items
    assert [decision.text[:9] for decision in first.decisions] == ["Godkendt."]
    assert [part.title for part in first.attachments] == [
        "Bilag 1 - Fordeling af cykler mellem husene",
        "Bilag 2 Erfaringer fra nabokommunen",
    ]
    assert [part.document_number for part in lost.attachments] == ["999-2019-87755"]
    assert [decision.date.day for decision in lost.decisions] == [2, 16]


def test_no_word_of_the_lost_item_reaches_the_street() -> None:
    open_edition = street(only(LOST_TOP).paper)
    assert "forbruget.Skoler" not in open_edition
    assert "vinteren" not in open_edition
    assert "elcykler" in open_edition


def test_attachments_that_slid_into_a_neighbours_list_are_the_lost_items() -> None:
    text = without(SOUND, "Punkt 2: ", "Samlet oversigt over\nforbruget")
    first, lost, *_ = only(text).paper.items
    assert len(first.attachments) == 2
    assert [part.title for part in lost.attachments] == ["Samlet oversigt over forbruget.Skoler.og.haller"]


def test_a_neighbour_whose_own_decision_is_gone_is_closed_wholly() -> None:
    text = without(SOUND, "Økonomiske konsekvenser\n\nUdgifterne", "Økonomiske konsekvenser\n\nIngen.")
    reading = only(text)
    assert [item.access for item in reading.paper.items[:2]] == [Access.CLOSED, Access.CLOSED]
    assert ("lost_neighbour", "1") in codes(reading)
    assert "elcykler til møder" not in street(reading.paper)


def test_a_lost_stub_of_a_closed_item_costs_its_neighbour_nothing() -> None:
    text = re.sub(r"Punkt 3: Lukket: .*\n\n", "", SOUND)
    reading = only(text)
    assert [item.access for item in reading.paper.items] == [item.access for item in only(SOUND).paper.items]
    assert codes(reading) == {("lost_heading", "3")}


def test_the_title_on_the_items_page_is_heading_enough() -> None:
    text = re.sub(r"(?m)^Punkt 2: .*\n\n", "", SOUND)
    assert codes(only(text)) == set()
    assert only(text).paper.items[1].access is Access.OPEN


@pytest.mark.parametrize("number", ["1", "5"])
def test_the_first_and_the_last_item_can_be_lost_too(number: str) -> None:
    begin = f"Punkt {number}: "
    text = without(SOUND, begin, "Punkt 2: ") if number == "1" else SOUND[: SOUND.index(begin)]
    reading = only(text)
    assert [item.number for item in reading.paper.items] == ["1", "2", "3", "4", "5"]
    assert ("lost_heading", number) in codes(reading)


def test_without_a_contents_list_a_number_passed_over_tells_of_the_loss() -> None:
    reading = only(without_contents(LOST_TOP))
    assert [item.number for item in reading.paper.items] == ["1", "2", "3", "4", "5"]
    assert reading.paper.items[1].access is Access.CLOSED
    assert ("lost_heading", "2") in codes(reading)
    assert "forbruget.Skoler" not in street(reading.paper)


def test_a_second_decision_of_the_same_meeting_closes_what_follows_the_first() -> None:
    text = without(SOUND, "Punkt 4: ", "Direktionens møde den 16. september 2019:\n\nDrøftet")
    text = without_contents(without(text, "Punkt 3: ", "Direktionens møde den 16. september 2019:\n\nDrøftet"))
    text = text.replace("Punkt 5: ", "Punkt 3: ").replace("\n5. ", "\n3. ")
    reading = only(text)
    assert ("second_decision", "2") in codes(reading)
    assert "Drøftet" in repr(reading.paper.items[1])
    assert "Drøftet" not in street(reading.paper)


def test_a_number_passed_over_without_a_trace_is_no_loss() -> None:
    text = without_contents(without(SOUND, "Punkt 3: ", "Punkt 4: "))
    reading = only(text)
    assert [item.number for item in reading.paper.items] == ["1", "2", "4", "5"]
    assert codes(reading) == set()
