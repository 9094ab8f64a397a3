"""An item of a paper is OParl's AgendaItem."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet

from sagsgang.archive.models import Entry, Meeting, Trace, TraceKind
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.oparl.objects import file
from sagsgang.oparl.objects.frame import Frame, data, finished, head
from sagsgang.oparl.words import RESULTS
from sagsgang.paper.model import Access


class Told(NamedTuple):
    """What is told of an entry. No row of the model: a page of meetings holds hundreds."""

    pk: int
    number: str
    position: int
    title: str
    access: str
    case_key: str
    kle_number: str
    outcome: str
    decision: str


def told(entries: QuerySet[Entry]) -> dict[int, Told]:
    """What is told of `entries`, by their ids."""
    return {row[0]: Told._make(row) for row in entries.values_list(*Told._fields)}


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """With the files of its attachments inside."""
    entries = told(Entry.objects.filter(pk__in=[trace.entry_id for trace in traces]))
    ids = {trace.meeting_id for trace in traces if trace.meeting_id}
    meetings = Meeting.objects.select_related("body").in_bulk(ids)
    files: list[Trace] = []
    if not frame.omit_internal:
        rows = Trace.objects.filter(meeting__in=ids, kind=TraceKind.FILE, deleted=None)
        files = [one for one in rows.order_by("id") if one.entry_id in entries]
    return inside(traces, meetings, entries, files, frame)


def inside(
    traces: Sequence[Trace],
    meetings: dict[int, Meeting],
    entries: dict[int, Told],
    files: Sequence[Trace],
    frame: Frame,
) -> list[dict[str, Any]]:
    """The same, when everything is at hand."""
    attached: dict[int | None, list[Trace]] = {}
    for one in files:
        attached.setdefault(one.entry_id, []).append(one)
    inner = frame.inner
    return [
        _written(
            trace,
            entries[trace.entry_id or 0],
            meetings[trace.meeting_id or 0],
            file.inside(attached.get(trace.entry_id, []), meetings, inner),
            frame,
        )
        for trace in traces
    ]


def _written(
    trace: Trace, entry: Told, meeting: Meeting, files: list[dict[str, Any]], frame: Frame
) -> dict[str, Any]:
    at = frame.at
    said = {
        **head(trace, at),
        "meeting": at.object(TraceKind.MEETING, trace.key.rsplit("/", 1)[0]),
        "number": entry.number,
        "order": entry.position - 1,
        "name": entry.title,
        "public": entry.access == Access.OPEN,
        "consultation": at.object(TraceKind.TREATMENT, trace.key) if entry.case_key else "",
        "result": RESULTS.get(OutcomeKind(entry.outcome), "") if entry.outcome else "",
        "resolutionText": entry.decision or data(trace).get("extract", ""),
        "auxiliaryFile": files,
        "keyword": [entry.kle_number] if entry.kle_number else [],
        "web": at.page(page_of(entry, meeting)) if entry.access == Access.OPEN else "",
    }
    return finished(said, trace)


def page_of(entry: Told, meeting: Meeting) -> str:
    """The path of the item's page on the portal."""
    where = entry.number or f"-{entry.position}"
    return f"/moeder/{meeting.body.slug}/{meeting.slug}/punkt/{where}/"
