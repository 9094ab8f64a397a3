"""A meeting is minuted: who is there, what is typed, what is decided, and what can no longer be."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest

from sagsgang.core.act import Conflict, NotYours, Refused, Stale
from sagsgang.core.commands import decisions, minutes
from sagsgang.core.compose import compose
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import (
    Attendance,
    Case,
    Decision,
    Item,
    Journal,
    Meeting,
    Person,
    Point,
    Seat,
    Section,
    Signature,
    Vote,
)
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, ItemType, PaperKind
from sagsgang.paper.redact import redact
from tests.core.world import (
    CANARY,
    SEATED_SINCE,
    WHY,
    World,
    item,
    meeting,
    person,
    present,
    seat,
    world,
)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class Scene:
    """A running meeting of the executive board with one item."""

    there: World
    meeting: Meeting
    item: Item
    mads: Person


@pytest.fixture
def scene() -> Scene:
    there = world()
    running = meeting(there.board, MeetingState.RUNNING)
    made = item(there, there.board, ItemState.SCHEDULED, on=running, number=1, route=(there.board, there.committee))
    present(running, there.mads)
    return Scene(there, running, made, Person.objects.get(pk=there.mads.person))


def again(made: Item) -> Item:
    """The item as another request reads it."""
    return Item.objects.unguarded(WHY).select_related("meeting", "body", "case").get(pk=made.pk)


def decided(scene: Scene, text: str = "Godkendt.") -> Item:
    decisions.write_decision(scene.there.lis, scene.item, text, 0)
    decisions.decide(scene.there.lis, scene.item, OutcomeKind.APPROVED)
    return scene.item


def test_those_who_sat_on_the_meetings_day_are_present_when_it_begins() -> None:
    there = world()
    left, came = person("Ove"), person("Eva")
    seat(left, there.board, until=date(2027, 3, 7))
    seat(came, there.board, since=date(2027, 3, 9))
    substitute = person("Sus")
    Seat.objects.create(person=substitute, body=there.board, since=SEATED_SINCE, substitute=True)
    held = meeting(there.board, MeetingState.ANNOUNCED)
    decisions.begin_meeting(there.lis, held)
    assert list(Attendance.objects.values_list("person__name", "present")) == [("Mads", True)]


def test_nobody_without_a_seat_that_day_can_be_noted_as_present(scene: Scene) -> None:
    ida = Person.objects.get(pk=scene.there.ida.person)
    with pytest.raises(Refused, match="havde ikke sæde"):
        decisions.record(scene.there.lis, scene.meeting, ida, present=True)


def test_who_leaves_the_body_later_was_still_there(scene: Scene) -> None:
    decisions.record(scene.there.lis, scene.meeting, scene.mads, present=True)
    made = decided(scene)
    before = compose(scene.meeting, PaperKind.MINUTES)
    Seat.objects.filter(person=scene.mads).update(until=scene.meeting.date - timedelta(days=1))
    assert compose(scene.meeting, PaperKind.MINUTES) == before
    assert before.members == ("Mads",)
    assert again(made).state == ItemState.DECIDED


def test_a_substitute_replaces_the_member_and_only_one_does(scene: Scene) -> None:
    one, two = person("Sus"), person("Tom")
    for who in (one, two):
        Seat.objects.create(person=who, body=scene.there.board, since=SEATED_SINCE, substitute=True)
    with pytest.raises(Refused, match="hvem Sus møder for"):
        decisions.record(scene.there.lis, scene.meeting, one, present=True)
    decisions.record(scene.there.lis, scene.meeting, one, present=True, instead_of=scene.mads)
    with pytest.raises(Refused, match="allerede en stedfortræder"):
        decisions.record(scene.there.lis, scene.meeting, two, present=True, instead_of=scene.mads)
    assert dict(Attendance.objects.values_list("person__name", "present")) == {"Mads": False, "Sus": True}


def test_what_is_typed_is_kept_with_a_proposed_outcome(scene: Scene) -> None:
    first = decisions.write_decision(scene.there.lis, scene.item, "Anbef", 0)
    second = decisions.write_decision(scene.there.lis, scene.item, "Anbefales.", first.version)
    assert (second.text, second.version, second.outcome) == ("Anbefales.", 2, OutcomeKind.RECOMMENDED)
    assert second.confirmed_by is None


def test_the_second_who_types_is_told_and_overwrites_nothing(scene: Scene) -> None:
    decisions.write_decision(scene.there.lis, scene.item, "Udsat.", 0)
    with pytest.raises(Conflict) as refusal:
        decisions.write_decision(scene.there.lis, again(scene.item), "Godkendt.", 0)
    assert (refusal.value.theirs, refusal.value.version) == ("Udsat.", 1)
    assert Decision.objects.unguarded(WHY).get().text == "Udsat."


@pytest.mark.parametrize("state", [one for one in MeetingState if one is not MeetingState.RUNNING])
def test_no_decision_is_written_unless_the_meeting_is_running(scene: Scene, state: MeetingState) -> None:
    Meeting.objects.unguarded(WHY).update(state=state)
    with pytest.raises(Refused, match="ikke i gang"):
        decisions.write_decision(scene.there.lis, scene.item, "Godkendt.", 0)
    with pytest.raises(Refused, match="ikke i gang"):
        decisions.decide(scene.there.lis, scene.item, OutcomeKind.APPROVED)
    assert not Decision.objects.unguarded(WHY).exists()


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_is_decided_without_a_text(scene: Scene, text: str) -> None:
    decisions.write_decision(scene.there.lis, scene.item, text, 0)
    with pytest.raises(Refused, match="Skriv beslutningen"):
        decisions.decide(scene.there.lis, scene.item, OutcomeKind.APPROVED)


def test_a_confirmed_outcome_is_the_persons_not_the_machines(scene: Scene) -> None:
    made = decided(scene, "Godkendt.")
    found = decisions.write_decision(scene.there.lis, made, "Godkendt. Sagen er udsat.", 1)
    assert (found.outcome, found.confirmed_by_id) == (OutcomeKind.APPROVED, scene.there.lis.person)
    decisions.redecide(scene.there.lis, made, OutcomeKind.POSTPONED)
    assert Decision.objects.unguarded(WHY).get().outcome == OutcomeKind.POSTPONED


def test_each_point_has_the_outcome_that_was_chosen_for_it(scene: Scene) -> None:
    decisions.write_decision(scene.there.lis, scene.item, "Ad 1: Ikke godkendt.", 0)
    with pytest.raises(Refused, match="intet punkt 7"):
        decisions.decide(scene.there.lis, scene.item, OutcomeKind.REJECTED, {7: OutcomeKind.REJECTED})
    with pytest.raises(Refused, match="Vælg"):
        decisions.decide(scene.there.lis, scene.item, "måske")
    decisions.decide(scene.there.lis, scene.item, OutcomeKind.REJECTED, {1: OutcomeKind.REJECTED})
    assert Point.objects.unguarded(WHY).get().outcome == OutcomeKind.REJECTED


def test_a_decided_text_can_be_corrected_but_not_emptied(scene: Scene) -> None:
    made = decided(scene)
    with pytest.raises(Refused, match="ikke være tom"):
        decisions.write_decision(scene.there.lis, made, " ", 1)


@pytest.mark.database
@pytest.mark.parametrize("state", [MeetingState.MINUTED, MeetingState.PUBLISHED])
def test_approved_minutes_do_not_change_even_from_a_page_opened_before(scene: Scene, state: MeetingState) -> None:
    made = decided(scene)
    opened_before = again(made)
    Meeting.objects.unguarded(WHY).update(state=state)
    lis = scene.there.lis
    for attempt in (
        lambda: decisions.write_decision(lis, opened_before, "Ikke godkendt.", 1),
        lambda: decisions.redecide(lis, opened_before, OutcomeKind.REJECTED),
        lambda: decisions.vote(lis, opened_before, {scene.mads.id: "for"}),
        lambda: decisions.dissent(lis, opened_before, scene.mads, "Nej"),
        lambda: decisions.set_presence(lis, opened_before, scene.mads, away=True),
    ):
        with pytest.raises(Refused, match="godkendt"):
            attempt()
    assert Decision.objects.unguarded(WHY).get().text == "Godkendt."


@pytest.mark.parametrize("state", [MeetingState.RUNNING, MeetingState.HELD])
def test_the_caseworker_reads_the_decision_when_the_minutes_are_approved_and_not_before(
    scene: Scene, state: MeetingState
) -> None:
    decided(scene)
    Meeting.objects.unguarded(WHY).update(state=state)
    assert not Decision.objects.visible_to(scene.there.karen).exists()
    assert Decision.objects.visible_to(scene.there.mads).exists()
    Meeting.objects.unguarded(WHY).update(state=MeetingState.MINUTED)
    assert Decision.objects.visible_to(scene.there.karen).exists()


def test_members_approve_anew_what_is_changed_after_they_approved(scene: Scene) -> None:
    made = decided(scene)
    decisions.close_meeting(scene.there.lis, scene.meeting, time(11))
    Signature.objects.create(meeting=scene.meeting, person=scene.mads, at="2027-03-09T10:00:00+01:00")
    decisions.write_decision(scene.there.lis, again(made), "Godkendt med en rettelse.", 1)
    assert not Signature.objects.exists()


def test_only_the_secretary_minutes(scene: Scene) -> None:
    for viewer in (scene.there.karen, scene.there.bo, scene.there.mads, scene.there.rut):
        with pytest.raises(NotYours):
            decisions.write_decision(viewer, scene.item, "Godkendt.", 0)


@pytest.mark.database
def test_of_two_secretaries_who_decide_at_once_one_is_told_that_it_was_done(scene: Scene) -> None:
    decisions.write_decision(scene.there.lis, scene.item, "Godkendt.", 0)
    first, second = again(scene.item), again(scene.item)
    decisions.decide(scene.there.lis, first, OutcomeKind.APPROVED)
    with pytest.raises(Stale):
        decisions.decide(scene.there.lis, second, OutcomeKind.REJECTED)
    assert Journal.objects.unguarded(WHY).filter(kind="item.decide").count() == 1
    assert Decision.objects.unguarded(WHY).get().outcome == OutcomeKind.APPROVED


def test_the_conflicted_have_no_vote_no_papers_and_no_decision(scene: Scene) -> None:
    lis, mads = scene.there.lis, scene.there.mads
    assert Section.objects.visible_to(mads).exists()
    decisions.set_presence(lis, scene.item, scene.mads, conflict=True)
    decisions.write_decision(lis, scene.item, "Godkendt.", 0)
    assert not Section.objects.visible_to(mads).exists()
    assert not Decision.objects.visible_to(mads).exists()
    with pytest.raises(Refused, match="inhabile"):
        decisions.vote(lis, scene.item, {mads.person: "for"})
    with pytest.raises(Refused, match="deltog ikke"):
        decisions.dissent(lis, scene.item, scene.mads, "Nej.")
    decisions.set_presence(lis, scene.item, scene.mads)
    assert Section.objects.visible_to(mads).exists()


def test_a_conflict_known_beforehand_hides_the_papers_before_the_meeting() -> None:
    there = world()
    sent = meeting(there.board, MeetingState.ANNOUNCED)
    made = item(there, there.board, ItemState.SCHEDULED, on=sent, number=1)
    decisions.set_presence(there.lis, made, Person.objects.get(pk=there.mads.person), conflict=True)
    assert not Section.objects.visible_to(there.mads).exists()


def test_who_has_voted_is_not_made_absent_unseen(scene: Scene) -> None:
    decisions.vote(scene.there.lis, scene.item, {scene.mads.id: "against"})
    with pytest.raises(Refused, match="har stemt under punkt 1"):
        decisions.record(scene.there.lis, scene.meeting, scene.mads, present=False)
    with pytest.raises(Refused, match="har stemt"):
        decisions.set_presence(scene.there.lis, scene.item, scene.mads, conflict=True)
    decisions.vote(scene.there.lis, scene.item, {})
    decisions.record(scene.there.lis, scene.meeting, scene.mads, present=False, excused=True)
    assert not Vote.objects.unguarded(WHY).exists()


def test_a_committee_that_is_not_quorate_can_only_put_the_item_off() -> None:
    there = world()
    for name in ("Ove", "Eva"):
        seat(person(name), there.committee)
    running = meeting(there.committee, MeetingState.RUNNING)
    made = item(there, there.committee, ItemState.SCHEDULED, on=running, number=1)
    present(running, there.mads)
    decisions.write_decision(there.lis, made, "Godkendt.", 0)
    with pytest.raises(Refused, match="ikke beslutningsdygtig"):
        decisions.decide(there.lis, made, OutcomeKind.APPROVED)
    decisions.decide(there.lis, made, OutcomeKind.POSTPONED)
    assert made.state == ItemState.DECIDED


def test_an_item_is_taken_up_at_the_table_and_decided_without_prepared_words(scene: Scene) -> None:
    made = decisions.add_item(scene.there.lis, scene.meeting, scene.item.case, "Hasteopgave", ItemType.DECISION)
    assert (made.number, made.state, made.access) == (2, ItemState.SCHEDULED, Access.CLOSED)
    assert not again(made).supplement, "it was sent to nobody"
    decisions.write_decision(scene.there.lis, made, "Godkendt.", 0)
    decisions.decide(scene.there.lis, made, OutcomeKind.APPROVED)
    assert Decision.objects.unguarded(WHY).get().access == Access.CLOSED


def test_the_doors_are_closed_for_what_is_taken_up_at_the_table_by_a_basis_in_law() -> None:
    there = world()
    held = meeting(there.council, MeetingState.RUNNING)
    by, case = there.lis, item(there, there.council).case
    with pytest.raises(Refused, match="hjemmel"):
        decisions.add_item(by, held, case, "Personsag", ItemType.DECISION, basis="fordi")
    made = decisions.add_item(by, held, case, "Personsag", ItemType.DECISION, basis=LEGAL_BASES[1])
    assert (made.access, made.basis, made.review_on) == (Access.CLOSED, LEGAL_BASES[1], date(2028, 3, 7))
    decisions.write_decision(by, made, f"{CANARY} ansættes.", 0)
    decisions.decide(by, made, OutcomeKind.POSTPONED)
    paper = compose(held, PaperKind.MINUTES)
    assert CANARY in str(paper)
    assert CANARY not in str(redact(paper))
    with pytest.raises(Refused, match="åbent"):
        minutes.set_extract(by, decisions.add_item(by, held, case, "Åbent", ItemType.DECISION), "Ingen.")


def test_what_was_put_on_after_the_agenda_went_out_has_a_number_in_the_minutes() -> None:
    there = world()
    sent = meeting(there.board, MeetingState.ANNOUNCED)
    late = item(there, there.board, ItemState.SCHEDULED, on=sent)
    decisions.begin_meeting(there.lis, sent)
    later = item(there, there.board, ItemState.SCHEDULED, on=sent)
    decisions.write_decision(there.lis, later, "Godkendt.", 0)
    decisions.decide(there.lis, later, OutcomeKind.APPROVED)
    assert (again(late).number, again(later).number) == (1, 2)


def test_what_has_no_case_gets_one_with_its_item_or_neither(scene: Scene) -> None:
    by, before = scene.there.lis, Case.objects.unguarded(WHY).count()
    with pytest.raises(Refused, match="hvad punktet hedder"):
        decisions.add_item(by, scene.meeting, None, " ", ItemType.DECISION)
    assert Case.objects.unguarded(WHY).count() == before
    made = decisions.add_item(by, scene.meeting, None, "Vandskade", ItemType.DECISION)
    assert (made.case.responsible_id, made.case.foreign) == (by.person, False)
    with pytest.raises(Refused, match="er i brug"):
        decisions.add_item(by, scene.meeting, None, "Mere vand", ItemType.DECISION, number=made.case.number)
    assert not scene.meeting.items.unguarded(WHY).filter(public_title="Mere vand").exists()


def test_an_item_moved_at_the_table_keeps_its_number(scene: Scene) -> None:
    second = decisions.add_item(scene.there.lis, scene.meeting, scene.item.case, "Andet", ItemType.DISCUSSION)
    decisions.move_item(scene.there.lis, second, 1)
    found = scene.meeting.items.unguarded(WHY).order_by("position").values_list("number", flat=True)
    assert list(found) == [2, 1]


def test_the_meeting_ends_when_every_item_is_decided(scene: Scene) -> None:
    with pytest.raises(Refused, match="punkt 1"):
        decisions.close_meeting(scene.there.lis, scene.meeting, time(11))
    decided(scene)
    decisions.close_meeting(scene.there.lis, scene.meeting, time(11, 15))
    assert Meeting.objects.unguarded(WHY).get().end == time(11, 15)


def test_the_journal_keeps_no_word_of_what_was_typed(scene: Scene) -> None:
    lis = scene.there.lis
    decisions.write_decision(lis, scene.item, f"{CANARY} godkendt.", 0)
    decisions.dissent(lis, scene.item, scene.mads, CANARY)
    decisions.vote(lis, scene.item, {scene.mads.id: "for"})
    assert CANARY not in str(list(Journal.objects.unguarded(WHY).values()))


def test_what_fails_inside_the_corridor_leaves_state_and_journal_as_they_were(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    decisions.write_decision(scene.there.lis, scene.item, "Godkendt.", 0)
    before = Journal.objects.unguarded(WHY).count()

    def fall_over(item: Item) -> None:
        raise RuntimeError

    monkeypatch.setattr(decisions, "unsign_of", fall_over)
    with pytest.raises(RuntimeError):
        decisions.decide(scene.there.lis, scene.item, OutcomeKind.APPROVED, {1: OutcomeKind.APPROVED})
    kept = again(scene.item)
    assert kept.state == ItemState.SCHEDULED
    assert scene.item.state == ItemState.SCHEDULED
    assert Decision.objects.unguarded(WHY).get().confirmed_by is None
    assert Point.objects.unguarded(WHY).get().outcome == ""
    assert Journal.objects.unguarded(WHY).count() == before
