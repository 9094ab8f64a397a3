"""That somebody read something closed: the Journal keeps it."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from sagsgang.core.models import Attachment, Item, Journal, Section
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access

KIND = "item.open_closed"
WHY = "whether anything closed is shown, not what"
# Leafing back and forth on one page is one reading.
_ONE_READING = timedelta(hours=1)


def opened(by: Viewer, item: Item) -> None:
    """Note that `by` was shown `item`, when it or a part of it is closed; once an hour."""
    if not _holds_closed(item):
        return
    lately = Journal.objects.unguarded(WHY).filter(
        by=by.person, item=item, kind=KIND, at__gt=timezone.now() - _ONE_READING
    )
    if not lately.exists():
        Journal(
            at=timezone.now(),
            by_id=by.person,
            kind=KIND,
            body_id=item.body_id,
            case_id=item.case_id,
            item=item,
            meeting_id=item.meeting_id,
            delivered_at=timezone.now(),
        ).save(force_insert=True)


def _holds_closed(item: Item) -> bool:
    closed = ~Q(access=Access.OPEN)
    return (
        item.access != Access.OPEN
        or Section.objects.unguarded(WHY).filter(closed, item=item).exists()
        or Attachment.objects.unguarded(WHY).filter(closed, item=item).exists()
    )
