"""A meeting's editions: each with its seal, and what changed from one to another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from sagsgang.archive.chain import is_as_sealed
from sagsgang.archive.gone import of_edition
from sagsgang.archive.models import Content, Edition, Meeting
from sagsgang.archive.sealed import raw
from sagsgang.paper.changes import Changes, changes
from sagsgang.portal.queries import texts
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.gone import Tombstone, told
from sagsgang.portal.queries.lines import MeetingLine, meeting_line


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition. `name` stands in addresses ("minutes-2"), `before` names the last one before it that can be read.

    `record` and `seal` are the number and the hash of its record in the body's chain; `whole`: its content may be
    seen, else `gone` says why not.
    """

    name: str
    kind: str
    version: int
    published: datetime
    record: int
    seal: str
    whole: bool
    pdf: bool
    in_force: bool
    before: str
    gone: Tombstone | None


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """Every edition of a meeting, the newest first."""

    meeting: MeetingLine
    editions: tuple[EditionLine, ...]

    @property
    def comparable(self) -> tuple[EditionLine, ...]:
        """Those whose content may be seen, the first one first."""
        return tuple(one for one in reversed(self.editions) if one.whole)


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """What changed from the `earlier` to the `later` edition; `choices` are all that can be compared, in order."""

    meeting: MeetingLine
    earlier: EditionLine
    later: EditionLine
    changes: Changes
    choices: tuple[EditionLine, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """The bytes of an edition as they were sealed; `genuine`: they still are."""

    data: bytes
    genuine: bool
    seal: str


def editions(body: str, slug: str) -> EditionsPage | None:
    """The editions of the meeting at the address; None when there is none on the street. Two queries."""
    row = _meeting(body, slug)
    if row is None:
        return None
    rows = all_editions(row)
    lines = [_line(one, row, before) for one, before in with_before(rows)]
    return EditionsPage(meeting_line(row), tuple(reversed(lines)))


def difference(body: str, slug: str, earlier: str, later: str) -> DifferencePage | None:
    """What changed between two editions; None when either is unknown, erased or withdrawn. Four queries."""
    row = _meeting(body, slug)
    if row is None:
        return None
    named = {edition_name(one): one for one in all_editions(row) if _is_whole(one)}
    one, other = named.get(earlier), named.get(later)
    if one is None or other is None:
        return None
    contents = dict(Content.objects.filter(seal__in=(one.seal_id, other.seal_id)).values_list("seal_id", "data"))
    before, after = (texts.paper(raw(contents[each.seal_id])) for each in (one, other))
    lines = {name: _line(each, row, "") for name, each in named.items()}
    return DifferencePage(
        meeting_line(row), lines[earlier], lines[later], changes(before, after), tuple(lines.values())
    )


def sealed(body: str, slug: str, name: str) -> Sealed | None:
    """The edition's sealed bytes, for whoever checks the seal; None when it is unknown, erased or withdrawn."""
    kept = _kept(body, slug, name)
    if kept is None:
        return None
    content = Content.objects.get(seal=kept.seal_id)
    return Sealed(raw(content.data), is_as_sealed(kept.seal, content), kept.seal.record_hash)


def pdf_of(body: str, slug: str, name: str) -> int | None:
    """The id of an edition whose PDF is kept; None when it has none, or is unknown."""
    kept = _kept(body, slug, name)
    return kept.pk if kept and kept.pdf_id else None


def _kept(body: str, slug: str, name: str) -> Edition | None:
    row = _meeting(body, slug)
    rows = all_editions(row) if row else []
    return next((one for one in rows if edition_name(one) == name and _is_whole(one)), None)


def _meeting(body: str, slug: str) -> Meeting | None:
    rows = Meeting.objects.filter(audience=audience(), body__slug=body, slug=slug)
    return rows.select_related("body", "edition").first()


def with_before(rows: Iterable[Edition]) -> Iterator[tuple[Edition, str]]:
    """Each with the name of the last one before it that can still be read, "" where there is none."""
    before = ""
    for one in rows:
        yield one, before
        before = edition_name(one) if _is_whole(one) else before


def all_editions(meeting: Meeting) -> list[Edition]:
    """The meeting's editions in the order of their publishing, without what they hold. One query."""
    rows = (
        Edition.objects.filter(meeting=meeting)
        .select_related("seal__content", "withdrawal")
        .order_by("seal__sealed_at", "id")
    )
    return list(rows.defer("seal__content__data", "seal__content__salt"))


def _is_whole(edition: Edition) -> bool:
    return hasattr(edition.seal, "content") and not hasattr(edition, "withdrawal")


def edition_name(edition: Edition) -> str:
    """As it stands in addresses: "minutes-2"."""
    return f"{edition.kind}-{edition.version}"


def _line(edition: Edition, meeting: Meeting, before: str) -> EditionLine:
    whole = _is_whole(edition)
    return EditionLine(
        name=edition_name(edition),
        kind=edition.kind,
        version=edition.version,
        published=localtime(edition.seal.sealed_at),
        record=edition.seal.number,
        seal=edition.seal.record_hash,
        whole=whole,
        pdf=whole and edition.pdf_id is not None,
        in_force=edition.pk == meeting.edition_id,
        before=before,
        gone=None if whole else told(of_edition(edition), meeting.body, meeting_line(meeting)),
    )
