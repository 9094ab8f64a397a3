"""Papers that are withdrawn or erased leave open data, and with them what only they showed."""

import json
from collections.abc import Iterable, Sequence

from django.utils import timezone

from sagsgang.archive.models import Body, Edition, Meeting, Planned, Trace, TraceKind
from sagsgang.archive.traces.leaving import leave, loosened
from sagsgang.archive.traces.plans import planned
from sagsgang.archive.traces.rows import is_print, live, of_meetings
from sagsgang.archive.traces.settle import Ledger


def withdrawn(editions: Sequence[Edition], reason: str, *, erased: bool = False) -> None:
    """`editions` of one audience are shown no longer, or their content is `erased`. Inside `writing`.

    To be called when the meetings have no edition in force any longer whose one was among them. A meeting that stands
    in the calendar is told of as planned again; what is only withdrawn comes back under its names when the same, or a
    corrected paper, is published. About ten queries, and as many for each such meeting.
    """
    ledger = Ledger(editions[0].meeting.audience, timezone.now(), remembers=not erased)
    ledger.know(of_meetings(edition.meeting for edition in editions))
    gone = list(_gone(ledger.known.values(), editions))
    meetings = [trace for trace in gone if trace.kind == TraceKind.MEETING]
    if erased:
        _forget(ledger)
    leave(ledger, gone, loosened(meetings), reason)
    references = [trace.owner for trace in meetings if trace.owner]
    for row in Planned.objects.filter(reference__in=references, audience=ledger.audience).select_related("body"):
        planned(row, ledger.now)


def left(body: Body, audience: str, reason: str) -> None:
    """The body is taken off the channel: its name says why, unless something of it is there again."""
    ledger = Ledger(audience, timezone.now())
    if live(audience, TraceKind.MEETING).filter(body=body).exists():
        return
    ledger.know(Trace.objects.filter(audience=audience, kind=TraceKind.BODY, body=body))
    for trace in ledger.known.values():
        ledger.take_away(trace, reason)
    ledger.write()


def _gone(known: Iterable[Trace], editions: Sequence[Edition]) -> Iterable[Trace]:
    """The PDFs of `editions`, and everything of the meetings that have no paper in force any longer."""
    numbers = {edition.pk for edition in editions}
    empty = set(Meeting.objects.filter(editions__in=editions, edition=None).values_list("pk", flat=True))
    for trace in known:
        if trace.deleted is None and (trace.meeting_id in empty or _edition_of(trace) in numbers):
            yield trace


def _forget(ledger: Ledger) -> None:
    """By what the items were known that had been withdrawn before."""
    for trace in ledger.known.values():
        if trace.deleted and trace.data:
            ledger.forget(trace)


def _edition_of(trace: Trace) -> int | None:
    """Of a paper's own PDF."""
    return int(json.loads(trace.data)["edition"]) if is_print(trace) else None
