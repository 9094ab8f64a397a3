"""Writes down what is news for whom, and when they are told. Inside the transaction that moves the watermark."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from django.db.models import F, Value
from django.db.models.functions import Coalesce

from sagsgang.alerts.due import due_at
from sagsgang.alerts.models import News, Subscription

Told = tuple[Subscription, News]
# So many ids a statement: what SQLite takes ends at 32,766.
_AT_ONCE = 10_000


def keep(told: Sequence[Told], now: datetime, older: Sequence[tuple[Subscription, int]] = ()) -> None:
    """Keep the news, and `older`: how many papers of long ago came for a subscription."""
    News.objects.bulk_create([one for _, one in told], ignore_conflicts=True)
    by_count: dict[int, list[int]] = defaultdict(list)
    for row, count in older:
        by_count[count].append(row.pk)
    for count, pks in by_count.items():
        for some in _parts(pks):
            Subscription.objects.filter(pk__in=some).update(older=F("older") + count)
    _make_due({row.pk: row for row, _ in (*told, *older)}.values(), now)


def _make_due(rows: Iterable[Subscription], now: datetime) -> None:
    """What is due already stays so. The rows are written anyway: who gathers news waits, or is waited for."""
    times: dict[datetime, list[int]] = defaultdict(list)
    for row in rows:
        times[due_at(row.frequency, now, row.follower.quiet_until)].append(row.pk)
    for due, pks in times.items():
        for some in _parts(pks):
            Subscription.objects.filter(pk__in=some).update(due_at=Coalesce(F("due_at"), Value(due)))


def _parts(pks: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(pks)
    return iter(lambda: list(islice(rest, _AT_ONCE)), [])
