"""That somebody read something closed: the Journal keeps it."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models import Attachment, Decision, Item, Journal, Meeting, Presence, Section
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access

KIND = "item.open_closed"
WHY = "whether anything closed is shown, not what"
# Leafing back and forth on one page is one reading.
_ONE_READING = timedelta(hours=1)


def _closed_part(
    rows: GuardedQuerySet[Section] | GuardedQuerySet[Attachment] | GuardedQuerySet[Decision],
) -> Exists:
    return Exists(rows.unguarded(WHY).filter(item=OuterRef("pk")).exclude(access=Access.OPEN))


_CLOSED_DECISION = ~Q(access=Access.OPEN) | Q(_closed_part(Decision.objects.all()))
_CLOSED = _CLOSED_DECISION | Q(_closed_part(Section.objects.all())) | Q(_closed_part(Attachment.objects.all()))


def opened(by: Viewer, item: Item) -> None:
    """Note that `by` was shown `item`, when it or a part of it is closed; once an hour. One query when noted."""
    if Item.objects.unguarded(WHY).filter(unread(by), pk=item.pk).exists():
        _row(by, item).save(force_insert=True)


def opened_paper(by: Viewer, meeting: Meeting, item: int | None = None) -> None:
    """Note that `by` was shown the meeting's items, or the one of them, where something of them is closed.

    Each once an hour. Whom a conflict of interest keeps from an item was not shown it. One query when all are noted.
    """
    shown = Item.objects.visible_to(by).filter(_CLOSED, meeting=meeting)
    _note(by, shown if item is None else shown.filter(pk=item))


def unread(by: Viewer) -> Q:
    """Of an item that `by` is about to be shown: that something of it is closed, and the reading not noted yet."""
    return _CLOSED & ~Q(_noted(by))


def opened_items(by: Viewer, items: Iterable[Item]) -> None:
    """Note that `by` was shown these items, read with whether they are `unread`. One query when some are."""
    shown = [one for one in items if getattr(one, "unread", False) and one.pk not in by.conflicts]
    if shown:
        Journal.objects.bulk_create(_row(by, one) for one in shown)


def opened_decisions(by: Viewer, items: Iterable[int]) -> None:
    """Note that `by` was shown what was decided at these items, by their ids, where that is closed; as above."""
    if wanted := list(items):
        _note(by, Item.objects.visible_to(by).filter(_CLOSED_DECISION, pk__in=wanted))


def opened_titles(by: Viewer, items: Iterable[int]) -> None:
    """Note that `by` was shown what these closed items are called inside the house, by their ids; as above."""
    if wanted := list(items):
        _note(by, Item.objects.visible_to(by).filter(_CLOSED, pk__in=wanted))


def _note(by: Viewer, shown: GuardedQuerySet[Item]) -> None:
    conflict = Presence.objects.filter(item=OuterRef("pk"), person=by.person, conflict=True)
    new = shown.exclude(_noted(by)).exclude(Exists(conflict)).order_by("pk")
    if rows := [_row(by, one) for one in new]:
        Journal.objects.bulk_create(rows)


def _noted(by: Viewer) -> Exists:
    """That this reading of the item is noted already."""
    since = timezone.now() - _ONE_READING
    return Exists(Journal.objects.unguarded(WHY).filter(by=by.person, kind=KIND, at__gt=since, item=OuterRef("pk")))


def _row(by: Viewer, item: Item) -> Journal:
    now = timezone.now()
    return Journal(
        at=now,
        by_id=by.person,
        kind=KIND,
        body_id=item.body_id,
        case_id=item.case_id,
        item=item,
        meeting_id=item.meeting_id,
        delivered_at=now,
    )
