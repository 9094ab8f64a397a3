"""Traces as OParl objects: one module a kind, and many at once, so that a list asks no more than an object does."""

from collections.abc import Callable, Sequence
from typing import Any

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.oparl.objects import authority, body, case, file, item, meeting, person, place, term, treatment
from sagsgang.oparl.objects.frame import Frame, tombstone

Object = dict[str, Any]
_WRITERS: dict[str, Callable[[Sequence[Trace], Frame], list[Object]]] = {
    TraceKind.AUTHORITY: authority.write,
    TraceKind.BODY: body.write,
    TraceKind.TERM: term.write,
    TraceKind.PLACE: place.write,
    TraceKind.PERSON: person.write,
    TraceKind.MEMBER: person.write_members,
    TraceKind.MEETING: meeting.write,
    TraceKind.ITEM: item.write,
    TraceKind.TREATMENT: treatment.write,
    TraceKind.CASE: case.write,
    TraceKind.FILE: file.write,
}


def write(kind: str, traces: Sequence[Trace], frame: Frame) -> list[Object]:
    """The objects of traces of one kind, in their order; what is gone as a tombstone."""
    there = [trace for trace in traces if trace.deleted is None]
    written = dict(zip((trace.pk for trace in there), _WRITERS[kind](there, frame), strict=True)) if there else {}
    return [written.get(trace.pk) or tombstone(trace, frame.at) for trace in traces]
