"""The numbers that the items of an agenda get when it is sent."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from sagsgang.core.models import Counter, Item, Meeting, Numbering
from sagsgang.core.rules import order
from sagsgang.core.states import ItemState

WHY = "numbers are counted, no text is read"


def upcoming(meeting: Meeting, items: Iterable[Item]) -> dict[int, int]:
    """The number of each scheduled item that has none, by id: on from the last that was given, in their order."""
    waiting = [item.id for item in items if item.state == ItemState.SCHEDULED and item.number is None]
    return order.numbers(waiting, last_number(meeting)) if waiting else {}


def last_number(meeting: Meeting) -> int:
    """The last number that was given: at the meeting, or in the year where a body numbers through it; 0 for none.

    A number is never given again: those of withdrawn items and of cancelled meetings count. One query.
    """
    rows = Item.objects.unguarded(WHY)
    through = meeting.body.numbering == Numbering.YEAR
    of_year = {"meeting__body": meeting.body_id, "meeting__date__year": meeting.date.year}
    found = rows.filter(**of_year) if through else rows.filter(meeting=meeting)
    last = found.order_by().values("body").annotate(last=Max("number")).values_list("last", flat=True)
    kept = Counter.objects.filter(**_counted(meeting)).values_list("last", flat=True)
    return max((number or 0 for number in (last.union(kept) if through else last)), default=0)


def keep_last_number(meeting: Meeting) -> None:
    """Remember it beyond the meeting, which is cancelled: people have read the numbers of its items."""
    Counter.objects.update_or_create(**_counted(meeting), defaults={"last": last_number(meeting)})


def _counted(meeting: Meeting) -> dict[str, Any]:
    return {"series": f"items of {meeting.body_id}", "year": meeting.date.year}
