"""What has changed because something inside it did: in OParl some objects stand inside others."""

from collections.abc import Iterable

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.archive.traces.settle import Ledger
from sagsgang.archive.traces.wanted import Name

_OWNERS = {TraceKind.TREATMENT: TraceKind.CASE, TraceKind.FILE: TraceKind.CASE, TraceKind.MEMBER: TraceKind.PERSON}


def owner(trace: Trace) -> Name | None:
    """The case of a treatment or file, the person of a seat."""
    kind = _OWNERS.get(TraceKind(trace.kind))
    return (kind.value, trace.owner) if kind and trace.owner else None


def touch_around(ledger: Ledger, changed: Iterable[Trace]) -> None:
    """Give what stands around `changed` the time of now."""
    for trace in changed:
        for name in _around(ledger, trace):
            ledger.touch(name)


def _around(ledger: Ledger, trace: Trace) -> Iterable[Name]:
    if trace.kind == TraceKind.ITEM:
        treatment = ledger.known.get((TraceKind.TREATMENT.value, trace.key))
        trace = treatment or trace
    if found := owner(trace):
        yield found
    if trace.kind == TraceKind.MEMBER:
        yield TraceKind.BODY.value, trace.key.split("/", 1)[1]
    if trace.kind == TraceKind.TERM:
        yield TraceKind.AUTHORITY.value, trace.authority
