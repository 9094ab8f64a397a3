"""Brings traces to what is wanted: what is new comes, what says something else is changed, what is missing goes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sagsgang.archive.models import Trace
from sagsgang.archive.traces.wanted import Name, Wanted, known_by

_CHANGING = ("owner", "body", "meeting", "entry", "digest", "data", "modified", "deleted", "reason")


@dataclass(slots=True)
class Ledger:
    """The traces that are at hand, by name, and which of them are to be written.

    `remembers`: what goes may come back, so that items are to be known again.
    """

    audience: str
    now: datetime
    remembers: bool = False
    known: dict[Name, Trace] = field(default_factory=dict)
    new: dict[Name, Trace] = field(default_factory=dict)
    changed: dict[Name, Trace] = field(default_factory=dict)

    def know(self, traces: Iterable[Trace]) -> None:
        """Have these at hand; what is there already is newer."""
        for trace in traces:
            self.known.setdefault(_name(trace), trace)

    def want(self, wanted: Wanted) -> bool:
        """Bring the trace to what is wanted; whether that changed what it says."""
        trace = self.known.get(wanted.name)
        if trace is None:
            self.known[wanted.name] = self.new[wanted.name] = self._made(wanted)
            return True
        if trace.digest == wanted.digest and trace.deleted is None:
            self._move(trace, wanted)
            return False
        _say(trace, wanted)
        trace.deleted, trace.reason = None, ""
        self._change(trace)
        return True

    def touch(self, name: Name) -> None:
        """Something that stands inside it has changed."""
        if (trace := self.known.get(name)) and trace.deleted is None:
            self._change(trace)

    def take_away(self, trace: Trace, reason: str) -> None:
        """Only its names and times stay, and by what it is known again if it may be."""
        trace.deleted, trace.reason = self.now, reason
        trace.digest, trace.data = "", known_by(trace) if self.remembers else ""
        trace.entry_id = None
        self._change(trace)

    def forget(self, trace: Trace) -> None:
        """Let what is gone not be known again; that changes nothing for anybody."""
        trace.data = ""
        self.changed[_name(trace)] = trace

    def write(self) -> None:
        """Put it all down."""
        Trace.objects.bulk_create(self.new.values(), batch_size=500)
        Trace.objects.bulk_update(self.changed.values(), _CHANGING, batch_size=500)
        self.new, self.changed = {}, {}

    def _made(self, wanted: Wanted) -> Trace:
        trace = Trace(
            audience=self.audience,
            kind=wanted.kind,
            key=wanted.key,
            authority=wanted.authority,
            created=self.now,
            modified=self.now,
            reason="",
        )
        _say(trace, wanted)
        return trace

    def _move(self, trace: Trace, wanted: Wanted) -> None:
        """The row that it is laid out in may be another one now; that changes nothing for anybody."""
        if trace.entry_id != wanted.entry_id:
            trace.entry_id = wanted.entry_id
            if _name(trace) not in self.new:
                self.changed[_name(trace)] = trace

    def _change(self, trace: Trace) -> None:
        trace.modified = self.now
        if _name(trace) not in self.new:
            self.changed[_name(trace)] = trace


def _say(trace: Trace, wanted: Wanted) -> None:
    trace.owner = wanted.owner
    trace.body_id, trace.meeting_id, trace.entry_id = wanted.body_id, wanted.meeting_id, wanted.entry_id
    trace.data, trace.digest = wanted.text, wanted.digest


def _name(trace: Trace) -> Name:
    return str(trace.kind), trace.key
