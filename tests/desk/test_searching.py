"""Search in the desk: everybody finds what they may read, wherever it stands, and nothing else."""

import pytest

from sagsgang.core.commands.notes import note
from sagsgang.core.models import Item, Journal, Presence
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.excerpts import excerpt, words
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import CANARY, WHY, World, decision, item, meeting, section
from tests.desk.logged_in import browser

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def search(who: Viewer, asked: str) -> str:
    return (
        browser(who).get("/arbejde/soeg/", {"q": asked}).content.decode().replace("<mark>", "").replace("</mark>", "")
    )


def sent(there: World, *, access: Access = Access.CLOSED) -> Item:
    """An item of the board, its agenda sent, with a secret in the text."""
    held = meeting(there.board, MeetingState.ANNOUNCED)
    made = item(there, there.board, ItemState.SCHEDULED, on=held, number=1, access=access, title="Et lejemål")
    section(made, SectionKind.SUMMARY, f"Østerfløjen {CANARY} skal lejes ud.", Access.CLOSED)
    return made


def test_an_author_finds_a_word_in_a_draft_and_a_colleague_does_not(there: World) -> None:
    section(item(there, there.board, title="Ny bro"), SectionKind.SUMMARY, f"Broen {CANARY} er af træ.")
    assert f"Broen {CANARY} er af træ" in search(there.karen, "broen")
    assert CANARY not in search(there.per, "broen træ")


@pytest.mark.parametrize("asked", ["østerfløjen", "ØSTERFLØJEN", "lejes ud", "fløj"])
def test_a_member_finds_a_closed_text_however_written_and_is_led_to_the_papers(there: World, asked: str) -> None:
    made = sent(there)
    page = search(there.mads, asked)
    assert CANARY in page
    assert f"/arbejde/mine-moeder/{made.meeting_id}/#punkt-{made.id}" in page


@pytest.mark.parametrize("name", ["ida", "per"])
def test_who_may_not_read_finds_nothing(there: World, name: str) -> None:
    sent(there)
    page = search(getattr(there, name), "østerfløjen")
    assert CANARY not in page
    assert "Intet fundet" in page


def test_a_conflict_of_interest_keeps_the_text_from_the_search(there: World) -> None:
    Presence.objects.create(item=sent(there), person_id=there.mads.person, away=True, conflict=True)
    assert CANARY not in search(there.mads, "østerfløjen")


def test_a_passage_of_a_closed_item_is_a_reading_that_the_journal_keeps(there: World) -> None:
    made = sent(there)
    search(there.mads, "noget helt andet")
    assert not Journal.objects.unguarded(WHY).filter(kind="item.open_closed").exists()
    search(there.mads, "østerfløjen")
    assert Journal.objects.unguarded(WHY).get(kind="item.open_closed").item_id == made.id


def test_a_note_is_found_by_whose_it_is_alone(there: World) -> None:
    made = sent(there)
    note(there.mads, made, "Spørg om varmeregningen")
    assert "Spørg om varmeregningen" in search(there.mads, "varmeregningen")
    assert "Spørg" not in search(there.lis, "varmeregningen")


def test_a_decision_is_found_before_it_is_published(there: World) -> None:
    held = meeting(there.committee, MeetingState.HELD)
    made = item(there, there.committee, ItemState.DECIDED, on=held, number=1)
    decision(made, "Udvalget vælger den grønne model.")
    assert "den grønne model" in search(there.mads, "grønne model")
    assert "den grønne model" not in search(there.karen, "grønne model")


def test_what_everybody_may_read_is_left_to_the_archive(there: World) -> None:
    held = meeting(there.committee, MeetingState.ANNOUNCED)
    item(there, there.committee, ItemState.SCHEDULED, on=held, number=1, title="En åben sag")
    assert "En åben sag" not in search(there.lis, "svømmehallen")


def test_administrators_have_nothing_to_search(there: World) -> None:
    assert browser(there.rut).get("/arbejde/soeg/?q=a").status_code == 404


def test_nothing_asked_is_no_search(there: World) -> None:
    assert "Intet fundet" not in search(there.lis, "")
    assert "Intet fundet" in search(there.lis, "? %_")


def test_an_excerpt_shows_the_words_and_escapes_the_rest() -> None:
    text = "Først " + "ord " * 100 + "<b>Fund</b> og mere " + "ord " * 100
    shown = excerpt(text, words("fund"))
    assert "&lt;b&gt;<mark>Fund</mark>&lt;/b&gt;" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 400
