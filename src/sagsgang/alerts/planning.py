"""The calendar of what is to come, beside what was last told of it: what differs is news, once.

No clock is trusted to say what is new: a meeting is looked at when the calendar's word of it is not the one that was
told, so a move that was undone before anybody heard of it is none. Cost: one query over the meetings to come, by the
index of audience and day, however many papers there are; eight for each batch that changed, however many followers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from sagsgang.alerts.keeping import Told, keep
from sagsgang.alerts.matching import Thing, followers_of
from sagsgang.alerts.models import Change, ChangeKind, Kind, Known, News
from sagsgang.archive.models import Audience, Entry, Planned

AT_ONCE = 100
_SAID = ("date", "start", "place", "cancelled", "changed_at")


class _Overtaken(Exception):  # noqa: N818 - it is what happened
    """Another worker told it meanwhile."""


def notice() -> bool:
    """Take up some of what changed; False when nothing did. One query then."""
    rows = list(_untold().order_by("date", "pk")[:AT_ONCE])
    if not rows:
        return False
    before = {row.reference: row for row in Known.objects.filter(reference__in=[row.reference for row in rows])}
    changes = [one for row in rows if (one := _change(row, before.get(row.reference)))]
    try:
        with transaction.atomic():
            _move(rows, before)
            Change.objects.bulk_create(changes)
            keep(_told(changes), timezone.now())
    except (IntegrityError, _Overtaken):
        return True
    return True


def _untold() -> QuerySet[Planned]:
    told = Known.objects.filter(reference=OuterRef("reference"), changed_at=OuterRef("changed_at"))
    coming = Planned.objects.filter(audience=Audience.STREET, date__gte=timezone.localdate())
    return coming.filter(~Exists(told)).select_related("body")


def _move(rows: Sequence[Planned], before: dict[str, Known]) -> None:
    new = [row for row in rows if row.reference not in before]
    Known.objects.bulk_create(Known(reference=row.reference, **_said(row)) for row in new)
    for row in rows:
        known = before.get(row.reference)
        if known and not Known.objects.filter(pk=known.pk, changed_at=known.changed_at).update(**_said(row)):
            raise _Overtaken


def _said(row: Planned) -> dict[str, object]:
    return {name: getattr(row, name) for name in _SAID}


def _change(row: Planned, before: Known | None) -> Change | None:
    """None when followers are told nothing by it."""
    kind = _kind(row, before)
    if kind is None:
        return None
    return Change(
        kind=kind,
        reference=row.reference,
        body=row.body,
        date=row.date,
        start=row.start,
        place=row.place,
        before_date=before.date if before else None,
        before_start=before.start if before else None,
        before_place=before.place if before else "",
        changed_at=row.changed_at,
    )


def _kind(row: Planned, before: Known | None) -> ChangeKind | None:
    if before is None:
        return None if row.cancelled else ChangeKind.NEW
    if row.cancelled or before.cancelled:
        kind = ChangeKind.CANCELLED if row.cancelled else ChangeKind.RESTORED
        return None if row.cancelled == before.cancelled else kind
    same = (row.date, row.start, row.place) == (before.date, before.start, before.place)
    return None if same else ChangeKind.MOVED


def _told(changes: Sequence[Change]) -> list[Told]:
    """Who follows the body, and of a meeting whose agenda is out, who follows a case on it."""
    wanted: dict[Thing, list[Change]] = defaultdict(list)
    for change in changes:
        wanted[Kind.BODY, change.body.slug].append(change)
    for change, case in _cases(changes):
        wanted[Kind.CASE, case].append(change)
    return [
        (row, News(subscription=row, change=change))
        for row in (followers_of(wanted) if wanted else ())
        for change in wanted[row.kind, row.key]
        if row.confirmed_at and row.confirmed_at < change.changed_at
    ]


def _cases(changes: Iterable[Change]) -> Iterator[tuple[Change, str]]:
    """Each case that stands on the agenda of a meeting that changed. One query at most."""
    held: dict[tuple[object, ...], Change] = {
        (one.body_id, one.before_date, one.before_start): one for one in changes if one.before_date
    }
    either = Q(pk__in=())
    for body, day, _start in held:
        either |= Q(meeting__body=body, meeting__date=day)
    rows = Entry.objects.filter(either, audience=Audience.STREET).exclude(case_key="").order_by()
    found = rows.values_list("body_id", "date", "meeting__start", "case_key").distinct() if held else ()
    for *meeting, case in found:
        if change := held.get(tuple(meeting)):
            yield change, case
