"""The numbers that the items of an agenda get when it is sent."""

from collections.abc import Iterable

from django.db.models import Max

from sagsgang.core.models import Item, Meeting, Numbering
from sagsgang.core.rules import order
from sagsgang.core.states import ItemState

WHY = "numbers are counted, no text is read"


def upcoming(meeting: Meeting, items: Iterable[Item]) -> dict[int, int]:
    """The number of each scheduled item that has none, by id: on from the last that was given, in their order."""
    waiting = [item.id for item in items if item.state == ItemState.SCHEDULED and item.number is None]
    return order.numbers(waiting, last_number(meeting)) if waiting else {}


def last_number(meeting: Meeting) -> int:
    """The last number that was given: at the meeting, or in the year where a body numbers through it; 0 for none.

    A number is never given again: those of withdrawn items count.
    """
    found = Item.objects.unguarded(WHY).filter(meeting=meeting)
    if meeting.body.numbering == Numbering.YEAR:
        of_year = {"meeting__body": meeting.body_id, "meeting__date__year": meeting.date.year}
        found = Item.objects.unguarded(WHY).filter(**of_year)
    return int(found.aggregate(last=Max("number"))["last"] or 0)
