"""The last meeting's minutes on the next agenda: put first in one go, and approved in one."""

from datetime import timedelta

import pytest

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import meetings
from sagsgang.core.commands.last_minutes import approve_last, put_first, to_approve
from sagsgang.core.compose import compose
from sagsgang.core.gate import findings
from sagsgang.core.models import Body, Decision, Item, Meeting
from sagsgang.core.standing import standing
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, PaperKind, SectionKind
from tests.core.world import DAY, WHY, World, decision, item, meeting, present, section, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def town() -> World:
    return world()


def _held(town: World, body: Body, state: MeetingState = MeetingState.HELD) -> Meeting:
    """A meeting at which Mads was and something was decided; nobody has approved its minutes."""
    held = meeting(body, state)
    decision(item(town, body, ItemState.DECIDED, on=held, number=1, route=(body,)))
    present(held, town.mads)
    return held


def _next(town: World, body: Body) -> tuple[Meeting, Item]:
    """The next agenda, with another item on it before the approval is put there; it is sent, and the meeting runs."""
    planned = meeting(body, day=DAY + timedelta(days=14))
    item(town, body, ItemState.SCHEDULED, on=planned, title="Ny cykelsti")
    made = put_first(town.lis, planned)
    return planned, made


def _run(planned: Meeting, town: World) -> None:
    Meeting.objects.unguarded(WHY).filter(pk=planned.pk).update(state=MeetingState.RUNNING)
    present(planned, town.mads)


def _again(made: Item) -> Item:
    rows = Item.objects.unguarded(WHY).select_related("body", "case", "meeting__body", "minutes_of__body")
    return rows.get(pk=made.pk)


def test_the_approval_is_the_first_item_and_names_the_meeting(town: World) -> None:
    before = _held(town, town.committee)
    planned, made = _next(town, town.committee)
    meetings.announce(town.lis, planned)
    first, second = compose(planned, PaperKind.AGENDA).items
    assert first.title == "Godkendelse af referat fra mødet den 8. marts 2027"
    assert [point.text for point in first.points] == ["at referatet fra mødet den 8. marts 2027 godkendes."]
    assert second.title == "Ny cykelsti"
    assert _again(made).minutes_of == before


def test_where_new_items_are_closed_its_own_words_are_no_secret_and_what_is_written_there_is(town: World) -> None:
    _held(town, town.board)
    planned, made = _next(town, town.board)
    item(town, town.board, ItemState.SCHEDULED, on=planned, title="Opfølgning fra mødet den 8. marts 2027")
    assert made.access == Access.CLOSED
    assert findings(planned) == ()
    section(made, SectionKind.OTHER, "Der tages forbehold for opfølgning fra mødet den 8. marts 2027.", Access.CLOSED)
    assert {one.code for one in findings(planned)} == {"closed_words"}


def test_minutes_are_put_on_one_agenda_only_until_they_are_taken_off_it(town: World) -> None:
    _held(town, town.committee)
    planned, made = _next(town, town.committee)
    assert to_approve(planned) is None
    with pytest.raises(Refused, match="intet referat"):
        put_first(town.lis, planned)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(state=ItemState.WITHDRAWN)
    assert to_approve(planned) is not None


def test_only_the_last_meeting_of_the_same_body_before_this_one_is_meant(town: World) -> None:
    planned = meeting(town.committee, day=DAY)
    _held(town, town.board)
    meeting(town.committee, MeetingState.HELD, day=DAY + timedelta(days=1))
    meeting(town.committee, MeetingState.CANCELLED, day=DAY - timedelta(days=1))
    assert to_approve(planned) is None
    last = meeting(town.committee, MeetingState.PUBLISHED, day=DAY - timedelta(days=7))
    meeting(town.committee, MeetingState.PUBLISHED, day=DAY - timedelta(days=14))
    assert to_approve(planned) == last


def test_one_click_approves_the_minutes_where_no_law_asks_for_signatures(town: World) -> None:
    before = _held(town, town.board)
    planned, made = _next(town, town.board)
    assert standing(before).approvals_missing == 1
    _run(planned, town)
    assert approve_last(town.lis, _again(made)) is not None
    said = Decision.objects.unguarded(WHY).get(item=made)
    assert (said.text, said.outcome, _again(made).state) == ("Godkendt.", OutcomeKind.APPROVED, ItemState.DECIDED)
    assert _again(made).public_extract.endswith("godkendt.")
    assert Meeting.objects.unguarded(WHY).get(pk=before.pk).state == MeetingState.MINUTED


def test_a_decision_by_hand_lets_the_minutes_be_closed_too_and_a_refusal_does_not(town: World) -> None:
    before = _held(town, town.board)
    _, made = _next(town, town.board)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(state=ItemState.DECIDED)
    said = decision(made)
    for outcome, missing in ((OutcomeKind.REJECTED, 1), (OutcomeKind.APPROVED, 0)):
        Decision.objects.unguarded(WHY).filter(pk=said.pk).update(outcome=outcome)
        assert standing(before).approvals_missing == missing


def test_members_of_a_committee_still_sign_each_for_themselves(town: World) -> None:
    before = _held(town, town.committee)
    planned, made = _next(town, town.committee)
    _run(planned, town)
    assert approve_last(town.lis, _again(made)) is None
    assert _again(made).state == ItemState.DECIDED
    assert standing(before).approvals_missing == 1
    assert Meeting.objects.unguarded(WHY).get(pk=before.pk).state == MeetingState.HELD


def test_what_was_written_is_not_overwritten_by_the_click(town: World) -> None:
    _held(town, town.board)
    planned, made = _next(town, town.board)
    _run(planned, town)
    decision(made, "Referatet rettes.")
    with pytest.raises(Refused, match="en anden beslutning"):
        approve_last(town.lis, _again(made))
    assert Decision.objects.unguarded(WHY).get(item=made).text == "Referatet rettes."


def test_the_years_approvals_share_a_case(town: World) -> None:
    _held(town, town.board)
    planned, made = _next(town, town.board)
    Meeting.objects.unguarded(WHY).filter(pk=planned.pk).update(state=MeetingState.HELD)
    later = put_first(town.lis, meeting(town.board, day=DAY + timedelta(days=28)))
    assert later.case == made.case
    assert later.minutes_of == planned


def test_only_a_secretary_puts_it_on_and_only_while_the_agenda_is_made(town: World) -> None:
    _held(town, town.committee)
    planned = meeting(town.committee, day=DAY + timedelta(days=14))
    with pytest.raises(NotYours):
        put_first(town.mads, planned)
    for state in (MeetingState.ANNOUNCED, MeetingState.RUNNING):
        planned.state = state
        planned.save()
        with pytest.raises(Refused):
            put_first(town.lis, planned)


def test_no_other_item_is_approved_by_the_click(town: World) -> None:
    running = meeting(town.board, MeetingState.RUNNING)
    made = item(town, town.board, ItemState.SCHEDULED, on=running)
    present(running, town.mads)
    with pytest.raises(Refused, match="intet referat"):
        approve_last(town.lis, _again(made))
    assert not Decision.objects.unguarded(WHY).exists()
