"""The agenda of a meeting: what is put on it, taken off it, and in which order."""

from collections.abc import Sequence

from django.db.models import Q

from sagsgang.core.act import Refused, act
from sagsgang.core.models import Item, Meeting
from sagsgang.core.models.series import Rule
from sagsgang.core.numbering import last_number
from sagsgang.core.rules import order
from sagsgang.core.standing import ON_AGENDA
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access

WHY = "the secretary puts the agenda together"
_PLACES = {Rule.FIRST: order.Place.FIRST, Rule.LAST: order.Place.LAST}


def schedule(by: Viewer, item: Item, meeting: Meeting) -> None:
    """Put an approved item on the agenda, where the rules want it.

    On one that is out it waits for a supplement; at a meeting that is being held it gets its number at once.
    """
    if item.body_id != meeting.body_id:
        raise Refused(f"Punktet er til {item.body.name}. Vælg et af dens møder.")
    before, item.meeting = item.meeting, meeting
    try:
        with act(by, "schedule", item):
            out, later = meeting.state != MeetingState.PLANNED, meeting.state == MeetingState.ANNOUNCED
            others = _entries(meeting, but=item)
            ids = [*(one.id for one in others), item.id] if out else order.inserted(others, _entry(item))
            number = last_number(meeting) + 1 if meeting.state == MeetingState.RUNNING else None
            Item.objects.unguarded(WHY).filter(pk=item.pk).update(meeting=meeting, number=number, supplement=later)
            _place(meeting, ids)
    except BaseException:
        item.meeting = before
        raise
    item.number, item.supplement = number, later


def unschedule(by: Viewer, item: Item) -> None:
    """Take the item off an agenda that is not out; it waits for another meeting, by itself."""
    with act(by, "unschedule", item):
        take_off(item)
    item.meeting, item.number, item.position, item.supplement = None, None, 0, False


def take_off(item: Item) -> None:
    """Let the item be on no agenda, as the verb says that was carried out."""
    _leave(item)
    Item.objects.unguarded(WHY).filter(pk=item.pk).update(meeting=None, number=None, position=0, supplement=False)


def arrange(by: Viewer, meeting: Meeting, item_ids: Sequence[int]) -> None:
    """Put the items in the order given; those that are taken together stay together, those not named come last."""
    with act(by, "arrange", meeting, items=list(item_ids)):
        known = {entry.id: entry for entry in _entries(meeting)}
        if not known.keys() >= set(item_ids):
            raise Refused("Et af punkterne er ikke længere på dagsordenen. Hent siden igen.")
        wanted = dict.fromkeys((*item_ids, *known))
        _place(meeting, order.together([known[one] for one in wanted]))


def take_together(by: Viewer, meeting: Meeting, item: Item, lead: Item) -> None:
    """Take the item together with `lead`, right behind it; those that were taken with the item come along.

    Raises Refused for an open item with a closed one: listeners leave for the closed ones, which come last.
    """
    with act(by, "arrange", meeting, together=[lead.id, item.id]):
        here = {one.id: one for one in meeting.items.unguarded(WHY).filter(state=ItemState.SCHEDULED)}
        if item.id == lead.id or not {item.id, lead.id} <= here.keys():
            raise Refused("Vælg to punkter, der står på dagsordenen og ikke er besluttet.")
        if here[item.id].access != here[lead.id].access:
            raise Refused("Et åbent og et lukket punkt kan ikke behandles sammen: tilhørerne skal kunne gå.")
        above = here[lead.id].together_with_id
        leader = above if above in here else lead.id
        if item.id == leader:
            raise Refused("De to punkter behandles allerede sammen.")
        moved = Q(pk=item.id) | Q(together_with=item.id)
        meeting.items.unguarded(WHY).filter(moved).update(together_with=leader)
        Item.objects.unguarded(WHY).filter(pk=leader).update(together_with=None)
        _place(meeting, order.together(_entries(meeting)))


def take_apart(by: Viewer, meeting: Meeting, item: Item) -> None:
    """Take the item by itself again; when it leads others, each of them too."""
    with act(by, "arrange", meeting, apart=item.id):
        _leave(item)


def _leave(item: Item) -> None:
    led = Q(pk=item.pk) | Q(together_with=item.pk)
    Item.objects.unguarded(WHY).filter(led).update(together_with=None)
    item.together_with = None


def order_by_rule(meeting: Meeting) -> None:
    """Put the items of a meeting that is being planned where the rules want them."""
    _place(meeting, order.by_rule(_entries(meeting)))


def put(item: Item, meeting: Meeting) -> None:
    """Place an item that was made on a planned meeting where the rules want it; the others keep their order."""
    _place(meeting, order.inserted(_entries(meeting, but=item), _entry(item)))


def place_anew(item: Item) -> None:
    """Let an item that was closed or opened stand where the rules want it now, and with no other one."""
    if item.state == ItemState.SCHEDULED and item.meeting:
        _leave(item)
        if item.meeting.state == MeetingState.PLANNED:
            put(item, item.meeting)


def _entries(meeting: Meeting, but: Item | None = None) -> list[order.Entry]:
    items = meeting.items.unguarded(WHY).filter(state__in=ON_AGENDA).select_related("series")
    return [_entry(item) for item in items.order_by("position", "id") if item != but]


def _entry(item: Item) -> order.Entry:
    place = _PLACES[Rule(item.series.rule)] if item.series else order.Place.BETWEEN
    return order.Entry(item.id, item.access == Access.CLOSED, place, item.together_with_id)


def _place(meeting: Meeting, ids: Sequence[int]) -> None:
    """Write the places, counted from 1."""
    places = {one: place for place, one in enumerate(ids, 1)}
    items = list(Item.objects.unguarded(WHY).filter(meeting=meeting, pk__in=ids))
    for item in items:
        item.position = places[item.id]
    Item.objects.unguarded(WHY).bulk_update(items, ["position"])
