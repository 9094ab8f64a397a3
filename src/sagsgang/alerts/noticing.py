"""Goes down the chains from where it was last, and writes down what is news for whom. The import is one of many."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from sagsgang.alerts.due import due_at, is_fresh
from sagsgang.alerts.matching import Line, Thing, confirmed, followers_of, fresh, news, things
from sagsgang.alerts.models import Frequency, Kind, News, Subscription, Watermark
from sagsgang.archive.models import Audience, Body, Entry, RecordKind, Seal

AT_ONCE = 50
_PAPERS = (RecordKind.AGENDA, RecordKind.MINUTES)
_GONE = (RecordKind.ERASURE, RecordKind.WITHDRAWAL)


class _Found(NamedTuple):
    """What a stretch of a chain says: who is told what, and how many papers of long ago count for whom."""

    told: list[tuple[Subscription, News]]
    older: Counter[int]


class _Overtaken(Exception):  # noqa: N818 - it is what happened
    """Somebody else was here meanwhile."""


def notice() -> bool:
    """Read on in one chain, at most AT_ONCE records; False when there is nothing new in any. One query then."""
    body = _behind().first()
    if body is None:
        return False
    seen = getattr(body, "seen", 0)
    seals = _seals(body, seen)
    found = _found(seals) if confirmed().exists() else None
    last = seals[-1].number if found else Seal.objects.filter(body=body).aggregate(last=Max("number"))["last"]
    try:
        with transaction.atomic():
            _move(body, seen, last)
            if found:
                _keep(found, timezone.now())
    except (IntegrityError, _Overtaken):  # somebody stopped following meanwhile, or another worker read this
        return True
    return True


def _behind() -> QuerySet[Body]:
    """The bodies with records below their watermark, each with `seen`; looked up by the index of the chains."""
    mark = Watermark.objects.filter(body=OuterRef("pk")).values("number")
    seen = Body.objects.annotate(seen=Coalesce(Subquery(mark), Value(0)))
    return seen.filter(Exists(Seal.objects.filter(body=OuterRef("pk"), number__gt=OuterRef("seen")))).order_by("pk")


def _seals(body: Body, seen: int) -> list[Seal]:
    rows = Seal.objects.filter(body=body, number__gt=seen).order_by("number")
    return list(rows.select_related("edition__meeting__body")[:AT_ONCE])


def _move(body: Body, seen: int, last: int) -> None:
    Watermark.objects.get_or_create(body=body)
    if not Watermark.objects.filter(body=body, number=seen).update(number=last):
        raise _Overtaken


def _found(seals: Sequence[Seal]) -> _Found:
    street = [seal for seal in seals if seal.audience == Audience.STREET]
    papers = [seal for seal in street if seal.kind in _PAPERS and _is_in_force(seal)]
    new = [seal for seal in papers if is_fresh(seal)]
    told = news([fresh(seal) for seal in new])
    told += [one for seal in street if seal.kind in _GONE for one in _withdrawn(seal)]
    return _Found(told, _older([seal for seal in papers if not is_fresh(seal)]))


def _is_in_force(seal: Seal) -> bool:
    """An edition that another one took the place of meanwhile is told of by that one."""
    edition = getattr(seal, "edition", None)
    return bool(edition and edition.meeting.edition_id == edition.pk)


def _withdrawn(erasure: Seal) -> Iterable[tuple[Subscription, News]]:
    """Who follows the body, and who was told of the paper, is told that it is gone; not when another is in force."""
    of = Seal.objects.filter(body=erasure.body_id, number=erasure.concerns or 0, kind__in=_PAPERS)
    seal = of.select_related("edition__meeting__body").first()
    if seal is None or seal.edition.meeting.edition_id is not None or not is_fresh(seal):
        return ()
    of_body = Q(kind=Kind.BODY, key=seal.edition.meeting.body.slug)
    told = Q(pk__in=News.objects.filter(seal=seal).values("subscription"))
    rows = confirmed().filter(of_body | told, confirmed_at__lt=erasure.sealed_at).select_related("follower")
    return [(row, News(subscription=row, seal=erasure)) for row in rows]


def _older(seals: Sequence[Seal]) -> Counter[int]:
    """How many papers of long ago came for each subscription to a digest. Two queries, whatever their number."""
    counts: Counter[Thing] = Counter((Kind.BODY.value, seal.edition.meeting.body.slug) for seal in seals)
    if not seals:
        return Counter()
    rows = Entry.objects.filter(meeting__in={seal.edition.meeting_id for seal in seals})
    of_meeting: dict[int, list[Line]] = defaultdict(list)
    for meeting, *line in rows.values_list("meeting_id", *Line._fields):
        of_meeting[meeting].append(Line._make(line))
    for lines in of_meeting.values():
        counts.update(things(lines).keys())
    digests = followers_of(counts).exclude(frequency=Frequency.AT_ONCE)
    return Counter({row.pk: counts[row.kind, row.key] for row in digests})


def _keep(found: _Found, now: datetime) -> None:
    News.objects.bulk_create([one for _, one in found.told], ignore_conflicts=True)
    waiting = {row.pk: row for row, _ in found.told}
    by_count: dict[int, list[int]] = defaultdict(list)
    for pk, count in found.older.items():
        by_count[count].append(pk)
    for count, pks in by_count.items():
        Subscription.objects.filter(pk__in=pks).update(older=F("older") + count)
    for row in confirmed().filter(pk__in=set(found.older) - set(waiting)).select_related("follower"):
        waiting[row.pk] = row
    _make_due(waiting.values(), now)


def _make_due(rows: Iterable[Subscription], now: datetime) -> None:
    """What is due already stays so. The rows are written anyway: who gathers news waits, or is waited for."""
    times: dict[datetime, list[int]] = defaultdict(list)
    for row in rows:
        times[due_at(row.frequency, now, row.follower.quiet_until)].append(row.pk)
    for due, pks in times.items():
        Subscription.objects.filter(pk__in=pks).update(due_at=Coalesce(F("due_at"), Value(due)))
