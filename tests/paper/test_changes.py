"""What changed between two editions: told item by item, nothing invented, nothing left out."""

from dataclasses import replace

import pytest
from hypothesis import given

from sagsgang.paper.changes import Changes, Fate, Part, changes
from sagsgang.paper.model import Access, Paper
from tests.strategies import papers
from tests.writers.solbjerg import BOILERS, MINUTES

LAST = MINUTES.items[-1]


def told(found: Changes) -> list[tuple[str, Fate]]:
    return [(item.number, item.fate) for item in found.items]


@pytest.mark.slow
@given(papers())
def test_a_paper_has_not_changed_since_itself(paper: Paper) -> None:
    assert changes(paper, paper) == Changes((), ())


@pytest.mark.slow
@given(papers(), papers())
def test_the_later_text_can_be_read_out_of_the_changes(before: Paper, after: Paper) -> None:
    found = changes(before, after)
    for item in found.items:
        for field in item.fields:
            later = "".join(run.text for run in field.runs if run.kind != "out")
            earlier = "".join(run.text for run in field.runs if run.kind != "in")
            assert later != earlier


def test_a_new_word_is_told_as_a_new_word() -> None:
    place = replace(MINUTES, place="Rådhuset, Mødelokale 12")
    (field,) = changes(MINUTES, place).head
    assert field.name == Part.PLACE
    assert [(run.kind, run.text.strip()) for run in field.runs] == [
        ("same", "Rådhuset, Mødelokale"),
        ("out", "2"),
        ("in", "12"),
    ]


def test_an_item_that_moved_is_the_same_item() -> None:
    moved = replace(MINUTES, items=(replace(LAST, number="1"), replace(BOILERS, number="2")))
    found = changes(replace(MINUTES, items=(BOILERS, LAST)), moved)
    assert told(found) == [("1", Fate.CHANGED), ("2", Fate.CHANGED)]
    assert all([field.name for field in item.fields] == [Part.NUMBER] for item in found.items)


def test_items_come_and_go() -> None:
    fewer = replace(MINUTES, items=MINUTES.items[:-1])
    assert told(changes(fewer, MINUTES)) == [(LAST.number, Fate.ADDED)]
    assert told(changes(MINUTES, fewer)) == [(LAST.number, Fate.REMOVED)]


def test_an_item_that_was_closed_since_says_so() -> None:
    closed = replace(BOILERS, access=Access.CLOSED)
    (item,) = changes(replace(MINUTES, items=(BOILERS,)), replace(MINUTES, items=(closed,))).items
    assert [field.name for field in item.fields] == [Part.ACCESS]
