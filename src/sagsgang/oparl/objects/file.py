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
    meetings, cases = Meeting.objects.select_related("body").in_bulk(ids), _cases(traces)
    return [
        _written(trace, meetings[trace.meeting_id or 0], frame) | _stands_in(trace, cases, frame) for trace in traces
    ]


def inside(traces: Sequence[Trace], meetings: dict[int, Meeting], frame: Frame) -> list[dict[str, Any]]:
    """The same within another object, where it does not say where it belongs, and the meetings are at hand."""
    return [_written(trace, meetings[trace.meeting_id or 0], frame) for trace in traces]


def _cases(traces: Sequence[Trace]) -> dict[int | None, list[str]]:
    """What was treated at the meetings of those that are papers' PDFs."""
    ids = {trace.meeting_id for trace in traces if is_print(trace)}
    rows = Trace.objects.filter(meeting__in=ids, kind=TraceKind.TREATMENT, deleted=None).order_by("id")
    found: dict[int | None, list[str]] = {}
    for meeting, owner in rows.values_list("meeting_id", "owner") if ids else ():
        if owner not in found.setdefault(meeting, []):
            found[meeting].append(owner)
    return found


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
        "sha512Checksum": found.get("sha512"),
        f"{VENDOR}:sha256Checksum": found["sha256"],
    }


def _stands_in(trace: Trace, cases: dict[int | None, list[str]], frame: Frame) -> dict[str, Any]:
    at, place = frame.at, trace.key.rsplit("/", 1)[0]
    if is_print(trace):
        kind, owners = TraceKind.MEETING, cases.get(trace.meeting_id, [])
    else:
        kind, owners = TraceKind.ITEM, [trace.owner] if trace.owner else []
    papers = {"paper": [at.object(TraceKind.CASE, owner) for owner in owners]} if owners else {}
    return {("meeting" if kind is TraceKind.MEETING else "agendaItem"): [at.object(kind, place)], **papers}
