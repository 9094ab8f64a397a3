"""The traces that a deed is about, read in as few queries as there are ways to find them."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from sagsgang.archive.models import Meeting, Trace, TraceKind
from sagsgang.archive.traces.wanted import Name

PRINTED = '"edition":'  # in the data of a file that is a paper's own PDF, and of no other


def of_meetings(meetings: Iterable[Meeting]) -> QuerySet[Trace]:
    """The meetings' own traces, their items, treatments and files, also those that are gone."""
    return Trace.objects.filter(meeting__in=[meeting.pk for meeting in meetings]).order_by("pk")


def named(audience: str, wanted: Iterable[Name]) -> Sequence[Trace]:
    """The traces of those names that there are."""
    by_name = set(wanted)
    if not by_name:
        return ()
    kinds, keys = {kind for kind, _ in by_name}, {key for _, key in by_name}
    found = Trace.objects.filter(audience=audience, kind__in=sorted(kinds), key__in=sorted(keys))
    return [trace for trace in found if (str(trace.kind), trace.key) in by_name]


def live(audience: str, kind: TraceKind) -> QuerySet[Trace]:
    """The traces of what is there."""
    return Trace.objects.filter(audience=audience, kind=kind, deleted=None)


def is_print(trace: Trace) -> bool:
    """Whether it is the PDF of an edition: that comes and goes with the edition, not with the paper in force."""
    return trace.kind == TraceKind.FILE and PRINTED in trace.data
