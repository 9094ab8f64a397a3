"""A meeting in the shape of FirstAgenda Publication, which says everywhere when it began, and when it ended."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from sagsgang.api.identities import Kind, identity
from sagsgang.archive.models import Audience, Meeting, Trace, TraceKind
from sagsgang.paper.model import PaperKind

Json = dict[str, Any]
Ends = Mapping[int, time]
_HERE = ZoneInfo("Europe/Copenhagen")


class Held(NamedTuple):
    """What the list says of a meeting with a paper in force, in the order of COLUMNS.

    A list of all meetings would take five times as long to make of models.
    """

    pk: int
    date: date
    start: time | None
    place: str
    kind: str
    sealed_at: datetime


COLUMNS = ("pk", "date", "start", "place", "edition__kind", "edition__seal__sealed_at")


def held(row: Meeting) -> Held:
    """The meeting's own; it has an edition in force."""
    if row.edition is None:
        raise LookupError(row.pk)
    return Held(row.pk, row.date, row.start, row.place, row.edition.kind, row.edition.seal.sealed_at)


def ends_of(meetings: Iterable[int]) -> Ends:
    """When the meetings with these ids ended, where their papers say so. One query."""
    return _ends(_traces().filter(meeting__in=list(meetings)))


def all_ends() -> Ends:
    """The same of every meeting."""
    return _ends(_traces())


def meeting(row: Held, ends: Ends) -> Json:
    """A meeting in the list. Midnight where no hour is known, as the robots expect one."""
    end = ends.get(row.pk)
    begin = _moment(row.date, row.start or time())
    minutes = row.kind == PaperKind.MINUTES
    return {
        "Id": identity(Kind.MEETING, row.pk),
        "Dato": begin,
        "MeetingBeginUtc": begin,
        "MeetingEndUtc": _end(row.date, row.start, end) if row.start and end else None,
        "ReleasedDate": row.sealed_at.astimezone(_HERE).isoformat(timespec="seconds"),
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


@lru_cache(maxsize=256)  # many bodies meet on a day, most of them at the same hours
def _moment(day: date, clock: time) -> str:
    return datetime.combine(day, clock, _HERE).isoformat()
