"""What has changed because something inside it did: in OParl some objects stand inside others."""

from collections.abc import Iterable

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.archive.traces.rows import is_print
from sagsgang.archive.traces.settle import Ledger
from sagsgang.archive.traces.wanted import Name

_OWNERS = {TraceKind.TREATMENT: TraceKind.CASE, TraceKind.FILE: TraceKind.CASE, TraceKind.MEMBER: TraceKind.PERSON}


def owner(trace: Trace) -> Name | None:
    """The case of a treatment or file, the person of a seat."""
    kind = _OWNERS.get(TraceKind(trace.kind))
    return (kind.value, trace.owner) if kind and trace.owner else None


def cases(ledger: Ledger, trace: Trace) -> Iterable[Name]:
    """The cases in which `trace` stands; a paper's PDF in every one that was treated at its meeting."""
    if is_print(trace):
        for one in list(ledger.known.values()):
            if one.kind == TraceKind.TREATMENT and one.meeting_id == trace.meeting_id and one.owner:
                yield TraceKind.CASE.value, one.owner
    elif found := owner(trace):
        yield found


def touch_around(ledger: Ledger, changed: Iterable[Trace]) -> None:
    """Give what stands around `changed` the time of now."""
    for trace in changed:
        for name in _around(ledger, trace):
            ledger.touch(name)


def _around(ledger: Ledger, trace: Trace) -> Iterable[Name]:
    if trace.kind == TraceKind.ITEM:
        treatment = ledger.known.get((TraceKind.TREATMENT.value, trace.key))
        trace = treatment or trace
    yield from cases(ledger, trace)
    if trace.kind == TraceKind.TREATMENT:
        yield from _prints(ledger, trace)
    if trace.kind == TraceKind.MEMBER:
        yield TraceKind.BODY.value, trace.key.split("/", 1)[1]
    if trace.kind == TraceKind.TERM:
        yield TraceKind.AUTHORITY.value, trace.authority


def _prints(ledger: Ledger, treatment: Trace) -> Iterable[Name]:
    """The PDFs of the meeting say which cases they are about."""
    for one in list(ledger.known.values()):
        if one.meeting_id == treatment.meeting_id and is_print(one):
            yield TraceKind.FILE.value, one.key
