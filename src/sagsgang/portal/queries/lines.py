"""The rows that lists are made of: those of the audience that this process serves, no others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sagsgang.archive.models import Body, Entry, Meeting, Planned
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.authorities import shown_authority


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body by name and address; `authority` is "" in every line where the archive holds one authority only."""

    name: str
    slug: str
    authority: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list; `kind` is "agenda" or "minutes"."""

    body: str
    body_slug: str
    slug: str
    day: date
    start: time | None
    place: str
    kind: str
    items: int
    authority: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An item in a list, with what was decided."""

    body: str
    body_slug: str
    meeting_slug: str
    day: date
    number: str
    address: str
    title: str
    outcome: str
    decision: str
    authority: str


def meetings() -> QuerySet[Meeting]:
    """The meetings that have an edition in force, with all that a line needs."""
    return Meeting.objects.filter(audience=audience(), edition__isnull=False).select_related("body", "edition")


def entries() -> QuerySet[Entry]:
    """The entries, with body and meeting."""
    return Entry.objects.filter(audience=audience()).select_related("body", "meeting")


def counted(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """The meetings with `items`, how many entries each has, and `cancelled`; asked for the rows shown only."""
    count = (
        Entry.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting").annotate(n=Count("pk")).values("n")
    )
    return rows.annotate(
        items=Coalesce(Subquery(count), Value(0), output_field=IntegerField()), cancelled=cancelled()
    )


def cancelled() -> Exists:
    """Whether the calendar says that a meeting, which may have an agenda already, is not held."""
    same = Planned.objects.filter(body=OuterRef("body"), date=OuterRef("date"), start=OuterRef("start"))
    return Exists(same.filter(audience=audience(), cancelled=True))


def meeting_line(row: Meeting) -> MeetingLine:
    """The row as a line; it came from `counted(meetings())`."""
    return MeetingLine(
        body=row.body.name,
        body_slug=row.body.slug,
        slug=row.slug,
        day=row.date,
        start=row.start,
        place=row.place,
        kind=row.edition.kind if row.edition else "",
        items=getattr(row, "items", 0),
        authority=shown_authority(row.body),
        cancelled=getattr(row, "cancelled", False),
    )


def meeting_lines(rows: Iterable[Meeting]) -> tuple[MeetingLine, ...]:
    """The rows as lines."""
    return tuple(meeting_line(row) for row in rows)


def entry_line(row: Entry) -> EntryLine:
    """The row as a line; it came from `entries()`."""
    return EntryLine(
        body=row.body.name,
        body_slug=row.body.slug,
        meeting_slug=row.meeting.slug,
        day=row.date,
        number=row.number,
        address=address(row.number, row.position),
        title=row.title,
        outcome=row.outcome,
        decision=row.decision,
        authority=shown_authority(row.body),
    )


def address(number: str, position: int) -> str:
    """What stands for the item in an address: its number as printed, its place when it has none."""
    return number or f"-{position}"


def bodies() -> tuple[BodyLine, ...]:
    """Every body that has something on the street, by name."""
    shown = Meeting.objects.filter(audience=audience(), body=OuterRef("pk"), edition__isnull=False)
    found = Body.objects.filter(pk__in=Subquery(shown.order_by().values("body")[:1])).order_by("name", "authority")
    return tuple(BodyLine(body.name, body.slug, shown_authority(body)) for body in found)
