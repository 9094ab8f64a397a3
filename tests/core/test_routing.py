"""The way on: to the next body, past it, no further, and back to the table."""

from datetime import date

import pytest
from django.utils import timezone

from sagsgang.core import files
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import decisions, items, routing, sending
from sagsgang.core.compose import compose
from sagsgang.core.models import Attachment, Item, Meeting, Point, Reason, RouteStep, Section, StepState
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, PaperKind, SectionKind
from tests.core.journal import all_facts
from tests.core.world import CANARY, DAY, WHY, World, item, meeting, present, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day after the meeting, whenever the tests run."""
    monkeypatch.setattr(timezone, "localdate", lambda: date(2027, 3, 9))


def treated(there: World, text: str = "Anbefales.", outcome: str = OutcomeKind.RECOMMENDED) -> Item:
    """An item that Direktionen has decided, on its way to the committee and the council."""
    running = meeting(there.board, MeetingState.RUNNING)
    present(running, there.mads)
    route = (there.board, there.committee, there.council)
    made = item(there, there.board, ItemState.SCHEDULED, on=running, number=1, route=route)
    decisions.write_decision(there.lis, made, text, 0)
    decisions.decide(there.lis, made, outcome)
    Meeting.objects.unguarded(WHY).filter(pk=running.pk).update(state=MeetingState.HELD)
    return made


def attach(to: Item, title: str, access: Access) -> Attachment:
    return Attachment.objects.create(
        item=to,
        title=title,
        document_number="999-2027-77",
        file_name="a.pdf",
        media_type="application/pdf",
        checksum=files.put(b"%PDF-1.7"),
        size=len(b"%PDF-1.7"),
        access=access,
        position=1,
        added_at=timezone.now(),
    )


def states(of: Item) -> list[str]:
    return list(RouteStep.objects.filter(item=of).values_list("state", flat=True))


def test_a_recommended_case_stands_on_the_next_bodys_list(there: World) -> None:
    made = treated(there)
    attach(made, "Plan", Access.OPEN)
    attach(made, CANARY, Access.CLOSED)
    following = routing.forward(there.lis, made)
    assert (following.body, following.state, following.previous, following.author) == (
        there.committee,
        ItemState.APPROVED,
        made,
        made.author,
    )
    assert following.document_number != made.document_number
    assert states(following) == [StepState.DONE, StepState.PLANNED, StepState.PLANNED]
    assert Section.objects.unguarded(WHY).filter(item=following).get().text == "Svømmehallen er 40 år gammel."
    assert Point.objects.unguarded(WHY).get(item=following).outcome == ""
    assert [one.title for one in Attachment.objects.unguarded(WHY).filter(item=following)] == ["Plan"]


def test_a_body_with_a_chain_of_approvers_reviews_what_it_gets(there: World) -> None:
    there.committee.steps.create(position=0, title="Direktør")
    assert routing.forward(there.lis, treated(there)).state == ItemState.IN_REVIEW


def test_the_next_paper_carries_the_earlier_decision(there: World) -> None:
    following = routing.forward(there.lis, treated(there))
    sent = meeting(there.committee, MeetingState.ANNOUNCED, date(2027, 3, 22))
    Item.objects.unguarded(WHY).filter(pk=following.pk).update(meeting=sent, state=ItemState.SCHEDULED, number=1)
    (printed,) = compose(sent, PaperKind.AGENDA).items
    assert [(one.body, one.text) for one in printed.decisions] == [("Direktionen", "Anbefales.")]


def test_a_closed_case_stays_closed_on_its_way(there: World) -> None:
    made = treated(there)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(access=Access.CLOSED, basis="§ 10", review_on=DAY)
    section(made, SectionKind.SUMMARY, CANARY, Access.CLOSED)
    following = routing.forward(there.lis, Item.objects.unguarded(WHY).get(pk=made.pk))
    assert (following.access, following.basis, following.review_on) == (Access.CLOSED, "§ 10", DAY)
    copied = Section.objects.unguarded(WHY).get(item=following, kind=SectionKind.SUMMARY)
    assert copied.access == Access.CLOSED
    assert not Section.objects.visible_to(there.ida).exists()


def test_a_case_goes_on_once_and_only_when_the_meeting_is_over(there: World) -> None:
    made = treated(there)
    assert made.meeting is not None
    Meeting.objects.unguarded(WHY).update(state=MeetingState.RUNNING)
    with pytest.raises(Refused, match="ikke slut"):
        routing.forward(there.lis, made)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.HELD)
    routing.forward(there.lis, made)
    for again in (routing.forward, lambda by, one: routing.resume(by, one, "igen")):
        with pytest.raises(Refused, match="allerede ført videre"):
            again(there.lis, made)


def test_only_the_secretary_leads_a_case_on(there: World) -> None:
    with pytest.raises(NotYours):
        routing.forward(there.karen, treated(there))


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("Godkendt. Stopper i Direktionen.", OutcomeKind.APPROVED, "stopper her"),
        ("Stopper i Direktionen.", OutcomeKind.STOPS_HERE, "stopper her"),
        ("Udsat.", OutcomeKind.POSTPONED, "udsat"),
        ("Sendes tilbage.", OutcomeKind.SENT_BACK, "sendt tilbage"),
    ],
)
def test_a_case_that_was_held_back_is_not_sent_on(there: World, text: str, outcome: str, reason: str) -> None:
    made = treated(there, text, outcome)
    with pytest.raises(Refused, match=reason):
        routing.forward(there.lis, made)


def test_a_case_stops_with_a_reason_and_the_bodies_after_do_not_get_it(there: World) -> None:
    made = treated(there, "Godkendt. Stopper i Direktionen.", OutcomeKind.APPROVED)
    with pytest.raises(Refused, match="grund"):
        routing.stop(there.lis, made, " ")
    routing.stop(there.lis, made, "Stopper i Direktionen")
    assert states(made) == [StepState.DONE, StepState.STOPPED, StepState.STOPPED]
    with pytest.raises(Refused, match="vej slutter"):
        routing.forward(there.lis, made)


def test_a_skipped_body_is_passed(there: World) -> None:
    made = treated(there)
    routing.skip(there.lis, made, "Efter aftale sat direkte på")
    assert routing.forward(there.lis, made).body == there.council


def test_a_whole_meeting_is_led_on_in_one_go(there: World) -> None:
    first = treated(there)
    assert first.meeting is not None
    Meeting.objects.unguarded(WHY).update(state=MeetingState.RUNNING)
    for number, (text, outcome) in enumerate((("Stopper i Direktionen.", "stops_here"), ("Udsat.", "postponed")), 2):
        route = (there.board, there.committee)
        made = item(there, there.board, ItemState.SCHEDULED, on=first.meeting, number=number, route=route)
        decisions.write_decision(there.lis, made, text, 0)
        decisions.decide(there.lis, made, outcome)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.HELD)
    led = routing.carry_on(there.lis, Meeting.objects.unguarded(WHY).get())
    assert [one.previous for one in led.made] == [first]
    assert RouteStep.objects.filter(state=StepState.STOPPED).count() == 1
    assert routing.carry_on(there.lis, Meeting.objects.unguarded(WHY).get()) == routing.WayOn((), ())


def test_a_resumed_case_comes_back_to_its_author_with_a_suffix(there: World) -> None:
    made = treated(there, "Udsat.", OutcomeKind.POSTPONED)
    back = routing.resume(there.lis, made, "Udsat til næste møde")
    assert (back.body, back.state, back.previous) == (there.board, ItemState.DRAFT, made)
    assert back.public_title == "Ny svømmehal – genoptagelse af sag fra 8. marts"
    assert states(back) == [StepState.PLANNED] * 3


def test_a_case_can_be_sent_back_to_a_body_before(there: World) -> None:
    following = routing.forward(there.lis, treated(there))
    held = meeting(there.committee, MeetingState.HELD, date(2027, 3, 8))
    rows = Item.objects.unguarded(WHY).filter(pk=following.pk)
    rows.update(meeting=held, state=ItemState.DECIDED, number=1)
    with pytest.raises(Refused, match="ikke behandlet"):
        routing.resume(there.lis, rows.get(), "Sendt tilbage", body=there.council)
    back = routing.resume(there.lis, rows.get(), "Sendt tilbage", body=there.board)
    assert (back.body, back.step) == (there.board, 0)


def test_a_remark_stands_in_the_next_treatment_and_not_in_the_minutes_before(there: World) -> None:
    made = treated(there, "Udsat.", OutcomeKind.POSTPONED)
    routing.remark(there.lis, made, "Tallene er nu opdateret.")
    back = routing.resume(there.lis, made, "Igen")
    routing.remark(there.lis, made, "Og et bilag er vedlagt.")
    assert made.meeting is not None
    (minutes,) = compose(made.meeting, PaperKind.MINUTES).items
    assert SectionKind.REMARK not in {one.kind for one in minutes.sections}
    sent = meeting(there.board, MeetingState.ANNOUNCED, date(2027, 3, 22))
    Item.objects.unguarded(WHY).filter(pk=back.pk).update(meeting=sent, state=ItemState.SCHEDULED, number=1)
    (agenda,) = compose(sent, PaperKind.AGENDA).items
    remarks = [one for one in agenda.sections if one.kind is SectionKind.REMARK]
    assert [one.text for one in remarks] == ["Tallene er nu opdateret.", "Og et bilag er vedlagt."]
    assert remarks[0].heading == "Administrativ bemærkning den 09-03-2027"


def test_no_remark_is_added_once_the_next_meeting_has_begun(there: World) -> None:
    made = treated(there, "Udsat.", OutcomeKind.POSTPONED)
    back = routing.resume(there.lis, made, "Igen")
    begun = meeting(there.board, MeetingState.RUNNING, date(2027, 3, 22))
    Item.objects.unguarded(WHY).filter(pk=back.pk).update(meeting=begun, state=ItemState.SCHEDULED, number=1)
    with pytest.raises(Refused, match="er begyndt"):
        routing.remark(there.lis, made, "For sent.")


def test_the_board_where_is_the_case_forecasts_the_final_decision(there: World) -> None:
    made = treated(there)
    assert routing.forecast(made) is None
    meeting(there.committee, MeetingState.PLANNED, date(2027, 3, 11))
    meeting(there.committee, MeetingState.PLANNED, date(2027, 4, 5))
    meeting(there.council, MeetingState.PLANNED, date(2027, 4, 21))
    assert routing.forecast(made) == date(2027, 4, 21)
    RouteStep.objects.filter(item=made, position=2).delete()
    assert routing.forecast(made) == date(2027, 4, 5)


def test_a_remark_is_never_rewritten(there: World) -> None:
    made = treated(there, "Udsat.", OutcomeKind.POSTPONED)
    routing.remark(there.lis, made, "Tallene er nu opdateret.")
    back = routing.resume(there.lis, made, "Igen")
    kept = Section.objects.unguarded(WHY).get(item=back, kind=SectionKind.REMARK)
    with pytest.raises(Refused, match="Skriv en ny"):
        items.write_section(there.karen, kept, "Andre tal.", kept.version)


@pytest.mark.parametrize("verb", ["stop", "skip", "resume"])
def test_why_a_closed_case_stopped_is_kept_from_the_journal_and_the_route(there: World, verb: str) -> None:
    made = treated(there)
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(access=Access.CLOSED)
    made.access = Access.CLOSED
    getattr(routing, verb)(there.lis, made, f"Køber var {CANARY}")
    assert CANARY not in all_facts()
    assert not RouteStep.objects.filter(reason__contains=CANARY).exists()
    assert Reason.objects.visible_to(there.karen).get(verb=verb).text == f"Køber var {CANARY}"
    for other in (there.per, there.mads, there.ida, there.rut):
        assert not Reason.objects.visible_to(other).exists()


def test_why_an_open_case_stopped_stands_on_its_route(there: World) -> None:
    made = treated(there)
    routing.stop(there.lis, made, "Pengene er brugt")
    assert RouteStep.objects.filter(item=made, reason="Pengene er brugt").count() == 2
    assert not Reason.objects.unguarded(WHY).exists()


def test_a_remark_to_an_agenda_that_is_out_waits_for_its_supplement(there: World) -> None:
    first = treated(there)
    onward = routing.forward(there.lis, first)
    at = meeting(there.committee, MeetingState.ANNOUNCED, date(2027, 3, 22))
    Item.objects.unguarded(WHY).filter(pk=onward.pk).update(meeting=at, state=ItemState.SCHEDULED, number=1)
    assert routing.remark(there.lis, first, "Tallene er nu opdateret.").unsent
    sending.supplement(there.lis, at)
    assert not Section.objects.unguarded(WHY).filter(unsent=True).exists()
    with pytest.raises(Refused, match="ingen nye"):
        sending.supplement(there.lis, at)
