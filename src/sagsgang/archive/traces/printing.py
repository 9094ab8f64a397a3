"""A paper's PDF can be fetched from the moment it is kept."""

from datetime import datetime
from hashlib import sha512

from django.utils import timezone

from sagsgang.archive.files import blocks, pdf_file
from sagsgang.archive.models import Edition, Trace, TraceKind
from sagsgang.archive.traces.around import owner
from sagsgang.archive.traces.rows import named, of_meetings
from sagsgang.archive.traces.settle import Ledger
from sagsgang.archive.traces.wanted import Wanted
from sagsgang.paper.model import PaperKind

NAMES = {PaperKind.AGENDA.value: "dagsorden", PaperKind.MINUTES.value: "referat"}


def printed(edition: Edition, now: datetime | None = None) -> None:
    """The PDF of `edition` is kept and sealed. Inside `writing`. An older version's PDF is not told of."""
    ledger = Ledger(edition.meeting.audience, now or timezone.now())
    ledger.know(of_meetings([edition.meeting]))
    meeting = next((one for one in ledger.known.values() if one.kind == TraceKind.MEETING), None)
    if meeting is None or meeting.deleted is not None or _has_a_later_one(edition):
        return
    if ledger.want(_file(edition, meeting)):
        ledger.touch((TraceKind.MEETING.value, meeting.key))
        cases = {found for trace in ledger.known.values() if trace.deleted is None and (found := owner(trace))}
        ledger.know(named(ledger.audience, cases))
        for case in cases:
            ledger.touch(case)
    ledger.write()


def _has_a_later_one(edition: Edition) -> bool:
    same = Edition.objects.filter(meeting=edition.meeting_id, kind=edition.kind)
    return same.filter(version__gt=edition.version, pdf__isnull=False).exists()


def _file(edition: Edition, meeting: Trace) -> Wanted:
    digest, size = sha512(), 0
    for block in blocks(pdf_file(edition.pk)):
        digest.update(block)
        size += len(block)
    return Wanted(
        kind=TraceKind.FILE,
        key=f"{meeting.key}/{NAMES[edition.kind]}",
        authority=meeting.authority,
        body_id=meeting.body_id,
        meeting_id=meeting.meeting_id,
        data={"edition": edition.pk, "kind": edition.kind, "size": size, "sha512": digest.hexdigest()},
    )
