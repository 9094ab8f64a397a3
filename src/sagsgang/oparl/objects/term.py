"""The terms of the council: four years from 1 January after the election."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.oparl.objects.frame import Frame, data, finished, head


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """With their first and last day."""
    return [_written(trace, frame) for trace in traces]


def _written(trace: Trace, frame: Frame) -> dict[str, Any]:
    first = int(data(trace)["year"])
    said = {
        **head(trace, frame.at),
        "body": frame.at.object(TraceKind.AUTHORITY, trace.authority),
        "name": f"Valgperioden {first}-{first + 3}",
        "startDate": str(date(first, 1, 1)),
        "endDate": str(date(first + 3, 12, 31)),
    }
    return finished(said, trace)
