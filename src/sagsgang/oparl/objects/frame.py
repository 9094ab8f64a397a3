"""What all objects have in common."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.oparl.addresses import SCHEMA, TYPES, Addresses

VENDOR = "sagsgang"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where addresses lead, whether inner lists are left out (`omit_internal`), whether the object stands alone."""

    at: Addresses
    omit_internal: bool = False
    alone: bool = False

    @property
    def inner(self) -> "Frame":
        """For what stands inside another object, and need not say where it belongs."""
        return replace(self, alone=False)


def head(trace: Trace, at: Addresses) -> dict[str, Any]:
    """What every object begins with."""
    return {"id": at.object(trace.kind, trace.key), "type": f"{SCHEMA}/{TYPES[TraceKind(trace.kind)]}"}


def finished(said: dict[str, Any], trace: Trace) -> dict[str, Any]:
    """`said` without what is empty, and with its times: properties without a value are left out (2.4.3)."""
    kept = {name: value for name, value in said.items() if value not in (None, "", [])}
    kept["created"], kept["modified"] = moment(trace.created), moment(trace.modified)
    return kept


def tombstone(trace: Trace, at: Addresses) -> dict[str, Any]:
    """What is left of an object that is gone (2.7), and why, under the vendor's name."""
    said = {**head(trace, at), "deleted": True, f"{VENDOR}:reason": trace.reason}
    return finished(said, trace)


def data(trace: Trace) -> dict[str, Any]:
    """What the trace tells besides the rows."""
    found: dict[str, Any] = json.loads(trace.data) if trace.data else {}
    return found


@lru_cache(maxsize=1024)
def moment(time: datetime) -> str:
    """To the second, with its offset, as the specification wants it (2.4.2)."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def owned(traces: Sequence[Trace], *kinds: TraceKind) -> dict[str, list[Trace]]:
    """What belongs to `traces` and is there, by the key of what it belongs to, in order.

    The audience is looked at here: asked about it too, the databases take the wrong index and read everything.
    """
    audience = traces[0].audience
    rows = Trace.objects.filter(owner__in=[trace.key for trace in traces], kind__in=kinds, deleted=None)
    found: dict[str, list[Trace]] = {}
    for one in rows.order_by("id"):
        if one.audience == audience:
            found.setdefault(one.owner, []).append(one)
    return found
