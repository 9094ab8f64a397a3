"""Two secretaries at the same item in the same moment: one decides, the other is told."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from sagsgang.core.act import Refused, Stale
from sagsgang.core.commands import decisions
from sagsgang.core.models import Decision, Item, Journal, Meeting
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import OutcomeKind
from tests.core.world import WHY, item, meeting, present, world

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.database,
    pytest.mark.postgresql,
    pytest.mark.slow,
]


def test_one_of_two_secretaries_decides_and_the_other_is_stale() -> None:
    there = world()
    running = meeting(there.board, MeetingState.RUNNING)
    present(running, there.mads)
    made = item(there, there.board, ItemState.SCHEDULED, on=running, number=1)
    decisions.write_decision(there.lis, made, "Godkendt.", 0)

    def press(outcome: str) -> str:
        try:
            decisions.decide(there.lis, _read(made), outcome)
        except Stale:
            return "stale"
        finally:
            connection.close()
        return outcome

    with ThreadPoolExecutor(2) as secretaries:
        said = list(secretaries.map(press, (OutcomeKind.APPROVED, OutcomeKind.REJECTED)))
    assert said.count("stale") == 1
    assert Decision.objects.unguarded(WHY).get().outcome in said
    assert Journal.objects.unguarded(WHY).filter(kind="item.decide").count() == 1


def test_minutes_that_are_closed_in_the_same_moment_are_not_changed_after() -> None:
    there = world()
    running = meeting(there.board, MeetingState.RUNNING)
    made = item(there, there.board, ItemState.SCHEDULED, on=running, number=1)
    present(running, there.mads)
    decisions.write_decision(there.lis, made, "Godkendt.", 0)
    decisions.decide(there.lis, made, OutcomeKind.APPROVED)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.HELD)
    opened = [_read(made) for _ in range(4)]
    with ThreadPoolExecutor(5) as people:
        writing = [people.submit(_write, there.lis, one, version + 1) for version, one in enumerate(opened)]
        people.submit(_approve, running).result()
        told = [one.result() for one in writing]
    kept = Decision.objects.unguarded(WHY).get()
    assert kept.version == 1 + told.count("kept")


def _read(made: Item) -> Item:
    return Item.objects.unguarded(WHY).select_related("meeting", "body", "case").get(pk=made.pk)


def _write(lis: Viewer, made: Item, version: int) -> str:
    try:
        decisions.write_decision(lis, made, f"Godkendt {version}.", version)
    except Refused:
        return "refused"
    finally:
        connection.close()
    return "kept"


def _approve(held: Meeting) -> None:
    try:
        Meeting.objects.unguarded(WHY).filter(pk=held.pk).update(state=MeetingState.MINUTED)
    finally:
        connection.close()
