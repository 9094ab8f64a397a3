"""The minutes say who was away, how the votes fell, who dissented, and are no more open than the decision."""

from datetime import time

import pytest
from pytest_django import DjangoAssertNumQueries

from sagsgang.core.commands import decisions
from sagsgang.core.compose import compose
from sagsgang.core.models import Item, Meeting, Person, Seat
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.danish.outcomes import OutcomeKind, PointOutcome
from sagsgang.paper import store
from sagsgang.paper.model import Access, PaperKind
from sagsgang.paper.model import Item as PaperItem
from sagsgang.paper.redact import redact
from tests.core.world import CANARY, SEATED_SINCE, WHY, World, item, meeting, person, present, seat, see

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def running(there: World) -> Meeting:
    return meeting(there.committee, MeetingState.RUNNING)


def members(there: World, running: Meeting, *names: str) -> list[Person]:
    found = [person(name) for name in names]
    for one in found:
        seat(one, there.committee)
        present(running, see(one))
    return found


def minuted(there: World, running: Meeting, access: Access = Access.OPEN) -> Item:
    """An item where Ane votes for, Bent against, Carl neither, Dorte had a conflict and Erik was away."""
    ane, bent, carl, dorte, erik = members(there, running, "Ane", "Bent", "Carl", "Dorte", "Erik")
    made = item(there, there.committee, ItemState.SCHEDULED, on=running, number=1, access=access)
    lis = there.lis
    decisions.set_presence(lis, made, dorte, conflict=True)
    decisions.set_presence(lis, made, erik, away=True)
    decisions.vote(lis, made, {ane.id: "for", bent.id: "against", carl.id: "neither"})
    decisions.dissent(lis, made, bent, f"{CANARY} er for dyr.")
    decisions.write_decision(lis, made, "Forslaget faldt.", 0)
    decisions.decide(lis, made, OutcomeKind.REJECTED, {1: OutcomeKind.REJECTED})
    return made


def printed(running: Meeting) -> PaperItem:
    (found,) = compose(running, PaperKind.MINUTES).items
    return found


def test_the_minutes_print_conflicts_absence_points_votes_and_dissent(there: World, running: Meeting) -> None:
    minuted(there, running)
    texts = {one.heading: one.text for one in printed(running).sections}
    assert texts["Inhabilitet"] == "Dorte var inhabil og deltog ikke i punktet."
    assert texts["Fraværende under punktet"] == "Erik var ikke til stede under punktet."
    assert texts["Beslutning punkt for punkt"] == "1. Ikke godkendt"
    assert texts["Afstemning"] == (
        "- For: 1 (Ane)\n- Imod: 1 (Bent)\n- Hverken for eller imod: 1 (Carl)\n\nForslaget faldt."
    )
    assert texts["Mindretalsudtalelse"] == f"Bent: {CANARY} er for dyr."


def test_the_minutes_say_who_came_late_and_who_left_early(there: World, running: Meeting) -> None:
    minuted(there, running)
    for name, arrived, left in (("Ane", time(9, 20), None), ("Bent", None, time(10, 5)), ("Carl", time(9), time(11))):
        member = Person.objects.get(name=name)
        decisions.record(there.lis, running, member, present=True, arrived=arrived, left=left)
    said = set(compose(running, PaperKind.MINUTES).members)
    assert said >= {"Ane (kom kl. 09.20)", "Bent (gik kl. 10.05)", "Carl (kom kl. 09.00, gik kl. 11.00)", "Dorte"}


def test_the_minutes_say_in_which_order_the_items_were_treated_when_it_was_another(
    there: World, running: Meeting
) -> None:
    members(there, running, "Ane")
    made = [item(there, there.committee, ItemState.SCHEDULED, on=running, number=number) for number in (1, 2, 3)]
    for one in made:
        decisions.write_decision(there.lis, one, "Godkendt.", 0)
        decisions.decide(there.lis, one, OutcomeKind.APPROVED)
    assert compose(running, PaperKind.MINUTES).remarks is None
    decisions.move_item(there.lis, made[2], 1)
    paper = compose(running, PaperKind.MINUTES)
    assert paper.remarks == "Punkterne er behandlet i denne rækkefølge: 3, 1, 2."
    assert [one.number for one in paper.items] == ["1", "2", "3"]
    assert compose(running, PaperKind.AGENDA).remarks is None
    Item.objects.unguarded(WHY).filter(pk=made[2].pk).update(supplement=True)
    assert "rækkefølge" not in (compose(running, PaperKind.MINUTES).remarks or "")


def test_a_substitute_who_came_late_is_told_as_both(there: World, running: Meeting) -> None:
    (ane,) = members(there, running, "Ane")
    fie = person("Fie")
    Seat.objects.create(person=fie, body=there.committee, since=SEATED_SINCE, substitute=True)
    decisions.record(there.lis, running, fie, present=True, instead_of=ane, arrived=time(9, 20))
    (said,) = (one for one in compose(running, PaperKind.MINUTES).members if one.startswith("Fie"))
    assert said == "Fie (stedfortræder for Ane, kom kl. 09.20)"


def test_the_confirmed_outcome_of_each_point_is_data_too(there: World, running: Meeting) -> None:
    minuted(there, running)
    (said,) = printed(running).decisions
    assert said.outcome.points == (PointOutcome("1", OutcomeKind.REJECTED),)


def test_an_agenda_says_nothing_of_what_happened(there: World, running: Meeting) -> None:
    minuted(there, running)
    (found,) = compose(running, PaperKind.AGENDA).items
    assert {one.heading for one in found.sections} == {"presentation"}


def test_of_a_closed_item_the_street_learns_neither_votes_nor_conflicts(there: World, running: Meeting) -> None:
    minuted(there, running, Access.CLOSED)
    street = store.dumps(redact(compose(running, PaperKind.MINUTES))).decode()
    for word in (CANARY, "Afstemning", "Inhabilitet", "inhabil", "(Ane)"):
        assert word not in street


def test_a_closed_decision_of_an_open_item_closes_its_lines(there: World, running: Meeting) -> None:
    made = minuted(there, running)
    decisions.write_decision(there.lis, made, "Forslaget faldt.", 1, access=Access.CLOSED)
    street = store.dumps(redact(compose(running, PaperKind.MINUTES))).decode()
    assert "Svømmehallen er 40 år gammel" in street
    for word in (CANARY, "Afstemning", "Inhabilitet", "Forslaget faldt"):
        assert word not in street


def test_the_protocol_costs_the_same_for_one_item_as_for_five(
    there: World, running: Meeting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = minuted(there, running)
    for number in range(2, 6):
        item(there, there.committee, ItemState.SCHEDULED, on=running, of=made.case, number=number)
    with django_assert_max_num_queries(16):
        compose(Meeting.objects.unguarded(WHY).select_related("body").get(), PaperKind.MINUTES)
