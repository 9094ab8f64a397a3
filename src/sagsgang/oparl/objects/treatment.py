"""That a body treats a case at a meeting: OParl's Consultation."""

from collections.abc import Sequence
from typing import Any

from sagsgang.archive.models import Entry, Trace, TraceKind
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.oparl.objects.frame import Frame, finished, head
from sagsgang.oparl.words import DECIDES, ROLES
from sagsgang.paper.model import ItemType


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """Each with its case, item, meeting and body."""
    entries = Entry.objects.only("outcome", "item_type").in_bulk([trace.entry_id for trace in traces])
    return inside(traces, entries, frame)


def inside(traces: Sequence[Trace], entries: dict[int, Entry], frame: Frame) -> list[dict[str, Any]]:
    """The same, when the entries are at hand."""
    return [_written(trace, entries[trace.entry_id or 0], frame) for trace in traces]


def _written(trace: Trace, entry: Entry, frame: Frame) -> dict[str, Any]:
    at = frame.at
    body, _, rest = trace.key.partition("/")
    said = {
        **head(trace, at),
        "paper": at.object(TraceKind.CASE, trace.owner),
        "agendaItem": at.object(TraceKind.ITEM, trace.key),
        "meeting": at.object(TraceKind.MEETING, f"{body}/{rest.rsplit('/', 1)[0]}"),
        "organization": [at.object(TraceKind.BODY, body)],
        "authoritative": DECIDES.get(OutcomeKind(entry.outcome)) if entry.outcome else None,
        "role": ROLES[ItemType(entry.item_type)] if entry.item_type else "",
    }
    return finished(said, trace)
