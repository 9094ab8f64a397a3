"""Puts what is due for somebody into one letter."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet, Sum

from sagsgang.alerts.due import QUIET
from sagsgang.alerts.models import Follower, Frequency, Letter, LetterKind, News, Subscription


def gather(follower_id: int, now: datetime) -> None:
    """Make a letter of everything that is due for the follower; nothing when nothing is. Nine queries at most."""
    with transaction.atomic():
        due = Subscription.objects.filter(follower=follower_id, due_at__lte=now, follower__paused_at=None)
        rows = {row.pk: row for row in due.select_for_update()}
        # First this, then what waits is read: news that is written down meanwhile makes the rows due anew.
        due_rows = Subscription.objects.filter(pk__in=rows)
        due_rows.update(due_at=None)
        waiting = News.objects.filter(subscription__in=rows, letter=None)
        older = due_rows.aggregate(older=Sum("older"))["older"] or 0
        if older or waiting.exists():
            _write(follower_id, due_rows, waiting, older, now)
            if any(row.frequency == Frequency.AT_ONCE for row in rows.values()):
                Follower.objects.filter(pk=follower_id).update(quiet_until=now + QUIET)


def _write(
    follower_id: int, rows: QuerySet[Subscription], waiting: QuerySet[News], older: int, now: datetime
) -> None:
    told = rows.filter(Q(pk__in=waiting.values("subscription")) | Q(older__gt=0))
    letter = Letter.objects.create(
        follower_id=follower_id,
        kind=LetterKind.NEWS,
        older=older,
        told_for=",".join(map(str, told.order_by("pk").values_list("pk", flat=True))),
        created_at=now,
    )
    waiting.update(letter=letter)
    rows.update(older=0)
