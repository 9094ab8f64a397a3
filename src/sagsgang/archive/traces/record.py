"""Publishing leaves traces: of the meeting, of what stands on its paper, and of what these belong to."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from sagsgang.archive.files import pdf_file
from sagsgang.archive.models import Edition, Entry, Meeting, Trace, TraceKind
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.traces import names, plans
from sagsgang.archive.traces.around import owner, touch_around
from sagsgang.archive.traces.leaving import Loose, leave, let_loose
from sagsgang.archive.traces.plans import foreseen, free_keys
from sagsgang.archive.traces.printing import printed
from sagsgang.archive.traces.rows import is_print, named, of_meetings
from sagsgang.archive.traces.settle import Ledger
from sagsgang.archive.traces.sums import sums, sums_of
from sagsgang.archive.traces.wanted import Shown, Wanted, own, shared
from sagsgang.archive.writing import writing
from sagsgang.paper.model import Paper

_AT_ONCE = 50
_NOT_THERE = "Det står ikke i den udgave, der gælder nu."


def published(papers: Sequence[tuple[Meeting, Paper]], now: datetime | None = None) -> None:
    """Leave the traces of papers that came into force; inside `writing`. About ten queries, however many papers."""
    for audience in sorted({meeting.audience for meeting, _ in papers}):
        latest = {meeting.pk: (meeting, paper) for meeting, paper in papers if meeting.audience == audience}
        _record(Ledger(audience, now or timezone.now()), list(latest.values()))


def catch_up() -> None:
    """Leave the traces of what was published before there were any, with the times at which it was."""
    traced = Trace.objects.filter(meeting=OuterRef("pk"), kind=TraceKind.MEETING)
    rows = Meeting.objects.filter(~Exists(traced), edition__isnull=False)
    waiting = list(rows.order_by("edition__seal__sealed_at", "pk").values_list("pk", flat=True))
    for start in range(0, len(waiting), _AT_ONCE):
        some = Meeting.objects.select_related("body", "edition__seal").in_bulk(waiting[start : start + _AT_ONCE])
        with writing():
            for key in waiting[start : start + _AT_ONCE]:
                _catch_up(some[key])
    plans.catch_up()


def _catch_up(meeting: Meeting) -> None:
    paper = paper_of(meeting.edition) if meeting.edition else None
    if meeting.edition is None or paper is None:
        return
    published([(meeting, paper)], meeting.edition.seal.sealed_at)
    editions = Edition.objects.filter(meeting=meeting, pdf__isnull=False).select_related("pdf", "meeting__body")
    for edition in editions.order_by("version"):
        if edition.pdf and pdf_file(edition.pk).is_file():
            printed(edition, edition.pdf.sealed_at)


def _record(ledger: Ledger, papers: Sequence[tuple[Meeting, Paper]]) -> None:
    before = list(of_meetings(meeting for meeting, _ in papers))
    named_already = {one.meeting_id for one in before if one.kind == TraceKind.MEETING}
    foretold = foreseen(ledger.audience, [meeting for meeting, _ in papers if meeting.pk not in named_already])
    ledger.know([*before, *foretold.values()])
    meetings = {one.meeting_id: one for one in before if one.kind == TraceKind.MEETING} | foretold
    old_data = {trace.key: trace.data for trace in meetings.values()}
    wanted = list(_wanted(ledger, papers, before, meetings))
    owners = {found for trace in before if (found := owner(trace))}
    ledger.know(named(ledger.audience, {one.name for one in wanted} | owners))
    changed = [one.name for one in wanted if ledger.want(one)]
    touch_around(ledger, (ledger.known[name] for name in changed))
    kept = {one.name for one in wanted}
    live = (trace for trace in before if trace.deleted is None and not is_print(trace))
    gone = [trace for trace in live if (str(trace.kind), trace.key) not in kept]
    loose = Loose()
    for key, data in old_data.items():
        meeting = ledger.known[TraceKind.MEETING.value, key]
        let_loose(loose, meeting, data, meeting.data)
    leave(ledger, gone, loose, _NOT_THERE)


def _wanted(
    ledger: Ledger,
    papers: Sequence[tuple[Meeting, Paper]],
    before: Sequence[Trace],
    meetings: Mapping[int | None, Trace],
) -> Iterator[Wanted]:
    of_meeting = defaultdict(list)
    for trace in before:
        of_meeting[trace.meeting_id].append(trace)
    once: dict[tuple[str, str], Wanted] = {}
    for each in _shown(ledger.audience, papers, before, meetings):
        yield from own(each, of_meeting[each.meeting.pk])
        once.update((one.name, one) for one in shared(each))
    yield from once.values()


def _shown(
    audience: str,
    papers: Sequence[tuple[Meeting, Paper]],
    before: Sequence[Trace],
    meetings: Mapping[int | None, Trace],
) -> Iterator[Shown]:
    keys = names.authorities(audience, (meeting.body.authority for meeting, _ in papers))
    new = {one.pk: names.meeting_key(one.body, one) for one, _ in papers if one.pk not in meetings}
    new = free_keys(audience, new)
    entries = defaultdict(list)
    for entry in Entry.objects.filter(meeting__in=[meeting.pk for meeting, _ in papers]).order_by("position"):
        entries[entry.meeting_id].append(entry)
    known_sums = sums_of(before)
    for meeting, paper in papers:
        known = meetings.get(meeting.pk)
        yield Shown(
            meeting,
            paper,
            entries[meeting.pk],
            keys[meeting.body.authority],
            known.key if known else new[meeting.pk],
            known.owner if known else "",
            cancelled=bool(known and known.data and json.loads(known.data).get("cancelled")),
            sums=sums(paper, known_sums),
        )
