"""Whether a file that somebody holds is what was published: a PDF or the sealed JSON, byte for byte."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import unescape
from itertools import islice, repeat

from sagsgang.archive.models import Audience, Content, Edition, Seal, Withdrawal
from sagsgang.archive.seal import content_hash
from sagsgang.archive.sealed import paper_in, raw
from sagsgang.danish.dates import parse_date
from sagsgang.paper.model import PaperKind

# The title in a PDF's description of itself, which PDF/A keeps readable (ISO 19005-2, 6.6.2): no PDF is opened here.
_TITLE = re.compile(rb"<dc:title>[^\0]{0,200}?>(Referat|Dagsorden) ([^<>]{1,400}) d\. (\d\d-\d\d-\d{4})")
_BEGINNING = re.compile(rb"<dc:title>")
_MOST_TITLES = 100
# What a stranger sends as JSON must not fill the memory: no paper is longer, or has so many parts and commas.
_LONGEST_PAPER = 10_000_000  # bytes
_PARTS, _MOST_PARTS = (b",", b"[", b"{"), 300_000
_KINDS = {"Referat": PaperKind.MINUTES, "Dagsorden": PaperKind.AGENDA}


class Verdict(StrEnum):
    """What is to be said of the file."""

    IN_FORCE = "in_force"
    EARLIER = "earlier"
    WITHDRAWN = "withdrawn"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recognised:
    """The verdict, and the edition that the file is or claims to be; DIFFERS names the newest that it claims."""

    verdict: Verdict
    edition: Edition | None = None


def recognise(data: bytes, audience: Audience) -> Recognised:
    """Compare `data` with the seals of the editions that it claims to be. O(size) for each of those few."""
    claimed = list(_claimed(data, audience))
    for edition in claimed:
        if _is_sealed(edition, data):
            return Recognised(_standing(edition), edition)
    return Recognised(Verdict.DIFFERS, claimed[0]) if claimed else Recognised(Verdict.UNKNOWN)


def _standing(edition: Edition) -> Verdict:
    if Withdrawal.objects.filter(edition=edition).exists():
        return Verdict.WITHDRAWN
    return Verdict.IN_FORCE if edition.meeting.edition_id == edition.pk else Verdict.EARLIER


def _claimed(data: bytes, audience: Audience) -> Iterator[Edition]:
    """The editions of the paper that the file says it is, the newest first."""
    named = _in_pdf(data) if data.startswith(b"%PDF") else _in_json(data)
    if named is None:
        return
    body, day, kind = named
    rows = Edition.objects.filter(meeting__audience=audience, meeting__body__name=body, meeting__date=day, kind=kind)
    yield from rows.select_related("seal", "pdf", "meeting__body").order_by("-pk")


def _in_pdf(data: bytes) -> tuple[str, date, PaperKind] | None:
    found = next(filter(None, map(_TITLE.match, repeat(data), _titles(data))), None)
    if found is None:
        return None
    kind, body, day = (unescape(part.decode("utf-8", "replace")) for part in found.groups())
    when = parse_date(day)
    return (body, when, _KINDS[kind]) if when else None


def _titles(data: bytes) -> Iterator[int]:
    """Where a title begins, in the first few places: each look costs some hundred steps."""
    return islice((found.start() for found in _BEGINNING.finditer(data)), _MOST_TITLES)


def _in_json(data: bytes) -> tuple[str, date, PaperKind] | None:
    if len(data) > _LONGEST_PAPER or sum(map(data.count, _PARTS)) > _MOST_PARTS:
        return None
    try:
        paper = paper_in(data)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return (paper.body, paper.date, paper.kind) if paper.body and paper.date else None


def _is_sealed(edition: Edition, data: bytes) -> bool:
    if data.startswith(b"%PDF"):
        return edition.pdf is not None and _has_hash(edition.pdf, data)
    return _has_hash(edition.seal, data)


def _has_hash(seal: Seal, data: bytes) -> bool:
    salt = Content.objects.filter(seal=seal).values_list("salt", flat=True).first()
    return salt is not None and content_hash(raw(salt), (data,)) == seal.content_hash
