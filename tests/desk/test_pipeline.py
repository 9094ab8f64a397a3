"""The board "Hvor er sagen?": what was put off, sent back or taken off stands there until somebody takes it up."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sagsgang.core.models import Item, Presence, RouteStep, StepState
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.desk.queries.pipeline import Card, pipeline
from sagsgang.paper.model import Access
from tests.core.world import CANARY, WHY, World, decision, item, meeting, world
from tests.desk.meeting_world import browser, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def there() -> World:
    return world()


def put_off(
    there: World, outcome: OutcomeKind, state: MeetingState = MeetingState.MINUTED, access: Access = Access.OPEN
) -> Item:
    """Treated by the committee, which did not finish with it."""
    route = (there.committee, there.council)
    held = meeting(there.committee, state)
    made = item(there, there.committee, ItemState.DECIDED, on=held, number=1, access=access, route=route)
    said = decision(made, f"Udsat, til {CANARY} er hørt.", access)
    said.outcome = outcome
    said.save()
    return made


def waits(viewer: Viewer) -> list[Card]:
    columns = (column for lane in pipeline(viewer, None).lanes for column in lane.columns if not column.state)
    return [card for column in columns for card in column.cards]


@pytest.mark.parametrize("outcome", [OutcomeKind.POSTPONED, OutcomeKind.SENT_BACK, OutcomeKind.WITHDRAWN])
def test_what_a_body_did_not_finish_waits_with_its_date_and_reason(there: World, outcome: OutcomeKind) -> None:
    made = put_off(there, outcome)
    page = text(browser(there.lis), reverse("desk:pipeline"))
    assert "0 sager er undervejs. 1 sag venter på at blive taget op igen." in page
    assert "Venter på at blive taget op igen" in page
    assert "8. marts 2027" in page
    assert f"Udsat, til {CANARY} er hørt." in page
    assert f'href="{reverse("desk:item", args=[made.id])}"' in page
    assert "#vejen" in text(browser(there.lis), reverse("desk:item", args=[made.id]))


def test_an_agenda_that_is_out_is_no_day_that_a_draft_can_reach(there: World) -> None:
    today = timezone.localdate()
    meeting(there.board, MeetingState.ANNOUNCED, today + timedelta(days=4))
    meeting(there.board, MeetingState.PLANNED, today + timedelta(days=25))
    item(there, there.board)
    columns = (column for lane in pipeline(there.karen, None).lanes for column in lane.columns)
    assert [card.forecast for column in columns for card in column.cards] == [today + timedelta(days=25)]


@pytest.mark.parametrize("outcome", [OutcomeKind.APPROVED, OutcomeKind.REJECTED, OutcomeKind.STOPS_HERE])
def test_what_a_body_is_done_with_does_not_wait(there: World, outcome: OutcomeKind) -> None:
    put_off(there, outcome)
    assert not waits(there.lis)


def test_a_case_that_is_taken_up_again_is_under_way_and_waits_no_more(there: World) -> None:
    made = put_off(there, OutcomeKind.POSTPONED)
    lis = browser(there.lis)
    answer = lis.post(
        reverse("desk:live-verb", args=[made.meeting_id, made.id, "resume"]), {"reason": "Høringen er slut."}
    )
    assert answer.status_code == 302
    assert not waits(there.lis)
    assert pipeline(there.lis, None).count == 1
    Item.objects.unguarded(WHY).filter(previous=made).update(state=ItemState.WITHDRAWN)
    assert [card.item for card in waits(there.lis)] == [made.id], "the draft was discarded"


def test_a_new_treatment_in_the_same_body_takes_the_case_up(there: World) -> None:
    made = put_off(there, OutcomeKind.POSTPONED)
    item(there, there.council, of=made.case)
    assert waits(there.lis)
    item(there, there.committee, of=made.case)
    assert not waits(there.lis)


def test_a_case_that_was_stopped_does_not_wait(there: World) -> None:
    stopped = put_off(there, OutcomeKind.POSTPONED)
    RouteStep.objects.filter(item=stopped, body=there.council).update(state=StepState.STOPPED)
    assert not waits(there.lis)


def put_off_on(there: World, day: int) -> Item:
    made = put_off(there, OutcomeKind.POSTPONED)
    assert made.meeting
    made.meeting.date = made.meeting.date.replace(month=day)
    made.meeting.save()
    return made


def test_an_item_that_was_taken_off_waits_with_its_reason_until_it_is_taken_up_or_stopped(there: World) -> None:
    out = meeting(there.committee, MeetingState.ANNOUNCED)
    gone = item(there, there.committee, ItemState.WITHDRAWN, on=out, number=1)
    Item.objects.unguarded(WHY).filter(pk=gone.pk).update(withdrawn_reason="Lejer skal høres.")
    item(there, there.committee, ItemState.WITHDRAWN, title="En kasseret kladde")
    page = text(browser(there.lis), reverse("desk:pipeline"))
    assert [card.item for card in waits(there.lis)] == [gone.id]
    assert "Lejer skal høres." in page
    assert "En kasseret kladde" not in page
    lis, live = browser(there.lis), reverse("desk:live", args=[out.id, gone.id])
    assert f'href="{live}#vejen"' in text(lis, reverse("desk:item", args=[gone.id]))
    page = text(lis, live)
    assert reverse("desk:live-verb", args=[out.id, gone.id, "stop"]) in page
    assert reverse("desk:live-verb", args=[out.id, gone.id, "forward"]) not in page
    lis.post(reverse("desk:live-verb", args=[out.id, gone.id, "resume"]), {"reason": "Lejer er hørt."})
    assert not waits(there.lis)
    again = Item.objects.unguarded(WHY).get(previous=gone)
    assert (again.state, again.body) == (ItemState.DRAFT, there.committee)


def test_a_discarded_draft_leads_nowhere(there: World) -> None:
    made = item(there, there.committee, ItemState.WITHDRAWN, title="En kasseret kladde")
    assert "#vejen" not in text(browser(there.lis), reverse("desk:item", args=[made.id]))


def test_what_the_last_body_put_off_leaves_the_board_when_it_is_stopped(there: World) -> None:
    made = put_off(there, OutcomeKind.POSTPONED)
    RouteStep.objects.filter(item=made, body=there.council).delete()
    assert waits(there.lis)
    stop = reverse("desk:live-verb", args=[made.meeting_id, made.id, "stop"])
    browser(there.lis).post(stop, {"reason": "Ansøgeren har trukket sig."})
    assert not waits(there.lis)


def test_only_who_may_know_the_decision_sees_that_the_case_waits(there: World) -> None:
    made = put_off(there, OutcomeKind.POSTPONED, MeetingState.HELD)
    assert waits(there.lis)
    assert not waits(there.karen), "the minutes are not approved"
    assert not waits(there.per)
    assert made.meeting
    made.meeting.state = MeetingState.MINUTED
    made.meeting.save()
    assert waits(there.karen)
    assert not waits(there.per)
    Presence.objects.create(item=made, person_id=there.lis.person, conflict=True)
    assert not waits(there.lis)


def test_of_a_closed_decision_the_board_has_no_word(there: World) -> None:
    put_off(there, OutcomeKind.POSTPONED, access=Access.CLOSED)
    assert len(waits(there.lis)) == 1
    assert CANARY not in text(browser(there.lis), reverse("desk:pipeline"))


def test_the_oldest_that_wait_take_no_place_from_those_under_way(
    there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sagsgang.desk.queries.pipeline._MOST", 1)
    for day in (1, 2):
        put_off_on(there, day)
    for _ in range(2):
        item(there, there.committee)
    board = pipeline(there.lis, None)
    assert (board.count, board.shown, board.waiting, board.waiting_shown) == (2, 1, 2, 1)
    whole = pipeline(there.lis, there.committee.id)
    assert (whole.count, whole.shown, whole.waiting, whole.waiting_shown) == (2, 2, 2, 2)
