"""How things leave open data: their names stay, with the time and the reason, and nothing of what they said."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sagsgang.archive.models import Trace, TraceKind
from sagsgang.archive.traces.around import cases, touch_around
from sagsgang.archive.traces.rows import live, named
from sagsgang.archive.traces.settle import Ledger
from sagsgang.archive.traces.wanted import Name

_NAMED_NOWHERE = "Ingen offentliggjorte papirer nævner det længere."


@dataclass(slots=True)
class Loose:
    """What may have nothing left to hang on: cases by name, people with a body's key and id, places, bodies by id."""

    cases: set[Name] = field(default_factory=set)
    people: set[tuple[str, str, int | None]] = field(default_factory=set)
    places: set[tuple[str, str]] = field(default_factory=set)
    bodies: set[int | None] = field(default_factory=set)


def let_loose(loose: Loose, meeting: Trace, before: str, after: str = "") -> None:
    """The people and the place that a meeting's data named and names no more."""
    old, new = _read(before), _read(after)
    body = meeting.key.split("/", 1)[0]
    loose.people |= {(person, body, meeting.body_id) for person in {*old["named"]} - {*new["named"]}}
    if (place := old.get("place")) and place != new.get("place"):
        loose.places.add((meeting.authority, place))


def loosened(meetings: Iterable[Trace]) -> Loose:
    """What may hang on nothing when these meetings go."""
    loose = Loose()
    for trace in meetings:
        let_loose(loose, trace, trace.data)
        loose.bodies.add(trace.body_id)
    return loose


def leave(ledger: Ledger, gone: Sequence[Trace], loose: Loose, reason: str) -> None:
    """Take `gone` away, and what hangs on nothing then; write everything."""
    changed = cases(ledger, gone)
    loose.cases |= changed
    ledger.know(named(ledger.audience, loose.cases))
    meetings = {trace.meeting_id for trace in gone}
    for trace in gone:
        ledger.take_away(trace, reason)
    touch_around(ledger, gone)
    for name in changed:
        ledger.touch(name)
    for trace in list(ledger.known.values()):
        if trace.kind == TraceKind.MEETING and trace.meeting_id in meetings:
            ledger.touch((TraceKind.MEETING.value, trace.key))
    ledger.write()
    _leave_loose(ledger, loose)


def _leave_loose(ledger: Ledger, loose: Loose) -> None:
    names = {name for name in loose.cases if not _owned(ledger, TraceKind.TREATMENT, name[1])}
    seats = {(person, body) for person, body, body_id in loose.people if not _sits(ledger, person, body_id)}
    names |= {(TraceKind.MEMBER.value, f"{person}/{body}") for person, body in seats}
    names |= {
        (TraceKind.PLACE.value, place) for authority, place in loose.places if not _met(ledger, authority, place)
    }
    _take(ledger, names)
    people = {(TraceKind.PERSON.value, person) for person, _ in seats if not _owned(ledger, TraceKind.MEMBER, person)}
    _take(ledger, people)
    empty = [body for body in loose.bodies if not live(ledger.audience, TraceKind.MEETING).filter(body=body).exists()]
    bodies = live(ledger.audience, TraceKind.BODY).filter(body__in=empty) if empty else ()
    _take(ledger, {(TraceKind.BODY.value, trace.key) for trace in bodies})


def _take(ledger: Ledger, wanted: Iterable[Name]) -> None:
    """Written at once: what comes after looks whether it is still there."""
    wanted = set(wanted)
    ledger.know(named(ledger.audience, wanted))
    gone = [trace for name in wanted if (trace := ledger.known.get(name)) and trace.deleted is None]
    for trace in gone:
        ledger.take_away(trace, _NAMED_NOWHERE)
    ledger.know(named(ledger.audience, {found for trace in gone for found in _stands_in(trace)}))
    touch_around(ledger, gone)
    if gone:
        ledger.write()


def _stands_in(trace: Trace) -> Iterable[Name]:
    if trace.kind == TraceKind.MEMBER:
        yield TraceKind.PERSON.value, trace.owner
        yield TraceKind.BODY.value, trace.key.split("/", 1)[1]


def _owned(ledger: Ledger, kind: TraceKind, key: str) -> bool:
    return live(ledger.audience, kind).filter(owner=key).exists()


def _sits(ledger: Ledger, person: str, body_id: int | None) -> bool:
    return live(ledger.audience, TraceKind.MEETING).filter(body=body_id, data__contains=person).exists()


def _met(ledger: Ledger, authority: str, place: str) -> bool:
    return live(ledger.audience, TraceKind.MEETING).filter(authority=authority, data__contains=place).exists()


def _read(data: str) -> dict[str, Any]:
    return {"named": [], **(json.loads(data) if data else {})}
