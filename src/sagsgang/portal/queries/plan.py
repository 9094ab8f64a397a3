"""What is on the calendar: the meetings that were planned, and those that have a paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Max, Min, QuerySet

from sagsgang.archive import gone
from sagsgang.archive.models import Body, Edition, Meeting, Planned
from sagsgang.archive.planned import matched
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.authorities import shown_authority
from sagsgang.portal.queries.lines import MeetingLine

_BACK = timedelta(days=366)
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting in a calendar program. `reference` stays when the meeting is moved; `revision` grows with it.

    `meeting_slug` is "" until there is a paper.
    """

    reference: str
    revision: int
    changed: datetime
    body: str
    body_slug: str
    meeting_slug: str
    day: date
    start: time | None
    place: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A meeting to come that has no paper yet."""

    body: str
    body_slug: str
    authority: str
    day: date
    start: time | None
    place: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The events of one body, of all for name ""."""

    name: str
    events: tuple[Event, ...]


def calendar(today: date) -> Calendar:
    """Every body's meetings, from a year back on. Two queries, O(events)."""
    since = today - _BACK
    return Calendar("", _events(_held().filter(date__gte=since), _planned().filter(date__gte=since)))


def of_body(slug: str, today: date) -> Calendar | None:
    """One body's meetings; None when the street knows no such body, or it was taken off."""
    body = Body.objects.filter(slug=slug).first()
    if body is None:
        return None
    since = today - _BACK
    events = _events(_held().filter(body=body, date__gte=since), _planned().filter(body=body, date__gte=since))
    known = Meeting.objects.filter(body=body, audience=audience())
    if not events and (gone.of_body(body, audience()) or not known.exists()):
        return None
    return Calendar(body.name, events)


def coming(first: date, after: date | None = None, body: str = "", most: int = 10) -> tuple[PlannedLine, ...]:
    """The planned meetings without a paper from `first` to before `after`, in order; of one body when named."""
    rows = _planned().filter(date__gte=first)
    rows = rows.filter(date__lt=after) if after else rows
    rows = rows.filter(body__slug=body) if body else rows
    found = list(rows.order_by("date", "start", "id")[:most])
    papers = Meeting.objects.filter(audience=audience(), edition__isnull=False, date__in={row.date for row in found})
    out = set(papers.values_list("body_id", "date")) if found else set()
    return tuple(_line(row) for row in found if (row.body_id, row.date) not in out)


def in_order(lines: Iterable[MeetingLine | PlannedLine]) -> tuple[MeetingLine | PlannedLine, ...]:
    """Meetings with a paper and without, by day and hour."""
    return tuple(sorted(lines, key=lambda line: (line.day, line.start or time.min)))


def last_planned() -> date | None:
    """The day of the last meeting that is planned."""
    last: date | None = _planned().aggregate(day=Max("date"))["day"]
    return last


def next_planned(first: date) -> date | None:
    """The day of the first meeting that is planned from `first` on."""
    day: date | None = _planned().filter(date__gte=first).aggregate(day=Min("date"))["day"]
    return day


def _line(row: Planned) -> PlannedLine:
    return PlannedLine(
        row.body.name, row.body.slug, shown_authority(row.body), row.date, row.start, row.place, row.cancelled
    )


def _held() -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(audience=audience(), edition__isnull=False)
    return rows.select_related("body", "edition__seal").annotate(editions_so_far=Count("editions"))


def _planned() -> QuerySet[Planned]:
    return Planned.objects.filter(audience=audience()).select_related("body")


def _events(held: Iterable[Meeting], planned: Iterable[Planned]) -> tuple[Event, ...]:
    """A meeting with a paper keeps the reference of the plan that it was."""
    meetings, ahead = list(held), list(planned)
    plans = matched(meetings, ahead)
    events = [_published(row, row.edition, plans.get(row.pk)) for row in meetings if row.edition]
    out = {plan.pk for plan in plans.values()}
    events += [_announced(row) for row in ahead if row.pk not in out]
    return tuple(sorted(events, key=lambda event: (event.day, event.start or time.min, event.reference))[-_MOST:])


def _published(row: Meeting, edition: Edition, plan: Planned | None) -> Event:
    sealed = edition.seal.sealed_at
    return Event(
        reference=plan.reference if plan else f"{row.body.slug}-{row.slug}",
        revision=(plan.revision if plan else 0) + getattr(row, "editions_so_far", 0),
        changed=max(sealed, plan.changed_at) if plan else sealed,
        body=row.body.name,
        body_slug=row.body.slug,
        meeting_slug=row.slug,
        day=row.date,
        start=row.start,
        place=row.place,
        cancelled=plan is not None and plan.cancelled,
    )


def _announced(row: Planned) -> Event:
    return Event(
        reference=row.reference,
        revision=row.revision,
        changed=row.changed_at,
        body=row.body.name,
        body_slug=row.body.slug,
        meeting_slug="",
        day=row.date,
        start=row.start,
        place=row.place,
        cancelled=row.cancelled,
    )
