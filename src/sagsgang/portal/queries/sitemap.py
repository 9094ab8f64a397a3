"""The addresses that search engines may know, in parts of bounded size."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Max, OuterRef
from django.utils.timezone import localdate

from sagsgang.archive.models import Entry, Meeting
from sagsgang.paper.model import Access
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import address

PART = 10_000
# No archive has so many; what is larger still is a number that no database takes.
_BEYOND = 10**12


@dataclass(frozen=True, slots=True)
class SitemapIndex:
    """The parts of 10,000 row ids each; the meetings have a first part even when empty, for the fixed pages.

    `items` are the parts of the cases too: each case stands in the part of its first entry.
    """

    meetings: tuple[int, ...]
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeetingAddress:
    """A meeting's page, and when its edition was published."""

    body: str
    slug: str
    changed: date


@dataclass(frozen=True, slots=True)
class ItemAddress:
    """An open item's page."""

    body: str
    slug: str
    where: str


def sitemap_index() -> SitemapIndex:
    """The parts of the sitemap."""
    meetings = Meeting.objects.order_by().aggregate(last=Max("pk"))["last"] or 0
    items = Entry.objects.order_by().aggregate(last=Max("pk"))["last"] or -1
    return SitemapIndex(tuple(range(meetings // PART + 1)), tuple(range(items // PART + 1)))


def sitemap_meetings(part: int) -> tuple[MeetingAddress, ...]:
    """The street's meetings of one part, by id."""
    rows = Meeting.objects.filter(audience=audience(), edition__isnull=False, pk__range=_span(part)).order_by("pk")
    values = rows.values_list("body__slug", "slug", "edition__seal__sealed_at")
    return tuple(MeetingAddress(body, slug, localdate(changed)) for body, slug, changed in values)


def sitemap_items(part: int) -> tuple[ItemAddress, ...]:
    """The street's open items of one part, by id."""
    rows = Entry.objects.filter(audience=audience(), access=Access.OPEN, pk__range=_span(part)).order_by("pk")
    values = rows.values_list("body__slug", "meeting__slug", "number", "position")
    return tuple(ItemAddress(body, slug, address(number, position)) for body, slug, number, position in values)


def sitemap_cases(part: int) -> tuple[str, ...]:
    """The keys of the street's cases whose first entry lies in the part."""
    rows = Entry.objects.filter(audience=audience(), pk__range=_span(part)).exclude(case_key="").order_by("pk")
    earlier = Entry.objects.filter(audience=audience(), case_key=OuterRef("case_key"), pk__lt=OuterRef("pk"))
    return tuple(rows.filter(~Exists(earlier)).values_list("case_key", flat=True))


def _span(part: int) -> tuple[int, int]:
    first = min(part, _BEYOND) * PART
    return first, first + PART - 1
