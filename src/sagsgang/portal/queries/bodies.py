"""The bodies, and one body with its meetings."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, OuterRef, Subquery

from sagsgang.archive.models import Body, Meeting, Planned
from sagsgang.archive.paging import Pager, Place, cut
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.authorities import shown_authority
from sagsgang.portal.queries.lines import MeetingLine, counted, meeting_lines, meetings
from sagsgang.portal.queries.plan import PlannedLine, coming

_SIZE = 25


@dataclass(frozen=True, slots=True)
class Dated:
    """A meeting of a body by day and address, "" where there is no paper yet."""

    day: date
    slug: str


@dataclass(frozen=True, slots=True)
class BodyCard:
    """A body in the list of bodies: since when, and the meetings next to today, None for none."""

    name: str
    slug: str
    authority: str
    first: date
    latest: Dated | None
    following: Dated | None


@dataclass(frozen=True, slots=True)
class BodyPage:
    """One body and a page of its meetings, of `year` when one is chosen."""

    name: str
    slug: str
    authority: str
    meetings: tuple[MeetingLine, ...]
    years: tuple[int, ...]
    year: int | None
    planned: tuple[PlannedLine, ...]
    pager: Pager


def body_cards(today: date) -> tuple[BodyCard, ...]:
    """Every body with something on the street, by name."""
    shown = Meeting.objects.filter(audience=audience(), body=OuterRef("pk"), edition__isnull=False)
    latest = shown.filter(date__lte=today).order_by("-date", "-id")
    following = shown.filter(date__gt=today).order_by("date", "id")
    planned = Planned.objects.filter(audience=audience(), body=OuterRef("pk"), cancelled=False, date__gt=today)
    rows = Body.objects.annotate(
        first=Subquery(shown.order_by("date", "id").values("date")[:1]),
        latest=Subquery(latest.values("date")[:1]),
        latest_slug=Subquery(latest.values("slug")[:1]),
        following=Subquery(following.values("date")[:1]),
        following_slug=Subquery(following.values("slug")[:1]),
        next_planned=Subquery(planned.order_by("date").values("date")[:1]),
    )
    return tuple(
        BodyCard(
            row.name,
            row.slug,
            shown_authority(row),
            row.first,
            Dated(row.latest, row.latest_slug) if row.latest else None,
            _next(Dated(row.following, row.following_slug) if row.following else None, row.next_planned),
        )
        for row in rows.filter(first__isnull=False).order_by("name", "authority")
    )


def _next(following: Dated | None, planned: date | None) -> Dated | None:
    """The meeting that has a paper, unless one without is planned before it."""
    if planned is None or (following and following.day <= planned):
        return following
    return Dated(planned, "")


def body(slug: str, year: int | None, start: Place | None, today: date) -> BodyPage | None:
    """The body at `slug`; None when it does not exist or has nothing on the street."""
    found = Body.objects.filter(slug=slug).first()
    if found is None:
        return None
    rows = meetings().filter(body=found)
    span = rows.order_by().aggregate(first=Min("date"), latest=Max("date"))
    if span["latest"] is None:
        return None
    if year is not None:
        rows = rows.filter(date__range=(date(year, 1, 1), date(year, 12, 31)))
    page, pager = cut(counted(rows), start, _SIZE)
    years = tuple(range(span["latest"].year, span["first"].year - 1, -1))
    planned = () if year or pager.newer else coming(today, body=slug)
    return BodyPage(found.name, found.slug, shown_authority(found), meeting_lines(page), years, year, planned, pager)
