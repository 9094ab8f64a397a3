"""Published minutes for the municipality's records system (ESDH): the sealed paper, what it is, and who did what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from sagsgang.archive.models import Edition
from sagsgang.archive.sealed import paper_in, paper_of, raw
from sagsgang.core.act import Refused, begin, by_itself
from sagsgang.core.commands.reading import opened_paper
from sagsgang.core.models import Journal, Meeting, SealedPaper
from sagsgang.core.viewer import Role, Viewer
from sagsgang.paper.model import Access, Item, Paper, PaperKind

WHY = "the secretary hands the minutes over to the records system"
VERB = "records"


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed of the meeting's Journal; `item` and `case` are numbers, `by` "" for the system itself."""

    at: datetime
    by: str
    kind: str
    case: str
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class Records:
    """What is handed over. `name` is fit for a file, `facts` for JSON."""

    name: str
    paper: Paper
    facts: dict[str, Any]
    journal: tuple[Entry, ...]


def records(by: Viewer | None, meeting: Meeting, *, complete: bool) -> Records:
    """The minutes in force: the complete ones, noted as a reading of what is closed in them, or the open edition.

    `by` None: whoever runs the house's machine. Raises Refused before the minutes are published.
    """
    if by is None:
        with by_itself(VERB, meeting, complete=complete):
            return _records(meeting, complete=complete)
    with begin(by, f"meeting.{VERB}", Role.SECRETARY, meeting.body, complete=complete) as row:
        row.meeting, row.subject = meeting, meeting.id
        if complete and meeting.items.unguarded(WHY).filter(pk__in=by.conflicts).exists():
            raise Refused("Du er inhabil i en af sagerne. En anden skal hente det fulde referat.")
        found = _records(meeting, complete=complete)
        if complete:
            opened_paper(by, meeting)
    return found


def _records(meeting: Meeting, *, complete: bool) -> Records:
    kept = SealedPaper.objects.unguarded(WHY).filter(meeting=meeting, kind=PaperKind.MINUTES)
    sealed, edition = kept.order_by("-version").first(), _edition(meeting)
    paper = paper_in(raw(sealed.data)) if complete and sealed else paper_of(edition) if edition else None
    if sealed is None or edition is None or paper is None:
        raise Refused("Referatet er ikke offentliggjort endnu. Først derefter er det færdigt til journalen.")
    return Records(
        name=f"{edition.meeting.body.slug}-{edition.meeting.slug}{'' if complete else '-aaben'}",
        paper=paper,
        facts=_facts(paper, meeting, _seal(sealed) if complete else _open_seal(edition), complete=complete),
        journal=tuple(_entries(meeting, complete=complete)),
    )


def _edition(meeting: Meeting) -> Edition | None:
    found = Edition.objects.select_related("meeting__body", "seal").filter(
        kind=PaperKind.MINUTES,
        meeting__body__authority=settings.AUTHORITY,
        meeting__body__name=meeting.body.name,
        meeting__audience=meeting.body.audience,
        meeting__date=meeting.date,
        meeting__start=meeting.start,
    )
    return found.order_by("-version").first()


def _facts(paper: Paper, meeting: Meeting, seal: dict[str, Any], *, complete: bool) -> dict[str, Any]:
    """What the records system files the minutes under."""
    return {
        "format": "sagsgang-records/1",
        "extent": "complete" if complete else "open",
        "kind": paper.kind.value,
        "authority": paper.authority,
        "authority_code": settings.AUTHORITY_CODE,
        "body": paper.body,
        "audience": meeting.body.audience,
        "date": meeting.date.isoformat(),
        "start": f"{meeting.start:%H:%M}",
        "end": f"{meeting.end:%H:%M}" if meeting.end else None,
        "place": paper.place,
        "published_at": meeting.published_at.isoformat() if meeting.published_at else None,
        "seal": seal,
        "items": [_item(item) for item in paper.items],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "access": item.access.value,
        "case_number": item.case_number,
        "kle_number": item.kle_number,
        "document_number": item.document_number,
        "attachments": [
            {"title": one.title, "document_number": one.document_number, "access": one.access.value}
            for one in item.attachments
        ],
    }


def _seal(sealed: SealedPaper) -> dict[str, Any]:
    """The house's own seal: SHA-256 of the salt and the canonical JSON, both in hex."""
    return {
        "version": sealed.version,
        "sealed_at": sealed.at.isoformat(),
        "sha256": sealed.hash,
        "salt": raw(sealed.salt).hex(),
    }


def _open_seal(edition: Edition) -> dict[str, Any]:
    """The record of the archive's chain; see `archive.seal`."""
    return {
        "version": edition.version,
        "sealed_at": edition.seal.sealed_at.isoformat(),
        "key": edition.seal.key,
        "number": edition.seal.number,
        "content_hash": edition.seal.content_hash,
        "record_hash": edition.seal.record_hash,
    }


def _entries(meeting: Meeting, *, complete: bool) -> list[Entry]:
    """The meeting's deeds and those of its items, the oldest first; for the open edition none of closed items."""
    return [
        Entry(
            at=row.at,
            by=row.by.name if row.by else "",
            kind=row.kind,
            case=row.case.number if row.case else "",
            item=str(row.item.number or "") if row.item else "",
            reason=str(row.facts.get("reason") or "") if complete else "",
        )
        for row in _rows(meeting, complete=complete)
    ]


def _rows(meeting: Meeting, *, complete: bool) -> QuerySet[Journal]:
    rows = Journal.objects.unguarded(WHY).filter(Q(meeting=meeting) | Q(item__meeting=meeting))
    if not complete:
        rows = rows.filter(Q(item=None) | Q(item__access=Access.OPEN)).exclude(kind="item.open_closed")
    return rows.select_related("by", "case", "item").order_by("id")
