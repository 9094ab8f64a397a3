"""A body is OParl's Organization."""

from collections.abc import Sequence
from typing import Any

from sagsgang.archive.models import Body, Trace, TraceKind
from sagsgang.oparl.objects.frame import Frame, data, finished, head
from sagsgang.oparl.words import BOARD


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """With the addresses of its members."""
    bodies = Body.objects.in_bulk([trace.body_id for trace in traces])
    seats: dict[int | None, list[str]] = {}
    rows = Trace.objects.filter(kind=TraceKind.MEMBER, body__in=bodies, deleted=None).order_by("id")
    for one in rows.only("audience", "body_id", "key"):
        if one.audience == traces[0].audience:
            seats.setdefault(one.body_id, []).append(one.key)
    return [_written(trace, bodies[trace.body_id or 0], seats.get(trace.body_id, []), frame) for trace in traces]


def _written(trace: Trace, body: Body, seats: Sequence[str], frame: Frame) -> dict[str, Any]:
    at = frame.at
    said = {
        **head(trace, at),
        "body": at.object(TraceKind.AUTHORITY, trace.authority),
        "name": body.name,
        "membership": [at.object(TraceKind.MEMBER, key) for key in seats],
        "meeting": at.list(trace.kind, trace.key, TraceKind.MEETING),
        "consultation": at.list(trace.kind, trace.key, TraceKind.TREATMENT),
        "organizationType": BOARD,
        "web": "" if data(trace).get("plans_only") else at.page(f"/udvalg/{body.slug}/"),
    }
    return finished(said, trace)
