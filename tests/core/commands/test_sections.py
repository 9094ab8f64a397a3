"""Texts are written by one at a time, and no word is lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands import items
from sagsgang.core.models import Item, Section, SectionVersion
from sagsgang.core.states import ItemState
from sagsgang.paper.model import Access, SectionKind
from tests.core.journal import all_facts, deeds, last_facts
from tests.core.world import CANARY, WHY, World, item, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def only(row: Item) -> Section:
    return Section.objects.unguarded(WHY).select_related("item__body").get(item=row)


def texts(section: Section) -> list[str]:
    """What the section said, the oldest first."""
    kept = SectionVersion.objects.unguarded(WHY).filter(section=section).order_by("version")
    return [*kept.values_list("text", flat=True), Section.objects.unguarded(WHY).get(pk=section.pk).text]


def test_every_version_is_kept_with_who_wrote_it_anew() -> None:
    there = world()
    section = only(item(there, there.board))
    before = section.text
    for version, text in enumerate(("Først", "Så")):
        section = items.write_section(there.karen, section, text, version)
    assert texts(section) == [before, "Først", "Så"]
    assert section.version == 2
    assert set(SectionVersion.objects.unguarded(WHY).values_list("by_id", flat=True)) == {there.karen.person}
    assert last_facts("item.write", there.karen) == {"what": "section", "section": section.pk, "version": 2}


def test_the_second_of_two_writers_gets_what_the_first_wrote_and_overwrites_nothing() -> None:
    there = world()
    mine = only(item(there, there.board))
    theirs = Section.objects.unguarded(WHY).get(pk=mine.pk)
    items.write_section(there.karen, mine, f"Min {CANARY}", 0)
    with pytest.raises(items.Conflict) as refused:
        items.write_section(there.karen, theirs, "Din", 0)
    assert refused.value.theirs == f"Min {CANARY}"
    assert isinstance(refused.value, Stale)
    assert CANARY not in str(refused.value)
    assert texts(mine)[-1] == f"Min {CANARY}"
    assert CANARY not in all_facts()


def test_saving_takes_five_queries() -> None:
    there = world()
    section = only(item(there, there.board))
    with CaptureQueriesContext(connection) as asked:
        items.write_section(there.karen, section, "Ny tekst", 0)
    assert len([one for one in asked.captured_queries if "SAVEPOINT" not in one["sql"]]) == 5


def test_the_same_text_sent_again_is_kept_once() -> None:
    there = world()
    section = only(item(there, there.board))
    items.write_section(there.karen, section, "En linje\r\nto", 0)
    again = items.write_section(there.karen, section, "En linje\nto", 0)
    assert (again.version, len(deeds())) == (1, 1)


def test_half_a_sign_is_left_out_and_nothing_else() -> None:
    there = world()
    section = only(item(there, there.board))
    saved = items.write_section(there.karen, section, "En\ud83d svømme\x00hal 🏊\udc00", 0)
    assert saved.text == "En svømmehal 🏊"
    items.set_title(there.karen, saved.item, "Ny\udfff hal", 0)
    assert Item.objects.unguarded(WHY).get(pk=saved.item_id).public_title == "Ny hal"


def test_sending_the_same_text_asks_for_the_right_too() -> None:
    there = world()
    section = only(item(there, there.board))
    for wrong in (there.per, there.bo, there.lis, there.mads, there.ida, there.rut):
        with pytest.raises(NotYours):
            items.write_section(wrong, section, section.text, 0)


def test_nobody_but_the_author_writes_in_a_draft() -> None:
    there = world()
    section = only(item(there, there.board))
    for wrong in (there.per, there.bo, there.lis, there.mads, there.ida, there.rut):
        with pytest.raises(NotYours):
            items.write_section(wrong, section, "x", 0)
    assert deeds() == []


def test_an_old_row_in_the_writers_hand_does_not_hide_that_the_item_was_submitted() -> None:
    there = world()
    section = only(item(there, there.board))
    Item.objects.unguarded(WHY).update(state=ItemState.IN_REVIEW)
    with pytest.raises(NotYours):
        items.write_section(there.karen, section, "x", 0)


def test_a_section_of_ones_own_naming_stands_last_and_is_as_open_as_its_item() -> None:
    there = world()
    made = item(there, there.board, access=Access.CLOSED)
    section = items.add_section(there.karen, made, " Høring\n af ældrerådet ")
    assert (section.heading, section.kind, section.access) == (
        "Høring af ældrerådet",
        SectionKind.OTHER,
        Access.CLOSED,
    )
    assert section.position > 0
    assert last_facts("item.write", there.karen) == {"what": "heading"}


@pytest.mark.parametrize("heading", ["", "  ", "x" * 201])
def test_a_heading_that_is_none_is_refused(heading: str) -> None:
    there = world()
    with pytest.raises(Refused, match="Skriv en overskrift"):
        items.add_section(there.karen, item(there, there.board), heading)


def test_no_finances_is_said_in_one_go() -> None:
    there = world()
    made = item(there, there.board)
    section = items.no_finances(there.karen, made)
    assert (section.kind, section.text) == (SectionKind.FINANCES, "Ingen.")
    assert items.no_finances(there.karen, made).version == section.version


def test_no_finances_overwrites_no_finances_that_were_written() -> None:
    there = world()
    made = item(there, there.board)
    section = items.no_finances(there.karen, made)
    items.write_section(there.karen, section, "2 mio. kr.", section.version)
    with pytest.raises(Refused, match="allerede noget om økonomien"):
        items.no_finances(there.karen, made)


SENT = st.lists(
    st.tuples(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.integers(0, 3)), max_size=8
)


@pytest.mark.slow
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(sent=SENT)
def test_whatever_two_writers_send_nothing_that_was_kept_is_lost(there: World, sent: list[tuple[str, int]]) -> None:
    section = only(item(there, there.board))
    kept = [section.text]
    for text, version in sent:
        try:
            now = items.write_section(there.karen, section, text, version)
        except items.Conflict:
            continue
        if now.text != kept[-1]:
            kept.append(now.text)
    assert texts(section) == kept


@pytest.fixture
def there() -> World:
    """One world for all the examples."""
    return world()
