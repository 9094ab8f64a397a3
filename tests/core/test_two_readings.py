"""What the council reads twice: the same body twice on the way, with days in between."""

from datetime import timedelta

import pytest

from sagsgang.core.act import Refused
from sagsgang.core.commands import routing
from sagsgang.core.commands.items import set_route
from sagsgang.core.commands.meetings import announce, move_meeting, schedule
from sagsgang.core.models import Item, Meeting
from sagsgang.core.states import ItemState, MeetingState
from tests.core.world import DAY, WHY, World, decision, item, meeting

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
    with pytest.raises(Refused, match="6 dage mellem de to behandlinger"):
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
