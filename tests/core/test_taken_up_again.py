"""What was taken off an agenda or put off at its last body: taken up again, or let go."""

from datetime import date

import pytest
from django.utils import timezone

from sagsgang.core import files
from sagsgang.core.act import Refused
from sagsgang.core.commands import items, routing, sending
from sagsgang.core.compose import compose
from sagsgang.core.models import Attachment, Item, Meeting, RouteStep, Section, StepState
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, PaperKind, SectionKind
from tests.core.journal import all_facts
from tests.core.world import CANARY, WHY, World, decision, item, meeting, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def there() -> World:
    return world()


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day after the meeting, whenever the tests run."""
    monkeypatch.setattr(timezone, "localdate", lambda: date(2027, 3, 9))


def taken_off(there: World, access: Access = Access.OPEN) -> Item:
    """An item of the committee, on its way to the council, that was taken off an agenda that is out."""
    out = meeting(there.committee, MeetingState.ANNOUNCED, date(2027, 3, 22))
    route = (there.board, there.committee, there.council)
    made = item(there, there.committee, ItemState.SCHEDULED, on=out, number=1, access=access, route=route)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(step=1)
    made.step = 1
    sending.withdraw(there.lis, made, f"{CANARY} er ikke hørt")
    return made


def states(of: Item) -> list[str]:
    return list(RouteStep.objects.filter(item=of).values_list("state", flat=True))


def put_off(there: World) -> Item:
    """Put off by the last body of its way."""
    held = meeting(there.council, MeetingState.HELD)
    made = item(there, there.council, ItemState.DECIDED, on=held, number=1, route=(there.council,))
    said = decision(made, "Udsat.", Access.OPEN)
    said.outcome = OutcomeKind.POSTPONED
    said.save()
    return made


def test_what_was_taken_off_comes_back_to_its_author_under_its_own_title(there: World) -> None:
    gone = taken_off(there)
    back = routing.resume(there.lis, gone, "Lejer er hørt")
    assert (back.body, back.state, back.previous, back.step) == (there.committee, ItemState.DRAFT, gone, 1)
    assert back.public_title == gone.public_title, "it was not treated on that day"
    assert [one.text for one in Section.objects.unguarded(WHY).filter(item=back)] == ["Svømmehallen er 40 år gammel."]
    with pytest.raises(Refused, match="allerede ført videre"):
        routing.resume(there.lis, gone, "En gang til")


def test_what_was_typed_before_it_was_taken_off_is_no_earlier_decision(there: World) -> None:
    gone = taken_off(there)
    decision(gone, "Godkendt.", Access.OPEN)
    back = routing.resume(there.lis, gone, "Lejer er hørt")
    later = meeting(there.committee, MeetingState.ANNOUNCED, date(2027, 4, 5))
    Item.objects.unguarded(WHY).filter(pk=back.pk).update(meeting=later, state=ItemState.SCHEDULED, number=1)
    (printed,) = compose(later, PaperKind.AGENDA).items
    assert not printed.decisions


def test_why_a_closed_item_was_taken_off_does_not_come_along(there: World) -> None:
    gone = taken_off(there, Access.CLOSED)
    back = routing.resume(there.lis, gone, "Igen")
    assert [one.text for one in Section.objects.unguarded(WHY).filter(item=back)] == ["Svømmehallen er 40 år gammel."]
    assert CANARY not in all_facts()


def test_closed_attachments_come_back_with_the_case_to_the_same_body(there: World) -> None:
    gone = taken_off(there)
    checksum = files.put(b"%PDF-1.7")
    for place, access in enumerate((Access.OPEN, Access.CLOSED), 1):
        Attachment.objects.create(
            item=gone,
            title=str(access),
            document_number=f"999-2027-{place}",
            file_name="a.pdf",
            media_type="application/pdf",
            checksum=checksum,
            size=8,
            access=access,
            position=place,
            added_at=timezone.now(),
        )
    back = routing.resume(there.lis, gone, "Igen")
    copied = Attachment.objects.unguarded(WHY).filter(item=back).order_by("position")
    assert list(copied.values_list("access", flat=True)) == [Access.OPEN, Access.CLOSED]


def test_what_was_taken_off_is_let_go_once(there: World) -> None:
    gone = taken_off(there)
    with pytest.raises(Refused, match="grund"):
        routing.stop(there.lis, gone, " ")
    routing.stop(there.lis, gone, "Ansøgeren har trukket sig")
    assert states(gone)[1:] == [StepState.STOPPED, StepState.STOPPED]
    with pytest.raises(Refused, match="er stoppet"):
        routing.stop(there.lis, gone, "Igen")
    back = routing.resume(there.lis, gone, "Ansøgeren vil alligevel")
    assert states(back)[1:] == [StepState.PLANNED, StepState.PLANNED], "its way is a plan again"


def test_a_discarded_draft_is_neither_taken_up_nor_stopped(there: World) -> None:
    draft = item(there, there.committee)
    items.discard(there.karen, draft)
    for deed in (routing.resume, routing.stop):
        with pytest.raises(Refused, match="Kladden er kasseret"):
            deed(there.lis, draft, "Igen")


def test_what_the_last_body_put_off_can_be_let_go(there: World) -> None:
    made = put_off(there)
    routing.stop(there.lis, made, "Ansøgeren har trukket sig")
    assert states(made) == [StepState.STOPPED]
    with pytest.raises(Refused, match="vej slutter"):
        routing.stop(there.lis, made, "Igen")


def test_what_the_last_body_is_done_with_has_nothing_to_stop(there: World) -> None:
    made = put_off(there)
    made.decision.outcome = OutcomeKind.APPROVED
    made.decision.save()
    with pytest.raises(Refused, match="vej slutter"):
        routing.stop(there.lis, made, "Hvorfor ikke")


def test_a_case_goes_on_from_the_treatment_that_was_taken_off_and_not_from_the_one_before(there: World) -> None:
    made = put_off(there)
    again = routing.resume(there.lis, made, "Til næste møde")
    out = meeting(there.council, MeetingState.ANNOUNCED, date(2027, 3, 29))
    Item.objects.unguarded(WHY).filter(pk=again.pk).update(meeting=out, state=ItemState.WITHDRAWN, number=1)
    with pytest.raises(Refused, match="seneste behandling"):
        routing.resume(there.lis, made, "Igen")
    routing.remark(there.lis, made, "Tallene er opdateret.")
    assert not Section.objects.unguarded(WHY).filter(unsent=True).exists()
    third = routing.resume(there.lis, Item.objects.unguarded(WHY).get(pk=again.pk), "Igen")
    remarks = Section.objects.unguarded(WHY).filter(item=third, kind=SectionKind.REMARK)
    assert [one.text for one in remarks] == ["Tallene er opdateret."]
    assert Meeting.objects.unguarded(WHY).get(pk=out.pk).state == MeetingState.ANNOUNCED
