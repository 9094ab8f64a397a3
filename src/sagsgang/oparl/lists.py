"""Pages of an external list, by key: the last of a million costs what the first does.

Lists are counted as far as that is cheap. What may be told besides (2.5.4) is left out of longer ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.cache import cache
from django.db.models import Q, QuerySet

from sagsgang.archive.models import Audience, Trace, TraceKind
from sagsgang.oparl.answers import Wrong
from sagsgang.oparl.asked import Asked, Mark, Turn, end_of

COUNTED = 50_000
_MORE = -1
_FOR_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class ListPage:
    """The traces of one page, which page that is, and the pages around; `total` is None for a list too long."""

    traces: Sequence[Trace]
    here: Turn
    before: Turn | None
    following: Turn | None
    last: Turn | None
    total: int | None


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


def cut(whole: QuerySet[Trace], asked: Asked, modified: datetime | None) -> ListPage:
    """The page that was asked for. What is gone is told of to those who ask for changes (specification 2.5.5).

    `modified` is when anything of the list last changed: it is counted once for each such time.
    """
    rows = whole.filter(_within(asked))
    if "modified_since" not in asked.times:
        rows = rows.filter(deleted=None)
    here = _placed(rows, asked)
    if here is None:
        return ListPage((), asked.turn, None, None, None, _total(rows, modified))
    page = rows.filter(_beyond(here.after)) if here.after else rows
    found = list(page.order_by(*_order(asked))[: asked.limit + 1])
    shown, number = found[: asked.limit], here.number
    following = None
    if len(found) > asked.limit:
        following = Turn(number + 1 if number else None, _mark(shown[-1], asked))
    total = _total(rows, modified)
    return ListPage(shown, here, _before(rows, shown, here, asked), following, _last(rows, here, total, asked), total)


def _placed(rows: QuerySet[Trace], asked: Asked) -> Turn | None:
    """The page with what stands before it, also where only its number was given; None when there is no such page."""
    turn = asked.turn
    if turn.after or turn.number is None or turn.number == 1:
        return turn
    start = (turn.number - 1) * asked.limit
    if start > COUNTED:
        raise Wrong("Så langt tælles siderne ikke: følg links.next.")
    preceding = rows.order_by(*_order(asked))[start - 1 : start].first()
    return Turn(turn.number, _mark(preceding, asked)) if preceding else None


def _before(rows: QuerySet[Trace], shown: Sequence[Trace], here: Turn, asked: Asked) -> Turn | None:
    if here.after is None or not shown:
        return None
    number = here.number - 1 if here.number and here.number > 1 else None
    if number == 1:
        return Turn()
    ahead = rows.filter(_ahead(_mark(shown[0], asked))).order_by(*_backwards(asked))
    preceding = list(ahead[asked.limit : asked.limit + 1])
    return Turn(number, _mark(preceding[0], asked)) if preceding else Turn()


def _last(rows: QuerySet[Trace], here: Turn, total: int | None, asked: Asked) -> Turn | None:
    if total is None:
        return None
    pages = pages_of(total, asked.limit)
    if pages == 1 or here.number == pages:
        return Turn() if pages == 1 else here
    rest = total - (pages - 1) * asked.limit
    preceding = list(rows.order_by(*_backwards(asked))[rest : rest + 1])
    return Turn(pages, _mark(preceding[0], asked)) if preceding else None


def pages_of(total: int, limit: int) -> int:
    """How many pages hold so many objects; an empty list has one."""
    return max(1, -(-total // limit))


def _total(rows: QuerySet[Trace], modified: datetime | None) -> int | None:
    asked_for = sha256(f"{modified} {rows.query}".encode()).hexdigest()
    key = f"oparl-{asked_for}"
    total = cache.get(key)
    if total is None:
        counted = rows.order_by()[: COUNTED + 1].count()
        total = _MORE if counted > COUNTED else counted
        cache.set(key, total, _FOR_SECONDS)
    return None if total == _MORE else int(total)


def _order(asked: Asked) -> tuple[str, ...]:
    return ("modified", "id") if asked.by_change else ("id",)


def _backwards(asked: Asked) -> tuple[str, ...]:
    return tuple(f"-{name}" for name in _order(asked))


def _mark(trace: Trace, asked: Asked) -> Mark:
    return Mark(trace.pk, trace.modified if asked.by_change else None)


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


def _ahead(mark: Mark) -> Q:
    if mark.modified is None:
        return Q(id__lt=mark.id)
    return Q(modified__lte=mark.modified) & (Q(modified__lt=mark.modified) | Q(id__lt=mark.id))
