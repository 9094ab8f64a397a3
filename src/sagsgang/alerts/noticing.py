"""Goes down the chains from where it was last, and writes down what is news for whom. The import is one of many.

Cost: where nothing is new one query, a look at the end of each body's chain, however long the chains are. A batch of
AT_ONCE records: some twenty queries however many follow, three more for each changed edition, five for each
withdrawal, and a look into the search index for each different saved search. So n new papers for m subscriptions are
O(n + m).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from sagsgang.alerts.due import is_fresh
from sagsgang.alerts.keeping import Told, keep
from sagsgang.alerts.leaving import end
from sagsgang.alerts.matching import Thing, confirmed, followers_of, fresh, lines_of, news, things
from sagsgang.alerts.models import Frequency, Kind, News, Subscription, Watermark
from sagsgang.archive.models import Audience, Body, RecordKind, Seal, Trace, TraceKind

AT_ONCE = 50
_PAPERS = (RecordKind.AGENDA, RecordKind.MINUTES)
_GONE = (RecordKind.ERASURE, RecordKind.WITHDRAWAL)


class _Found(NamedTuple):
    """What a stretch of a chain says: who is told what, and how many papers of long ago count for whom."""

    told: list[Told]
    older: list[tuple[Subscription, int]]


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
                keep(found.told, timezone.now(), found.older)
                end(seals)
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
    return list(rows.select_related("body", "edition__meeting__body")[:AT_ONCE])


def _move(body: Body, seen: int, last: int) -> None:
    Watermark.objects.get_or_create(body=body)
    if not Watermark.objects.filter(body=body, number=seen).update(number=last):
        raise _Overtaken


def _found(seals: Sequence[Seal]) -> _Found:
    street = [seal for seal in seals if seal.audience == Audience.STREET]
    papers = [seal for seal in street if seal.kind in _PAPERS and _is_in_force(seal)]
    new = [seal for seal in papers if is_fresh(seal)]
    told = news(fresh(new))
    told += [one for seal in street if seal.kind in _GONE for one in _withdrawn(seal)]
    return _Found(told, _older([seal for seal in papers if not is_fresh(seal)]))


def _is_in_force(seal: Seal) -> bool:
    """An edition that another one took the place of meanwhile is told of by that one."""
    edition = getattr(seal, "edition", None)
    return bool(edition and edition.meeting.edition_id == edition.pk)


def _withdrawn(erasure: Seal) -> Iterable[Told]:
    """Who follows the body or a case of it, and who was told of the paper, is told that it is gone, once.

    Not when another one is in force.
    """
    of = Seal.objects.filter(body=erasure.body_id, number=erasure.concerns or 0, kind__in=_PAPERS)
    seal = of.select_related("edition__meeting__body").first()
    if seal is None or seal.edition.meeting.edition_id is not None or not is_fresh(seal) or _was_gone(erasure):
        return ()
    of_body = Q(kind=Kind.BODY, key=seal.edition.meeting.body.slug)
    of_case = Q(kind=Kind.CASE, key__in=_treated(seal, erasure))
    told = Q(pk__in=News.objects.filter(seal=seal).values("subscription"))
    rows = confirmed().filter(of_body | of_case | told, confirmed_at__lt=erasure.sealed_at).select_related("follower")
    return [(row, News(subscription=row, seal=erasure)) for row in rows]


def _was_gone(erasure: Seal) -> bool:
    """Whether the paper had been withdrawn, and not put back, when it was erased."""
    deeds = Seal.objects.filter(body=erasure.body_id, concerns=erasure.concerns, number__lt=erasure.number)
    before = deeds.filter(kind__in=(*_GONE, RecordKind.RETURN)).order_by("-number").first()
    return before is not None and before.kind in _GONE


def _treated(seal: Seal, erasure: Seal) -> list[str]:
    """The cases that the paper showed to its end: open data keeps their names."""
    rows = Trace.objects.filter(meeting=seal.edition.meeting_id, kind=TraceKind.TREATMENT)
    owners = rows.filter(deleted__gte=erasure.sealed_at).values_list("owner", flat=True)
    return [owner.partition("/")[2] for owner in owners]


def _older(seals: Sequence[Seal]) -> list[tuple[Subscription, int]]:
    """How many papers of long ago came for each subscription to a digest. Two queries, whatever their number."""
    counts: Counter[Thing] = Counter((Kind.BODY.value, seal.edition.meeting.body.slug) for seal in seals)
    if not seals:
        return []
    for lines in lines_of(seals).values():
        counts.update(things(lines).keys())
    digests = followers_of(counts).exclude(frequency=Frequency.AT_ONCE)
    return [(row, counts[row.kind, row.key]) for row in digests]
