"""The kept PDF of a meeting's edition in force."""

from dataclasses import dataclass
from pathlib import Path

from sagsgang.archive.files import pdf_file
from sagsgang.portal.queries.lines import MeetingLine, meeting_line, meetings


@dataclass(frozen=True, slots=True)
class KeptPdf:
    """The file, or None when the worker has not made it yet; `seal` names its seal record."""

    meeting: MeetingLine
    file: Path | None
    seal: int | None


def kept_pdf(body: str, slug: str) -> KeptPdf | None:
    """The PDF of the meeting at the address; None when the meeting is none, or its content was erased."""
    row = meetings().filter(body__slug=body, slug=slug).first()
    if row is None or row.edition is None:
        return None
    kept = pdf_file(row.edition.pk) if row.edition.pdf_id else None
    return KeptPdf(meeting_line(row), kept if kept and kept.is_file() else None, row.edition.pdf_id)
