"""A committee's decision that a member has brought before the council (styrelsesloven § 23)."""

from datetime import time

import pytest

from sagsgang.core.act import Refused
from sagsgang.core.commands import decisions, routing
from sagsgang.core.compose import compose
from sagsgang.core.models import Body, Item, Journal, Meeting, Person, Presence, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import PaperKind
from tests.core.world import WHY, World, grant, item, meeting, person, present, see

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def running(there: World) -> Meeting:
    at = meeting(there.committee, MeetingState.RUNNING)
    present(at, there.mads)
    return at


def decided(there: World, at: Meeting, outcome: OutcomeKind = OutcomeKind.REJECTED) -> Item:
    made = item(there, at.body, ItemState.SCHEDULED, on=at, number=at.items.unguarded(WHY).count() + 1)
    decisions.write_decision(there.lis, made, "Ansøgningen afslås. Sagen stopper i udvalget.", 0)
    decisions.decide(there.lis, made, outcome)
    return made


def test_what_is_brought_before_the_council_is_there_when_the_meeting_ends(there: World, running: Meeting) -> None:
    mads, first, second = Person.objects.get(pk=there.mads.person), decided(there, running), decided(there, running)
    decisions.bring(there.lis, second, mads)
    decisions.bring(there.lis, first, mads)
    decisions.bring(there.lis, second, None)
    (made,) = decisions.close_meeting(there.lis, running, time(20)).made
    assert (made.body, made.previous, made.state) == (there.council, first, ItemState.APPROVED)
    told = Section.objects.unguarded(WHY).get(item=made, heading="Indbragt for kommunalbestyrelsen").text
    assert told == "Mads har indbragt Økonomiudvalgets beslutning af 8. marts 2027 (styrelsesloven § 23)."
    printed, other = compose(running, PaperKind.MINUTES).items
    texts = {one.heading: one.text for one in printed.sections}
    assert texts["Indbragt for kommunalbestyrelsen"].startswith("Mads har indbragt beslutningen")
    assert "Indbragt for kommunalbestyrelsen" not in {one.heading for one in other.sections}
    rows = Journal.objects.unguarded(WHY).filter(kind="item.bring", item=first)
    assert [row.facts["person"] for row in rows] == [mads.pk]


def test_only_who_took_part_stops_what_a_committee_decided_and_before_the_meeting_ends(
    there: World, running: Meeting
) -> None:
    mads, ida = (Person.objects.get(pk=one.person) for one in (there.mads, there.ida))
    made, put_off = decided(there, running), decided(there, running, OutcomeKind.POSTPONED)
    with pytest.raises(Refused, match="Ida deltog ikke"):
        decisions.bring(there.lis, made, ida)
    with pytest.raises(Refused, match="ingen beslutning at indbringe"):
        decisions.bring(there.lis, put_off, mads)
    Body.objects.filter(pk=there.council.pk).update(active=False)
    with pytest.raises(Refused, match="ingen kommunalbestyrelse"):
        decisions.bring(there.lis, made, mads)
    decisions.close_meeting(there.lis, running, time(20))
    with pytest.raises(Refused, match="før mødet er hævet"):
        decisions.bring(there.lis, made, mads)
    board = meeting(there.board, MeetingState.RUNNING)
    present(board, there.mads)
    with pytest.raises(Refused, match="Kun et udvalgs"):
        decisions.bring(there.lis, decided(there, board), mads)


def test_nobody_ends_what_was_brought_and_another_secretary_leads_it_on_for_one_who_is_disqualified(
    there: World, running: Meeting
) -> None:
    made = decided(there, running)
    decisions.bring(there.lis, made, Person.objects.get(pk=there.mads.person))
    Presence.objects.create(item=made, person_id=there.lis.person, conflict=True)
    assert decisions.close_meeting(there.lis, running, time(20)) == routing.WayOn((), (), waiting=1)
    eva = person("Eva")
    for body in (there.committee, there.council):
        grant(eva, body, Role.SECRETARY)
    other = see(eva)
    for end in (routing.stop, routing.skip, routing.resume):
        with pytest.raises(Refused, match="indbragt for kommunalbestyrelsen"):
            end(other, made, "Det er nok.", looked=True)
    (led,) = routing.carry_on(other, running).made
    assert (led.body, led.previous) == (there.council, made)
    told = Section.objects.unguarded(WHY).get(item=led, heading="Indbragt for kommunalbestyrelsen")
    assert told.text.startswith("Mads har indbragt")
