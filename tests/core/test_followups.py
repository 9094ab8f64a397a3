"""Promises: found, confirmed with an owner and a deadline, done, dropped, and carried with the case."""

from datetime import date

import pytest

from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands import decisions, followups
from sagsgang.core.models import Followup, Item, Journal, Person
from sagsgang.core.states import FollowupState, ItemState, MeetingState
from sagsgang.danish.deadlines import Due, DueKind
from tests.core.world import CANARY, DAY, WHY, World, item, meeting, present

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NEXT = Due(DueKind.NEXT_MEETING, phrase="næste møde")
TEXT = "Godkendt. Administrationen udarbejder en revideret plan til næste møde."


@pytest.fixture
def made(there: World) -> Item:
    running = meeting(there.board, MeetingState.RUNNING)
    present(running, there.mads)
    found = item(there, there.board, ItemState.SCHEDULED, on=running, number=1)
    decisions.write_decision(there.lis, found, TEXT, 0)
    return found


@pytest.fixture
def karen(there: World) -> Person:
    return Person.objects.get(pk=there.karen.person)


def test_a_promise_in_the_decision_is_proposed_with_the_day_of_the_next_planned_meeting(
    there: World, made: Item
) -> None:
    meeting(there.board, MeetingState.CANCELLED, date(2027, 3, 15))
    meeting(there.committee, MeetingState.PLANNED, date(2027, 3, 16))
    meeting(there.board, MeetingState.PLANNED, date(2027, 3, 22))
    (found,) = followups.proposals(made)
    assert found.text == "Administrationen udarbejder en revideret plan til næste møde."
    assert (found.due.kind, found.due.start) == (DueKind.NEXT_MEETING, date(2027, 3, 22))


def test_a_confirmed_promise_is_proposed_no_more(there: World, made: Item, karen: Person) -> None:
    (found,) = followups.proposals(made)
    followups.promise(there.lis, made, found.text, karen, due=found.due)
    assert followups.proposals(made) == ()


def test_a_promise_has_an_owner_and_a_day(there: World, made: Item, karen: Person) -> None:
    meeting(there.board, MeetingState.PLANNED, date(2027, 3, 22))
    followups.promise(there.lis, made, "Planen revideres", karen, due=NEXT)
    kept = Followup.objects.visible_to(there.karen).get()
    assert (kept.owner, kept.due_kind, kept.due_to) == (karen, DueKind.NEXT_MEETING, date(2027, 3, 22))
    row = Journal.objects.unguarded(WHY).get(kind="followup.promise")
    assert (row.item, row.case, row.subject) == (made, made.case, kept.id)


def test_a_promise_without_a_deadline_is_chosen_on_purpose(there: World, made: Item, karen: Person) -> None:
    for due in (None, Due(DueKind.NONE)):
        with pytest.raises(Refused, match="uden frist"):
            followups.promise(there.lis, made, "Planen revideres", karen, due=due)
    assert followups.promise(there.lis, made, "Planen revideres", karen, undated=True).undated


def test_nothing_is_promised_without_words_without_a_decision_or_by_others(
    there: World, made: Item, karen: Person
) -> None:
    with pytest.raises(Refused, match="Skriv"):
        followups.promise(there.lis, made, " ", karen, undated=True)
    with pytest.raises(Refused, match="ingen beslutning"):
        followups.promise(there.lis, item(there, there.board), "Planen", karen, undated=True)
    with pytest.raises(NotYours):
        followups.promise(there.mads, made, "Planen", karen, undated=True)


def test_the_owner_reports_it_done_and_the_secretary_opens_it_again(there: World, made: Item, karen: Person) -> None:
    kept = followups.promise(there.lis, made, "Planen revideres", karen, undated=True)
    with pytest.raises(NotYours):
        followups.complete(there.per, kept, "nej")
    followups.complete(there.karen, kept, "Sendt ud")
    assert (kept.state, kept.closed_note) == (FollowupState.DONE, "Sendt ud")
    with pytest.raises(Stale):
        followups.complete(there.karen, kept)
    followups.reopen(there.lis, kept)
    assert (kept.state, kept.closed_note) == (FollowupState.OPEN, "")


def test_a_promise_is_dropped_with_a_reason_and_adjusted_by_the_secretary(
    there: World, made: Item, karen: Person
) -> None:
    kept = followups.promise(there.lis, made, "Planen revideres", karen, undated=True)
    per = Person.objects.get(pk=there.per.person)
    followups.adjust(there.lis, kept, owner=per, due=Due(DueKind.INTERVAL, DAY, date(2027, 4, 1)))
    again = Followup.objects.unguarded(WHY).get()
    assert (again.owner, again.due_to, again.undated) == (per, date(2027, 4, 1), False)
    with pytest.raises(Refused, match="hvorfor"):
        followups.drop(there.lis, kept, "")
    followups.drop(there.lis, kept, "Overhalet")
    assert kept.state == FollowupState.DROPPED


def test_a_deadline_that_ends_before_it_begins_is_refused(there: World, made: Item, karen: Person) -> None:
    with pytest.raises(Refused, match="før den begynder"):
        followups.promise(
            there.lis, made, "Planen", karen, due=Due(DueKind.INTERVAL, date(2027, 4, 1), date(2027, 3, 1))
        )


def test_the_journal_tells_of_a_promise_without_its_words(there: World, made: Item, karen: Person) -> None:
    kept = followups.promise(there.lis, made, CANARY, karen, undated=True)
    followups.complete(there.karen, kept, CANARY)
    assert CANARY not in str(list(Journal.objects.unguarded(WHY).values()))
