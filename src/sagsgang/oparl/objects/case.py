"""A case is OParl's Paper: everything that was treated under its number, at whatever meetings."""

from collections.abc import Collection, Sequence
from typing import Any

from sagsgang.archive.models import Entry, Meeting, Trace, TraceKind
from sagsgang.oparl.objects import file, treatment
from sagsgang.oparl.objects.frame import Frame, finished, head, owned
from sagsgang.oparl.words import ROLES
from sagsgang.paper.model import ItemType, PaperKind

_UNREAD = ("data", "decision")


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """With its treatments and files inside; the main file is the paper of its latest meeting.

    The papers of the meetings before it are files of the case, too.
    """
    by_case = owned(traces, TraceKind.TREATMENT, TraceKind.FILE)
    all_rows = [one for some in by_case.values() for one in some]
    entries = Entry.objects.defer(*_UNREAD).in_bulk([one.entry_id for one in all_rows])
    meetings = Meeting.objects.select_related("body").in_bulk({one.meeting_id for one in all_rows})
    cases = [_Case(trace, by_case.get(trace.key, []), entries) for trace in traces]
    prints = _prints(set(meetings))
    return [_written(case, prints, entries, meetings, frame) for case in cases]


class _Case:
    """A case with its treatments in the order of time."""

    def __init__(self, trace: Trace, owned: Sequence[Trace], entries: dict[int, Entry]) -> None:
        self.trace = trace
        treatments = [one for one in owned if one.kind == TraceKind.TREATMENT]
        self.treatments = sorted(treatments, key=lambda one: (entries[one.entry_id or 0].date, one.pk))
        self.files = [one for one in owned if one.kind == TraceKind.FILE]
        self.told = [entries[one.entry_id or 0] for one in self.treatments]
        self.latest = self.told[-1]

    @property
    def meetings(self) -> list[int | None]:
        """The ids of the meetings that treated it, each once."""
        return list(dict.fromkeys(one.meeting_id for one in self.treatments))

    @property
    def role(self) -> str:
        """What the latest treatment that says it asks for."""
        said = [entry.item_type for entry in self.told if entry.item_type]
        return ROLES[ItemType(said[-1])] if said else ""


def _prints(meetings: Collection[int]) -> dict[int | None, list[Trace]]:
    rows = Trace.objects.filter(meeting__in=meetings, kind=TraceKind.FILE, deleted=None, entry=None)
    found: dict[int | None, list[Trace]] = {}
    for trace in rows.order_by("id"):
        found.setdefault(trace.meeting_id, []).append(trace)
    return found


def _written(
    case: _Case,
    prints: dict[int | None, list[Trace]],
    entries: dict[int, Entry],
    meetings: dict[int, Meeting],
    frame: Frame,
) -> dict[str, Any]:
    at, trace, latest = frame.at, case.trace, case.latest
    last = prints.get(latest.meeting_id, [])
    main = file.print_of(last, PaperKind.MINUTES) or file.print_of(last, PaperKind.AGENDA)
    others = [one for key in case.meetings for one in prints.get(key, []) if one is not main]
    said = {
        **head(trace, at),
        "body": at.object(TraceKind.AUTHORITY, trace.authority),
        "name": latest.title,
        "reference": latest.case_number,
        "date": str(case.told[0].date),
        "paperType": case.role,
        "mainFile": file.inside([main], meetings, frame.inner)[0] if main else None,
        "auxiliaryFile": [] if frame.omit_internal else file.inside([*others, *case.files], meetings, frame.inner),
        "consultation": treatment.inside(case.treatments, entries, frame),
        "keyword": [latest.kle_number] if latest.kle_number else [],
        "web": at.page(f"/sager/{latest.case_key}/"),
    }
    return finished(said, trace)
