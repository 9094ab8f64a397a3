"""A meeting in the shape of FirstAgenda Publication, which says everywhere when it began, and when it ended."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from sagsgang.api.identities import Kind, identity
from sagsgang.archive.models import Audience, Meeting, Trace, TraceKind
from sagsgang.paper.model import PaperKind

Json = dict[str, Any]
Ends = Mapping[int, time]
_HERE = ZoneInfo("Europe/Copenhagen")


def ends_of(meetings: Iterable[int]) -> Ends:
    """When the meetings with these ids ended, where their papers say so. One query."""
    return _ends(_traces().filter(meeting__in=list(meetings)))


def all_ends() -> Ends:
    """The same of every meeting."""
    return _ends(_traces())


def meeting(row: Meeting, ends: Ends) -> Json:
    """A meeting in the list. Midnight where no hour is known, as the robots expect one."""
    edition, end = row.edition, ends.get(row.pk)
    begin = _moment(row.date, row.start or time())
    minutes = bool(edition and edition.kind == PaperKind.MINUTES)
    return {
        "Id": identity(Kind.MEETING, row.pk),
        "Dato": begin,
        "MeetingBeginUtc": begin,
        "MeetingEndUtc": _end(row.date, row.start, end) if row.start and end else None,
        "ReleasedDate": edition.seal.sealed_at.astimezone(_HERE).isoformat(timespec="seconds") if edition else None,
        "Sted": row.place,
        "Afsluttet": minutes,
        "Navn": "Referat" if minutes else "Dagsorden",
        "IsSupplementaryAgenda": False,
    }


def _traces() -> QuerySet[Trace]:
    rows = Trace.objects.filter(audience=Audience.STREET, kind=TraceKind.MEETING, deleted=None)
    return rows.filter(meeting__isnull=False, data__contains='"end"')


def _ends(traces: QuerySet[Trace]) -> Ends:
    found = ((key, json.loads(data).get("end")) for key, data in traces.values_list("meeting_id", "data"))
    return {key: time.fromisoformat(end) for key, end in found if key and end}


def _end(day: date, start: time, end: time) -> str:
    """A meeting that ended at 0.30 did so on the day after."""
    return _moment(day if end > start else day + timedelta(days=1), end)


def _moment(day: date, clock: time) -> str:
    return datetime.combine(day, clock, _HERE).isoformat()
