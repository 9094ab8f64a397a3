"""The papers' own PDFs, and the files of open attachments."""

from collections.abc import Sequence
from typing import Any

from sagsgang.archive.models import Meeting, Trace, TraceKind
from sagsgang.danish.dates import long_date
from sagsgang.oparl.objects.frame import VENDOR, Frame, data, finished, head
from sagsgang.oparl.words import PAPERS
from sagsgang.paper.model import PaperKind


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """Each with where its bytes are."""
    ids = {trace.meeting_id for trace in traces if trace.meeting_id}
    return inside(traces, Meeting.objects.select_related("body").in_bulk(ids), frame)


def inside(traces: Sequence[Trace], meetings: dict[int, Meeting], frame: Frame) -> list[dict[str, Any]]:
    """The same, when the meetings are at hand."""
    return [_written(trace, meetings[trace.meeting_id or 0], frame) for trace in traces]


def is_print(trace: Trace) -> bool:
    """Whether it is a paper's own PDF."""
    return "edition" in data(trace)


def print_of(traces: Sequence[Trace], kind: PaperKind) -> Trace | None:
    """The PDF of the agenda, or of the minutes, among a meeting's files."""
    return next((trace for trace in traces if data(trace).get("kind") == kind), None)


def _written(trace: Trace, meeting: Meeting, frame: Frame) -> dict[str, Any]:
    found = data(trace)
    said = {
        **head(trace, frame.at),
        **(_print(found, meeting) if "edition" in found else _attachment(found)),
        "date": str(meeting.date),
        "size": found["size"],
        "accessUrl": frame.at.content(trace.key),
        "downloadUrl": frame.at.download(trace.key),
        **(_stands_in(trace, frame) if frame.alone else {}),
    }
    return finished(said, trace)


def _print(found: dict[str, Any], meeting: Meeting) -> dict[str, Any]:
    word = PAPERS[PaperKind(found["kind"])]
    return {
        "name": f"{word}: {meeting.body.name}, {long_date(meeting.date)}",
        "fileName": f"{word.lower()}-{meeting.body.slug}-{meeting.slug}.pdf",
        "mimeType": "application/pdf",
        "sha512Checksum": found["sha512"],
    }


def _attachment(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": found["title"],
        "fileName": found["name"],
        "mimeType": found["type"],
        f"{VENDOR}:sha256Checksum": found["sha256"],
    }


def _stands_in(trace: Trace, frame: Frame) -> dict[str, Any]:
    at, place = frame.at, trace.key.rsplit("/", 1)[0]
    if is_print(trace):
        return {"meeting": [at.object(TraceKind.MEETING, place)]}
    return {
        "agendaItem": [at.object(TraceKind.ITEM, place)],
        "paper": [at.object(TraceKind.CASE, trace.owner)] if trace.owner else [],
    }
