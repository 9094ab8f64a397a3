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


def cases(ledger: Ledger, gone: Iterable[Trace]) -> set[Name]:
    """The cases in which `gone` stand; a paper's PDF in every one that was treated at its meeting."""
    some = list(gone)
    of_prints = {trace.meeting_id for trace in some if is_print(trace)}
    found = {name for trace in some if (name := owner(trace))}
    for one in ledger.known.values() if of_prints else ():
        if one.kind == TraceKind.TREATMENT and one.meeting_id in of_prints and one.owner:
            found.add((TraceKind.CASE.value, one.owner))
    return found


def touch_around(ledger: Ledger, changed: Iterable[Trace]) -> None:
    """Give what stands around `changed` the time of now. O(known)."""
    some = list(changed)
    # The PDFs of a meeting say which cases they are about, and change when one comes or goes.
    treatments = (trace for trace in some if trace.kind == TraceKind.TREATMENT)
    treated = {one.meeting_id for one in treatments if one.deleted or one.created == ledger.now}
    prints = [one for one in ledger.known.values() if one.meeting_id in treated and is_print(one)]
    around = [(TraceKind.FILE.value, one.key) for one in prints]
    for name in (*around, *(name for trace in some for name in _around(ledger, trace))):
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
