"""A planned meeting is told of like one with papers, and keeps its name when it is moved and when they come."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from sagsgang.archive.models import Body, Meeting, Planned, Trace, TraceKind
from sagsgang.archive.planned import matched
from sagsgang.archive.traces import names
from sagsgang.archive.traces.around import touch_around
from sagsgang.archive.traces.leaving import Loose, leave, let_loose, loosened
from sagsgang.archive.traces.rows import live, named
from sagsgang.archive.traces.settle import Ledger
from sagsgang.archive.traces.wanted import Wanted
from sagsgang.archive.writing import writing

_ELSEWHERE = "Mødet står ikke længere i den offentlige kalender."


def planned(row: Planned, now: datetime | None = None) -> None:
    """Tell of the planned meeting, or bring what is told of it up to date. Inside `writing`."""
    ledger = Ledger(row.audience, now or timezone.now())
    _gone_elsewhere(row, ledger.now)
    trace = _trace_of(row)
    if trace and trace.meeting_id and trace.deleted is None:
        _with_paper(ledger, trace, row)
    else:
        _without(ledger, trace, row)


def unplanned(body: Body, audience: str, reason: str) -> None:
    """Nothing is planned by the body on that channel any longer. Inside `writing`."""
    _take(live(audience, TraceKind.MEETING).filter(body=body, meeting=None), audience, timezone.now(), reason)


def catch_up() -> None:
    """Tell of what was planned before plans were told of."""
    told = Trace.objects.filter(audience=OuterRef("audience"), kind=TraceKind.MEETING, owner=OuterRef("reference"))
    for row in Planned.objects.filter(~Exists(told)).select_related("body").order_by("date", "pk"):
        with writing():
            planned(row)


def foreseen(audience: str, meetings: Sequence[Meeting]) -> dict[int, Trace]:
    """The traces under which `meetings`, which have none yet, were told of as plans. Two queries at most."""
    if not meetings:
        return {}
    bodies, days = {one.body_id for one in meetings}, {one.date for one in meetings}
    plans = matched(meetings, Planned.objects.filter(audience=audience, body__in=bodies, date__in=days))
    references = [plan.reference for plan in plans.values()]
    rows = Trace.objects.filter(audience=audience, kind=TraceKind.MEETING, meeting=None, owner__in=references)
    traces = {one.owner: one for one in rows} if references else {}
    return {key: traces[plan.reference] for key, plan in plans.items() if plan.reference in traces}


def free_keys(audience: str, wanted: Mapping[int, str]) -> dict[int, str]:
    """The key of each new meeting, by its id: the one wanted, with a number where another meeting has it."""
    rows = Trace.objects.filter(audience=audience, kind=TraceKind.MEETING, key__in=wanted.values())
    taken = frozenset(rows.values_list("key", flat=True)) if wanted else frozenset()
    return {one: _numbered(audience, key) if key in taken else key for one, key in wanted.items()}


def with_flag(data: Mapping[str, Any], cancelled: object) -> dict[str, Any]:
    """A meeting's data that says whether it is cancelled."""
    kept = {name: value for name, value in data.items() if name != "cancelled"}
    return {**kept, "cancelled": True} if cancelled else kept


def _numbered(audience: str, key: str) -> str:
    return next(one for number in range(2, 10_000) if not _is_taken(audience, one := f"{key}-{number}"))


def _is_taken(audience: str, key: str) -> bool:
    return Trace.objects.filter(audience=audience, kind=TraceKind.MEETING, key=key).exists()


def _trace_of(row: Planned) -> Trace | None:
    rows = Trace.objects.filter(audience=row.audience, kind=TraceKind.MEETING)
    found = rows.filter(owner=row.reference).first()
    if found:
        return found
    held = Meeting.objects.filter(body=row.body_id, audience=row.audience, date=row.date, edition__isnull=False)
    meetings = [key for key, plan in matched(held, [row]).items() if plan is row]
    return rows.filter(meeting__in=meetings, deleted=None, owner="").first()


