"""A private note is read by its writer and by nobody else."""

import pytest

from sagsgang.core.act import NotYours
from sagsgang.core.commands.notes import note
from sagsgang.core.models import Journal, Note
from sagsgang.core.states import ItemState, MeetingState
from tests.core.world import CANARY, WHY, item, meeting, world

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
