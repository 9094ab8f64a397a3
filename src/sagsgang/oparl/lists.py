"""Pages of an external list, by key: the last of a million costs what the first does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from sagsgang.archive.models import Audience, Trace, TraceKind
from sagsgang.oparl.asked import Asked, Mark, end_of


@dataclass(frozen=True, slots=True)
class ListPage:
    """The traces of one page, and the mark of the next one."""

    traces: Sequence[Trace]
    following: Mark | None


def of_authority(kind: TraceKind, authority: str) -> QuerySet[Trace]:
    """The whole list of an authority."""
    return Trace.objects.filter(audience=Audience.STREET, authority=authority, kind=kind)


def latest(kind: TraceKind, authority: str) -> datetime | None:
    """When anything in the whole list of an authority last changed."""
    rows = of_authority(kind, authority).order_by("-modified")
    return rows.values_list("modified", flat=True).first()


def of_body(kind: TraceKind, body_id: int) -> QuerySet[Trace]:
    """What belongs to one body."""
    return Trace.objects.filter(body=body_id, kind=kind, audience=Audience.STREET)


def authorities() -> QuerySet[Trace]:
    """Every authority."""
    return Trace.objects.filter(audience=Audience.STREET, kind=TraceKind.AUTHORITY)


def latest_authority() -> datetime | None:
    """When one of them last changed. Whole rows: for less SQLite takes an index in which it reads everything."""
    return max((trace.modified for trace in authorities()), default=None)


def cut(whole: QuerySet[Trace], asked: Asked) -> ListPage:
    """The page that was asked for. What is gone is told of to those who ask for changes (specification 2.5.5)."""
    rows = whole.filter(_within(asked))
    if "modified_since" not in asked.times:
        rows = rows.filter(deleted=None)
    if asked.after:
        rows = rows.filter(_beyond(asked.after))
    found = list(rows.order_by(*(("modified", "id") if asked.by_change else ("id",)))[: asked.limit + 1])
    if len(found) <= asked.limit:
        return ListPage(found, None)
    last = found[asked.limit - 1]
    return ListPage(found[: asked.limit], Mark(last.pk, last.modified if asked.by_change else None))


def _within(asked: Asked) -> Q:
    times, condition = asked.times, Q()
    if "modified_since" in times:
        condition &= Q(modified__gte=times["modified_since"])
    if "created_since" in times:
        # The second condition is implied by the first, and has an index.
        condition &= Q(created__gte=times["created_since"]) & Q(modified__gte=times["created_since"])
    if "modified_until" in times:
        condition &= Q(modified__lt=end_of(times["modified_until"]))
    if "created_until" in times:
        condition &= Q(created__lt=end_of(times["created_until"]))
    return condition


def _beyond(mark: Mark) -> Q:
    if mark.modified is None:
        return Q(id__gt=mark.id)
    return Q(modified__gte=mark.modified) & (Q(modified__gt=mark.modified) | Q(id__gt=mark.id))