def _gone_elsewhere(row: Planned, now: datetime) -> None:
    """A body that goes over to another channel takes its calendar along."""
    rows = Trace.objects.filter(kind=TraceKind.MEETING, owner=row.reference, meeting=None, deleted=None)
    for trace in rows.exclude(audience=row.audience):
        _take(Trace.objects.filter(pk=trace.pk), trace.audience, now, _ELSEWHERE)


def _take(rows: Iterable[Trace], audience: str, now: datetime, reason: str) -> None:
    ledger, gone = Ledger(audience, now), list(rows)
    ledger.know(gone)
    if gone:
        leave(ledger, gone, loosened(gone), reason)


def _with_paper(ledger: Ledger, trace: Trace, row: Planned) -> None:
    """The paper says when and where; that the meeting is cancelled says the plan only."""
    data = with_flag(json.loads(trace.data), row.cancelled)
    ledger.know([trace])
    ledger.want(
        Wanted(
            kind=TraceKind.MEETING,
            key=trace.key,
            authority=trace.authority,
            owner=row.reference,
            body_id=trace.body_id,
            meeting_id=trace.meeting_id,
            data=data,
            says=f"{trace.meeting.edition_id}" if trace.meeting else "",
        )
    )
    ledger.write()


def _without(ledger: Ledger, trace: Trace | None, row: Planned) -> None:
    authority = names.authorities(row.audience, [row.body.authority])[row.body.authority]
    key = trace.key if trace else _new_key(row)
    before = trace.data if trace else ""
    wanted = [*_shared(row, authority), _meeting(row, authority, key)]
    ledger.know([trace] if trace else [])
    ledger.know(named(row.audience, {one.name for one in wanted}))
    changed = [one.name for one in wanted if not _is_told(ledger, one) and ledger.want(one)]
    touch_around(ledger, (ledger.known[name] for name in changed))
    loose, meeting = Loose(), ledger.known[TraceKind.MEETING.value, key]
    let_loose(loose, meeting, before, meeting.data)
    leave(ledger, (), loose, _ELSEWHERE)


def _is_told(ledger: Ledger, wanted: Wanted) -> bool:
    """Of a body with papers more is told than that it has plans."""
    known = ledger.known.get(wanted.name) if wanted.kind is TraceKind.BODY else None
    return known is not None and known.deleted is None


def _new_key(row: Planned) -> str:
    """Its day, with the hour where that is another meeting's."""
    day = f"{row.body.slug}/{row.date}"
    timed = f"{day}-{row.start:%H%M}" if row.start else day
    free = (one for one in (day, timed) if not _is_taken(row.audience, one))
    return next(free, "") or _numbered(row.audience, timed)


def _shared(row: Planned, authority: str) -> Iterator[Wanted]:
    year = names.term_of(row.date.year)
    yield Wanted(kind=TraceKind.AUTHORITY, key=authority, authority=authority, data={"name": row.body.authority})
    yield Wanted(kind=TraceKind.TERM, key=f"{authority}/{year}", authority=authority, data={"year": year})
    yield Wanted(
        kind=TraceKind.BODY,
        key=row.body.slug,
        authority=authority,
        body_id=row.body_id,
        data={"plans_only": True},
    )
    if row.place:
        place = names.place_key(authority, row.place)
        yield Wanted(kind=TraceKind.PLACE, key=place, authority=authority, data={"text": row.place})


def _meeting(row: Planned, authority: str, key: str) -> Wanted:
    data: dict[str, Any] = {"day": row.date.isoformat()}
    if row.start:
        data["start"] = row.start.strftime("%H:%M")
    if row.place:
        data["place"] = names.place_key(authority, row.place)
    return Wanted(
        kind=TraceKind.MEETING,
        key=key,
        authority=authority,
        owner=row.reference,
        body_id=row.body_id,
        data=with_flag(data, row.cancelled),
    )
