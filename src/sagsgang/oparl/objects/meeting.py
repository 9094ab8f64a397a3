"""A meeting, with its agenda and its papers."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import get_default_timezone

from sagsgang.archive.models import Body, Entry, Meeting, Trace, TraceKind
from sagsgang.danish.dates import long_date
from sagsgang.oparl.objects import file, item, place
from sagsgang.oparl.objects.frame import VENDOR, Frame, data, finished, head
from sagsgang.oparl.words import PLANNED, STATES
from sagsgang.paper.model import PaperKind


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """With its items, its place and its files inside; one without papers with its place only."""
    places = _places(traces)
    held = [trace for trace in traces if trace.meeting_id]
    told = dict(zip((one.pk for one in held), _held(held, places, frame), strict=True))
    ahead = [trace for trace in traces if not trace.meeting_id]
    bodies = Body.objects.in_bulk([trace.body_id for trace in ahead]) if ahead else {}
    told |= {one.pk: _planned(one, bodies[one.body_id or 0], places, frame) for one in ahead}
    return [told[trace.pk] for trace in traces]


def _held(traces: Sequence[Trace], places: dict[str, Trace], frame: Frame) -> list[dict[str, Any]]:
    ids = [trace.meeting_id for trace in traces]
    meetings = Meeting.objects.select_related("body", "edition").in_bulk(ids)
    kinds = [TraceKind.FILE] if frame.omit_internal else [TraceKind.FILE, TraceKind.ITEM]
    rows: dict[int | None, list[Trace]] = {}
    for one in Trace.objects.filter(meeting__in=ids, kind__in=kinds, deleted=None).order_by("id"):
        rows.setdefault(one.meeting_id, []).append(one)
    entries: dict[int, item.Told] = {}
    if not frame.omit_internal:
        entries = item.told(Entry.objects.filter(meeting__in=ids))
    return [_Written(trace, rows.get(trace.meeting_id, []), meetings, entries, frame).all(places) for trace in traces]


def _planned(trace: Trace, body: Body, places: dict[str, Trace], frame: Frame) -> dict[str, Any]:
    at, said = frame.at, data(trace)
    day, where = date.fromisoformat(said["day"]), places.get(said.get("place", ""))
    hour = time.fromisoformat(said["start"]) if "start" in said else None
    told = {
        **head(trace, at),
        "name": _name(body, day),
        "meetingState": PLANNED,
        "cancelled": said.get("cancelled"),
        "start": _told(datetime.combine(day, hour or time(), get_default_timezone())),
        "location": place.write([where], frame.inner)[0] if where else None,
        "organization": [at.object(TraceKind.BODY, body.slug)],
        "web": at.page(f"/kalender/{day.year}/{day.month}/"),
        f"{VENDOR}:hourUnknown": True if hour is None else None,
    }
    return finished(told, trace)


def _name(body: Body, day: date) -> str:
    return f"{body.name}, {long_date(day)}"


def _places(traces: Sequence[Trace]) -> dict[str, Trace]:
    keys = {found for trace in traces if (found := data(trace).get("place"))}
    rows = Trace.objects.filter(audience=traces[0].audience, kind=TraceKind.PLACE, key__in=keys, deleted=None)
    return {one.key: one for one in rows} if keys else {}


class _Written:
    """One meeting on its way to an object."""

    def __init__(
        self,
        trace: Trace,
        rows: Sequence[Trace],
        meetings: dict[int, Meeting],
        entries: dict[int, item.Told],
        frame: Frame,
    ) -> None:
        self.trace, self.frame, self.meetings, self.entries = trace, frame, meetings, entries
        self.meeting = meetings[trace.meeting_id or 0]
        self.data = data(trace)
        self.files = [one for one in rows if one.kind == TraceKind.FILE]
        items = [one for one in rows if one.kind == TraceKind.ITEM]
        self.items = sorted(items, key=lambda one: entries[one.entry_id or 0].position)

    def all(self, places: dict[str, Trace]) -> dict[str, Any]:
        """The whole object."""
        at, meeting = self.frame.at, self.meeting
        where = places.get(self.data.get("place", ""))
        start, end = self._times()
        said = {
            **head(self.trace, at),
            "name": _name(meeting.body, meeting.date),
            "meetingState": STATES[PaperKind(meeting.edition.kind)] if meeting.edition else "",
            "cancelled": self.data.get("cancelled"),
            "start": start,
            "end": end,
            "location": place.write([where], self.frame.inner)[0] if where else None,
            "organization": [at.object(TraceKind.BODY, meeting.body.slug)],
            "participant": [at.object(TraceKind.PERSON, key) for key in dict.fromkeys(self.data["present"])],
            "invitation": self._print(PaperKind.AGENDA),
            "resultsProtocol": self._print(PaperKind.MINUTES),
            "agendaItem": self._agenda(),
            "web": at.page(f"/moeder/{meeting.body.slug}/{meeting.slug}/"),
            f"{VENDOR}:hourUnknown": True if meeting.start is None else None,
        }
        return finished(said, self.trace)

    def _times(self) -> tuple[str, str]:
        """Where no hour is known the day begins at midnight, and a property of ours says so."""
        zone, day = get_default_timezone(), self.meeting.date
        start = datetime.combine(day, self.meeting.start or time(), zone)
        if not (self.meeting.start and "end" in self.data):
            return _told(start), ""
        end = datetime.combine(day, time.fromisoformat(self.data["end"]), zone)
        return _told(start), _told(end if end > start else end + timedelta(days=1))

    def _print(self, kind: PaperKind) -> dict[str, Any] | None:
        found = file.print_of(self.files, kind)
        return file.inside([found], self.meetings, self.frame.inner)[0] if found else None

    def _agenda(self) -> list[dict[str, Any]]:
        if self.frame.omit_internal:
            return []
        return item.inside(self.items, self.meetings, self.entries, self.files, self.frame.inner)


def _told(time: datetime) -> str:
    """With the offset of the season, as everybody at the meeting knew it."""
    return time.isoformat(timespec="seconds")
