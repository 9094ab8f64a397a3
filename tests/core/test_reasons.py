"""Reasons that many read say nothing closed again, and lead to nobody, unless somebody has looked at them."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from sagsgang.archive.models import Edition
from sagsgang.archive.sealed import paper_of
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import meetings, routing
from sagsgang.core.models import Dismissal, Item, Meeting, RouteStep
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.paper.model import Access, SectionKind
from tests.core.world import WHY, World, decision, item, meeting, section

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PHONE = "Spørg på 20 30 40 50."
CLOSED = "Køberen af grunden ved søen hedder Solbakkens Ejendomme."


def out(there: World) -> tuple[Meeting, Item]:
    """A meeting with an open item, and a closed one that says who buys."""
    at = meeting(there.committee)
    one = item(there, there.committee, ItemState.SCHEDULED, on=at)
    shut = item(there, there.committee, ItemState.SCHEDULED, on=at, title="Salg", access=Access.CLOSED)
    section(shut, SectionKind.OTHER, CLOSED, Access.CLOSED)
    return at, one


def again(one: Item) -> Item:
    return Item.objects.unguarded(WHY).select_related("body", "case", "meeting__body").get(pk=one.pk)


@pytest.mark.parametrize("reason", [PHONE, CLOSED])
@pytest.mark.parametrize("verb", ["withdraw", "cancel"])
def test_what_is_taken_off_says_why_and_nothing_more(there: World, verb: str, reason: str) -> None:
    at, one = out(there)
    meetings.announce(there.lis, at)
    do: Callable[..., None] = getattr(meetings, verb)
    thing = again(one) if verb == "withdraw" else at
    with pytest.raises(Refused, match="sæt kryds"):
        do(there.lis, thing, reason)
    with pytest.raises(Refused, match="personnummer"):
        do(there.lis, thing, "Det er 010190-1234.", looked=True)
    assert Edition.objects.count() == 1
    do(there.lis, thing, reason, looked=True)
    assert Edition.objects.count() == 2


def test_a_closed_item_is_withdrawn_for_a_closed_reason(there: World) -> None:
    at, _one = out(there)
    meetings.announce(there.lis, at)
    meetings.withdraw(there.lis, again(at.items.unguarded(WHY).get(access=Access.CLOSED)), CLOSED)


def test_why_an_agenda_is_late_is_looked_at_where_it_is_typed(there: World) -> None:
    at, _one = out(there)
    Meeting.objects.unguarded(WHY).update(date=timezone.localdate() + timedelta(days=1))
    at = Meeting.objects.unguarded(WHY).select_related("body").get()
    with pytest.raises(NotYours):
        meetings.announce(there.mads, at, late_reason=PHONE)
    for wrong in (PHONE, CLOSED):
        with pytest.raises(Refused, match="sæt kryds"):
            meetings.announce(there.lis, at, late_reason=wrong)
    assert (at.late_reason, Dismissal.objects.count()) == ("", 0)
    meetings.announce(there.lis, at, late_reason=PHONE, looked=True)
    paper = paper_of(Edition.objects.get())
    assert paper is not None
    assert paper.remarks == f"Dagsordenen er udsendt efter fristen: {PHONE}"
    assert Dismissal.objects.get().by_id == there.lis.person


@pytest.mark.parametrize("verb", ["stop", "resume"])
def test_why_a_case_goes_no_further_is_looked_at_where_many_see_it(there: World, verb: str) -> None:
    _at, one = out(there)
    decision(one)
    Item.objects.unguarded(WHY).filter(pk=one.pk).update(state=ItemState.DECIDED, number=1)
    Item.objects.unguarded(WHY).exclude(pk=one.pk).update(number=2)
    Meeting.objects.unguarded(WHY).update(state=MeetingState.HELD)
    do: Callable[..., object] = getattr(routing, verb)
    RouteStep.objects.create(item=one, position=1, body=there.council)
    with pytest.raises(Refused, match="sæt kryds"):
        do(there.lis, again(one), CLOSED)
    do(there.lis, again(one), CLOSED, looked=True)


def test_who_wanted_an_extraordinary_meeting_is_told_without_a_personal_number(there: World) -> None:
    day, start, said = date(2027, 4, 6), time(10), "Borger 010190-1234 har klaget."
    with pytest.raises(Refused, match="personnummer"):
        meetings.plan_meeting(there.lis, there.committee, day, start=start, extraordinary=True, called_for=said)
    assert not Meeting.objects.unguarded(WHY).exists(), "once planned, nothing mends what it was called for"
    assert meetings.plan_meeting(there.lis, there.committee, day, start=start, called_for=said).called_for == ""
