"""One meeting: the whole paper in force, its earlier versions and its neighbours."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localtime

from sagsgang.archive import gone
from sagsgang.archive.models import Entry, Meeting
from sagsgang.paper.model import Paper
from sagsgang.portal.queries import texts
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.editions import all_editions, edition_name, with_before
from sagsgang.portal.queries.gone import Tombstone, told
from sagsgang.portal.queries.lines import MeetingLine, cancelled, meeting_line, meetings
from sagsgang.portal.queries.parts import ItemPart, item_part

_WHOLE = 25_000
_MANY_DECISIONS = 15_000


@dataclass(frozen=True, slots=True)
class Version:
    """An edition that was published, in Danish time; `seal` is its record's hash.

    `name` stands in addresses ("minutes-2"), `before` names the last one before it that can be read.
    """

    kind: str
    version: int
    published: datetime
    seal: str
    name: str
    before: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The paper in force, None when it was erased or withdrawn: then `gone` says why.

    `whole`: its texts fit on one page, else each item has them on its own; `brief`: not even its decisions fit.
    """

    meeting: MeetingLine
    paper: Paper | None
    parts: tuple[ItemPart, ...]
    whole: bool
    brief: bool
    versions: tuple[Version, ...]
    has_pdf: bool
    previous: MeetingLine | None
    following: MeetingLine | None
    gone: Tombstone | None

    @property
    def has_files(self) -> bool:
        """Whether the archive has the file of any attachment."""
        return any(part.has_files for part in self.parts)


def meeting(body: str, slug: str) -> MeetingPage | None:
    """The meeting at the address; None when there is none on the street."""
    row = sealed_meeting(body, slug)
    if row is None:
        return None
    data = sealed_bytes(row)
    paper = texts.paper(data) if data else None
    parts = _parts(row, paper) if paper else ()
    decided = sum(len(decision.text) for part in parts for decision in part.own)
    before, after = _neighbours(row)
    line = meeting_line(row)
    return MeetingPage(
        meeting=line,
        paper=paper,
        parts=parts,
        whole=len(data) <= _WHOLE,
        brief=decided > _MANY_DECISIONS,
        versions=_versions(row),
        has_pdf=row.edition is not None and row.edition.pdf_id is not None,
        previous=before,
        following=after,
        gone=None if data else told(gone.of_meeting(row), row.body, line),
    )


def sealed_meeting(body: str, slug: str) -> Meeting | None:
    """The street's meeting at the address, with the sealed content of its edition in force."""
    rows = Meeting.objects.filter(audience=audience(), body__slug=body, slug=slug).annotate(cancelled=cancelled())
    return rows.select_related("body", "edition__seal__content").first()


def sealed_bytes(row: Meeting) -> bytes:
    """The content in force of a meeting that came from `sealed_meeting`; empty when it was erased."""
    return bytes(row.edition.seal.content.data) if row.edition else b""


def _parts(row: Meeting, paper: Paper) -> tuple[ItemPart, ...]:
    rows = Entry.objects.filter(meeting=row, audience=audience()).defer("data")
    entries = {entry.position: entry for entry in rows}
    positions = sorted(entries)
    return tuple(
        item_part(paper, item, entries[position]) for item, position in zip(paper.items, positions, strict=False)
    )


def _versions(row: Meeting) -> tuple[Version, ...]:
    return tuple(
        Version(one.kind, one.version, localtime(one.seal.sealed_at), one.seal.record_hash, edition_name(one), before)
        for one, before in with_before(all_editions(row))
    )


def _neighbours(row: Meeting) -> tuple[MeetingLine | None, MeetingLine | None]:
    others = meetings().filter(body=row.body_id)
    return (
        _first(others.filter(date__lte=row.date, slug__lt=row.slug).order_by("-date", "-slug")),
        _first(others.filter(date__gte=row.date, slug__gt=row.slug).order_by("date", "slug")),
    )


def _first(rows: QuerySet[Meeting]) -> MeetingLine | None:
    found = rows.first()
    return meeting_line(found) if found else None
