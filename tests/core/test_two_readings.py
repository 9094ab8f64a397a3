"""What the council reads twice: its statute, with days in between, and the annual budget, with weeks."""

from datetime import date, timedelta

import pytest

from sagsgang.core.act import Refused
from sagsgang.core.commands import routing
from sagsgang.core.commands.items import draft_item, set_route
from sagsgang.core.commands.meetings import announce, move_meeting, schedule
from sagsgang.core.gate import findings
from sagsgang.core.models import Item, Meeting
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import ItemType
from tests.core.world import DAY, WHY, World, case, decision, item, meeting

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_the_council_reads_a_case_twice_with_six_days_between(there: World) -> None:
    at = meeting(there.council, MeetingState.HELD, DAY)
    twice = (there.council, there.council)
    first = item(there, there.council, ItemState.DECIDED, on=at, number=1, route=twice)
    decision(first, "Oversendes til anden behandling.")
    second = routing.forward(there.lis, first)
    assert (second.body, second.previous, second.step) == (there.council, first, 1)
    soon = meeting(there.council, day=DAY + timedelta(days=6))
    with pytest.raises(Refused, match=r"6 dage .* fra den 15-03-2027"):
        schedule(there.lis, second, soon)
    move_meeting(there.lis, soon, DAY + timedelta(days=7), soon.start, soon.place)
    schedule(there.lis, second, soon)
    Meeting.objects.unguarded(WHY).filter(pk=soon.pk).update(date=DAY + timedelta(days=6))
    soon.refresh_from_db()
    with pytest.raises(Refused, match=r"for tidligt til anden behandling .* \(15-03-2027\)"):
        announce(there.lis, soon, late_reason="Det haster.")
    with pytest.raises(Refused, match="to gange lige efter hinanden"):
        set_route(there.karen, item(there, there.board), (there.board, there.board))


def test_a_case_that_comes_back_to_the_council_is_no_second_reading(there: World) -> None:
    at = meeting(there.council, MeetingState.HELD, DAY)
    first = item(there, there.council, ItemState.DECIDED, on=at, number=1)
    decision(first, "Udsat.")
    again = routing.resume(there.lis, first, "Mere viden")
    Item.objects.unguarded(WHY).filter(pk=again.pk).update(state=ItemState.APPROVED)
    again.refresh_from_db()
    schedule(there.lis, again, meeting(there.council, day=DAY + timedelta(days=1)))


def test_the_annual_budget_is_read_twice_three_weeks_apart_whoever_treats_it_in_between(there: World) -> None:
    first_day, way = date(2027, 9, 14), (there.council, there.committee, there.council)
    at = meeting(there.council, MeetingState.HELD, first_day)
    budget = draft_item(there.karen, case(there), there.council, ItemType.DECISION, title="Årsbudget 2028")
    with pytest.raises(Refused, match="to gange"):
        set_route(there.karen, budget, (there.council, there.committee), annual_budget=True)
    set_route(there.karen, budget, way, annual_budget=True)
    rows = Item.objects.unguarded(WHY)
    rows.filter(pk=budget.pk).update(state=ItemState.DECIDED, meeting=at, number=1)
    between = routing.forward(there.lis, _decided(budget, "Oversendes til anden behandling."))
    rows.filter(pk=between.pk).update(
        state=ItemState.DECIDED, number=1, meeting=meeting(there.committee, MeetingState.HELD, date(2027, 9, 28))
    )
    second = routing.forward(there.lis, _decided(between, "Anbefales."))
    assert (second.body, second.annual_budget) == (there.council, True)
    with pytest.raises(Refused, match=r"tre uger .* fra den 05-10-2027"):
        schedule(there.lis, second, meeting(there.council, day=date(2027, 10, 4)))
    schedule(there.lis, second, meeting(there.council, day=date(2027, 10, 5)))


@pytest.mark.parametrize(("day", "late"), [((9, 24), False), ((9, 25), True)])
def test_a_first_reading_of_the_budget_that_is_too_late_for_october_is_looked_at(
    there: World, day: tuple[int, int], late: bool
) -> None:
    at = meeting(there.council, day=date(2027, *day))
    budget = item(there, there.council, ItemState.SCHEDULED, on=at, route=(there.council, there.council))
    Item.objects.unguarded(WHY).filter(pk=budget.pk).update(annual_budget=True)
    said = [one.message for one in findings(at) if one.code == "budget_late"]
    assert [("senest den 24. september" in one) for one in said] == [True] * late


def _decided(treated: Item, words: str) -> Item:
    decision(treated, words)
    return Item.objects.unguarded(WHY).select_related("body", "case", "meeting").get(pk=treated.pk)
