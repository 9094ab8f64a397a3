"""Private notes and highlights are read by whoever wrote them, and by nobody else."""

import pytest

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands.notes import highlight, note, take_off
from sagsgang.core.models import Highlight, Item, Journal, Note, Presence, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import CANARY, WHY, World, item, meeting, section, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_nobody_but_the_writer_reads_a_note_and_the_journal_does_not_know_of_it() -> None:
    there = world()
    made = item(there, there.board, ItemState.SCHEDULED, on=meeting(there.board, MeetingState.ANNOUNCED), number=1)
    note(there.mads, made, CANARY)
    note(there.mads, made, f"{CANARY} igen")
    assert Note.objects.visible_to(there.mads).get().text == f"{CANARY} igen"
    for other in (there.lis, there.rut, there.karen, there.bo, there.ida):
        assert not Note.objects.visible_to(other).exists()
    assert not Journal.objects.unguarded(WHY).exists()


def test_an_emptied_note_is_gone() -> None:
    there = world()
    made = item(there, there.board, ItemState.SCHEDULED, on=meeting(there.board, MeetingState.ANNOUNCED), number=1)
    note(there.mads, made, "Spørg om taget")
    note(there.mads, made, "  ")
    assert not Note.objects.unguarded(WHY).exists()


def test_nobody_notes_at_an_item_that_they_may_not_see() -> None:
    there = world()
    made = item(there, there.board, ItemState.SCHEDULED, on=meeting(there.board, MeetingState.ANNOUNCED), number=1)
    with pytest.raises(NotYours):
        note(there.ida, made, "Hm")


def to_read(there: World, *texts: str, access: Access = Access.CLOSED) -> Item:
    """A closed item that Mads has been sent, with these sections."""
    held = meeting(there.board, MeetingState.ANNOUNCED)
    made = item(there, there.board, ItemState.SCHEDULED, on=held, number=1, access=access)
    for kind, text in zip((SectionKind.SUMMARY, SectionKind.PRESENTATION), texts, strict=False):
        section(made, kind, text, access)
    return made


def own(by: Viewer) -> list[tuple[str, int]]:
    """What one has marked."""
    return list(Highlight.objects.visible_to(by).values_list("quote", "place"))


def test_nobody_but_the_reader_knows_of_a_highlight_and_the_journal_does_not(there: World) -> None:
    made = to_read(there, f"Taget er utæt, {CANARY}.")
    highlight(there.mads, made, f"utæt, {CANARY}")
    assert own(there.mads) == [(f"utæt, {CANARY}", 7)]
    for other in (there.lis, there.rut, there.karen, there.bo, there.ida):
        assert own(other) == []
    assert not Journal.objects.unguarded(WHY).exists()


def test_the_words_are_found_as_they_are_read_whatever_the_white_space(there: World) -> None:
    made = to_read(there, "Der er to muligheder:\n\n- at lægge **nyt tag**\n- at vente & se\n\nDet koster.")
    for words in ("to muligheder: at lægge", "nyt tag\n\nat vente & se", "se Det koster."):
        assert highlight(there.mads, made, words).section_id


def test_the_place_tells_which_of_the_same_words_is_meant(there: World) -> None:
    made = to_read(there, "Taget. Væggen. Taget. Døren. Taget.")
    for near, place in ((0, 0), (2, 0), (12, 13), (15, 13), (99, 25)):
        assert highlight(there.mads, made, "Taget.", near=near).place == place


def test_the_section_that_is_named_is_the_one_that_is_marked(there: World) -> None:
    made = to_read(there, "Taget er utæt.", "Taget skiftes.")
    second = made.sections.unguarded(WHY).get(text="Taget skiftes.")
    assert highlight(there.mads, made, "Taget", section=second.pk).section_id == second.pk
    assert highlight(there.mads, made, "Taget").section_id != second.pk


@pytest.mark.parametrize("words", ["", " ", "T", "Taget er tæt", "Taget" * 3000, "hemmelig titel"])
def test_what_does_not_stand_there_is_not_marked(there: World, words: str) -> None:
    made = to_read(there, "Taget er utæt.")
    Section.objects.create(item=made, kind=Section.TITLE, text="hemmelig titel", access=Access.CLOSED, position=9)
    with pytest.raises(Refused):
        highlight(there.mads, made, words)
    assert own(there.mads) == []


def test_the_same_passage_twice_is_marked_once(there: World) -> None:
    made = to_read(there, "Taget er utæt.")
    first = highlight(there.mads, made, "Taget er")
    assert highlight(there.mads, made, "Taget  er ") == first
    assert len(own(there.mads)) == 1


def test_there_is_an_end_to_how_much_one_marks(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sagsgang.core.commands.notes.MOST", 1)
    made = to_read(there, "Taget er utæt.")
    highlight(there.mads, made, "Taget")
    with pytest.raises(Refused):
        highlight(there.mads, made, "utæt")


def test_nobody_marks_what_they_may_not_read(there: World) -> None:
    made = to_read(there, "Taget er utæt.")
    with pytest.raises(NotYours):
        highlight(there.ida, made, "Taget")
    Presence.objects.create(item=made, person_id=there.mads.person, conflict=True)
    with pytest.raises(Refused):
        highlight(there.mads, made, "Taget")


def test_a_mark_is_taken_off_by_its_reader_alone(there: World) -> None:
    mark = highlight(there.mads, to_read(there, "Taget er utæt."), "Taget")
    for other in (there.lis, there.rut):
        with pytest.raises(NotYours):
            take_off(other, mark)
    take_off(there.mads, mark)
    assert own(there.mads) == []


def test_a_mark_outlives_its_section(there: World) -> None:
    made = to_read(there, "Taget er utæt.")
    mark = highlight(there.mads, made, "Taget")
    made.sections.unguarded(WHY).all().delete()
    mark.refresh_from_db()
    assert (mark.section_id, mark.quote) == (None, "Taget")
