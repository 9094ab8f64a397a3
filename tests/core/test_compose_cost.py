"""A paper is read in the same number of queries, however many of its items were treated before, and how often."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sagsgang.core.compose import compose
from sagsgang.core.models import Decision, Item, Meeting, Point
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, Paper, PaperKind
from tests.core.world import DAY, WHY, World, decision, item, meeting, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def treated(there: World, count: int, rounds: int, day: date) -> Meeting:
    """A meeting of `count` items, each treated at as many meetings before it as `rounds`."""
    before = [meeting(there.board, MeetingState.PUBLISHED, day, time(8 + place)) for place in range(rounds)]
    on = meeting(there.committee, MeetingState.HELD, day)
    for number in range(1, count + 1):
        last: Item | None = None
        for place, at in enumerate(before):
            last = _again(there, at, last, number)
            decision(last, f"Anbefales, {place + 1}. gang.")
        now = _again(there, on, last, number)
        decision(now)
    return on


def _again(there: World, on: Meeting, before: Item | None, number: int) -> Item:
    of = before.case if before else None
    made = item(there, on.body, ItemState.DECIDED, on=on, of=of, number=number, route=(there.board, there.committee))
    Item.objects.unguarded(WHY).filter(pk=made.pk).update(previous=before, step=int(on.body == there.committee))
    return made


def cost(on: Meeting) -> tuple[int, Paper]:
    with CaptureQueriesContext(connection) as queries:
        paper = compose(Meeting.objects.unguarded(WHY).select_related("body").get(pk=on.pk), PaperKind.MINUTES)
    return len(queries) - 1, paper


def test_items_treated_before_are_read_in_as_many_queries_as_new_ones() -> None:
    there = world()
    new, _ = cost(treated(there, 3, 0, date(2027, 5, 1)))
    few, _ = cost(treated(there, 3, 2, date(2027, 5, 2)))
    many, paper = cost(treated(there, 30, 4, date(2027, 5, 3)))
    assert (few, many) == (new, new)
    assert [one.text for one in paper.items[29].decisions] == [
        *(f"Anbefales, {place}. gang." for place in range(1, 5)),
        "Godkendt.",
    ]


def test_an_earlier_decision_is_printed_as_it_was_made_at_its_body_and_on_its_day() -> None:
    there = world()
    on = treated(there, 1, 1, DAY)
    earlier = Item.objects.unguarded(WHY).get(meeting__body=there.board)
    Decision.objects.unguarded(WHY).filter(item=earlier).update(outcome="rejected", access=Access.CLOSED)
    Point.objects.unguarded(WHY).filter(item=earlier).update(outcome="rejected")
    (first, _) = cost(on)[1].items[0].decisions
    assert (first.body, first.date, first.access) == ("Direktionen", DAY, Access.CLOSED)
    assert first.outcome.primary is OutcomeKind.REJECTED
    assert [point.outcome for point in first.outcome.points] == [OutcomeKind.REJECTED]
