"""The people whom published papers name as members, by name only, and their seats. Nothing else is known of them."""

from collections.abc import Sequence
from typing import Any

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.oparl.objects.frame import Frame, data, finished, head, owned
from sagsgang.oparl.words import MEMBER


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """With their seats inside."""
    seats = {} if frame.omit_internal else owned(traces, TraceKind.MEMBER)
    return [_written(trace, seats.get(trace.key, []), frame) for trace in traces]


def write_members(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """The seats."""
    return [_seat(trace, frame) for trace in traces]


def _written(trace: Trace, seats: Sequence[Trace], frame: Frame) -> dict[str, Any]:
    said = {
        **head(trace, frame.at),
        "body": frame.at.object(TraceKind.AUTHORITY, trace.authority),
        "name": data(trace)["name"],
        "membership": write_members(seats, frame),
    }
    return finished(said, trace)


def _seat(trace: Trace, frame: Frame) -> dict[str, Any]:
    said = {
        **head(trace, frame.at),
        "person": frame.at.object(TraceKind.PERSON, trace.owner),
        "organization": frame.at.object(TraceKind.BODY, trace.key.split("/", 1)[1]),
        "role": MEMBER,
    }
    return finished(said, trace)
