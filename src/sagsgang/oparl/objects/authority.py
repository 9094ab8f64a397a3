"""The authority is OParl's Body."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from sagsgang.archive.models import Audience, Trace, TraceKind
from sagsgang.oparl.objects import term
from sagsgang.oparl.objects.frame import Frame, data, finished, head, moment
from sagsgang.oparl.words import MUNICIPALITY

LISTS = {
    "organization": TraceKind.BODY,
    "person": TraceKind.PERSON,
    "meeting": TraceKind.MEETING,
    "paper": TraceKind.CASE,
    "agendaItem": TraceKind.ITEM,
    "consultation": TraceKind.TREATMENT,
    "file": TraceKind.FILE,
    "locationList": TraceKind.PLACE,
    "legislativeTermList": TraceKind.TERM,
    "membership": TraceKind.MEMBER,
}


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """With the terms of its council inside."""
    terms: dict[str, list[Trace]] = {}
    if not frame.omit_internal:
        keys = [trace.key for trace in traces]
        found = Trace.objects.filter(audience=Audience.STREET, kind=TraceKind.TERM, authority__in=keys, deleted=None)
        for one in found.order_by("key"):
            terms.setdefault(one.authority, []).append(one)
    return [_written(trace, terms.get(trace.key, []), frame) for trace in traces]


def _written(trace: Trace, terms: Sequence[Trace], frame: Frame) -> dict[str, Any]:
    at, name = frame.at, data(trace)["name"]
    said = {
        **head(trace, at),
        "system": at.system(),
        "name": name,
        "license": settings.OPEN_DATA_LICENSE,
        "oparlSince": moment(trace.created),
        "contactName": name,
        **{listed: at.list(trace.kind, trace.key, kind) for listed, kind in LISTS.items()},
        "classification": MUNICIPALITY if name.endswith("Kommune") else "",
        "web": at.page("/"),
    }
    inner = {} if frame.omit_internal else {"legislativeTerm": term.write(terms, frame)}
    return {**finished(said, trace), **inner}
