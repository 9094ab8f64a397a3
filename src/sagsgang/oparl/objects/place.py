"""Where a meeting was held, in the words of its paper."""

from collections.abc import Sequence
from typing import Any

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.oparl.objects.frame import Frame, data, finished, head


def write(traces: Sequence[Trace], frame: Frame) -> list[dict[str, Any]]:
    """The text of each."""
    return [_written(trace, frame) for trace in traces]


def _written(trace: Trace, frame: Frame) -> dict[str, Any]:
    said = {**head(trace, frame.at), "description": data(trace)["text"]}
    if frame.alone:
        said["bodies"] = [frame.at.object(TraceKind.AUTHORITY, trace.authority)]
    return finished(said, trace)
