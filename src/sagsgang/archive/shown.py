"""What the public sees, compared with what was sealed: editions, meetings, entries, promises."""

from collections.abc import Iterator, Sequence
from itertools import islice

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from sagsgang.archive.chain import is_as_sealed
from sagsgang.archive.entries import Row, Values, rows
from sagsgang.archive.models import (
    AttachedFile,
    Body,
    Content,
    Edition,
    Entry,
    Meeting,
    Promise,
    RecordKind,
    Seal,
    Withdrawal,
)
from sagsgang.archive.remarks import Remark
from sagsgang.archive.returns import wrongly_linked
from sagsgang.archive.sealed import paper_in, raw
from sagsgang.archive.whole import are_noted
from sagsgang.archive.withdraw import withdrawn_by_chain
from sagsgang.paper.model import Paper, PaperKind

_AT_ONCE = 100
_PAPERS = (RecordKind.AGENDA, RecordKind.MINUTES)


def check_loose() -> Iterator[Remark]:
    """Rows that hang on nothing: an edition without its seal or meeting, an entry without a meeting."""
    for edition in Edition.objects.filter(~Exists(Seal.objects.filter(pk=OuterRef("seal_id")))).iterator():
        yield Remark("Arkivet", None, f"udgave {edition.pk} har ingen forsegling")
    for model, name in ((Edition, "udgave"), (Entry, "punkt")):
        for row in model.objects.filter(~Exists(Meeting.objects.filter(pk=OuterRef("meeting_id")))).iterator():
            yield Remark("Arkivet", None, f"{name} {row.pk} hører ikke til noget møde")


def check_shown(body: Body) -> Iterator[Remark]:
    """What of the rows of `body` is not what its chain sealed."""
    for seal in Seal.objects.filter(body=body, kind__in=_PAPERS, edition=None).order_by("number").iterator():
        yield Remark(body.name, seal.number, "posten har ingen udgave: den er fjernet fra arkivets lister")
    yield from _check_withdrawn(body)
    meetings = _meetings(body).iterator(chunk_size=_AT_ONCE)
    while some := list(islice(meetings, _AT_ONCE)):
        for meeting in some:
            yield from _check_meeting(body, meeting)
    for promise in wrongly_linked(Promise.objects.filter(body=body)):
        yield Remark(body.name, None, f"løfte {promise.pk} peger på en forkert behandling af sagen")


def _check_withdrawn(body: Body) -> Iterator[Remark]:
    told = withdrawn_by_chain(body)
    noted = frozenset(
        Withdrawal.objects.filter(edition__seal__body=body).values_list("edition__seal__number", flat=True)
    )
    for number in sorted(told - noted):
        yield Remark(body.name, number, "papiret er trukket tilbage, men er ikke taget ned")
    for number in sorted(noted - told):
        yield Remark(body.name, number, "papiret er taget ned, uden at det er noteret, at det er trukket tilbage")


def _check_meeting(body: Body, meeting: Meeting) -> Iterator[Remark]:
    editions = list(meeting.editions.all())
    for edition in editions:
        if not _fits(body, meeting, edition):
            yield Remark(body.name, edition.seal.number, "udgaven passer ikke til sin forsegling")
    latest = max(editions, key=lambda one: (one.kind == PaperKind.MINUTES, one.version), default=None)
    withdrawn = latest is not None and hasattr(latest, "withdrawal")
    content = Content.objects.filter(seal_id=latest.seal_id).first() if latest and not withdrawn else None
    if latest is None or meeting.edition_id != (latest.pk if content else None):
        number = latest.seal.number if latest else None
        yield Remark(body.name, number, f"mødet {meeting.slug} viser en anden udgave end den seneste")
    elif content and not is_as_sealed(latest.seal, content):
        return  # the chain names it, and what is shown cannot be held against it
    elif message := _unlike(body, meeting, paper := _paper(content)):
        yield Remark(body.name, latest.seal.number, f"mødet {meeting.slug}: {message}")
    elif paper and not are_noted(latest, paper):
        yield Remark(
            body.name, latest.seal.number, f"mødet {meeting.slug}: bilagenes filer er ikke noteret som forseglet"
        )


def _meetings(body: Body) -> QuerySet[Meeting]:
    editions = Edition.objects.select_related("seal", "pdf", "withdrawal").prefetch_related("holdings")
    entries = Entry.objects.order_by("position").prefetch_related(
        Prefetch("promises", Promise.objects.order_by("pk")),
        Prefetch("files", AttachedFile.objects.order_by("position")),
    )
    parts = (Prefetch("editions", editions), Prefetch("entries", entries))
    return Meeting.objects.filter(body=body).order_by("date", "pk").prefetch_related(*parts)


def _fits(body: Body, meeting: Meeting, edition: Edition) -> bool:
    seal, pdf = edition.seal, edition.pdf
    said = (seal.body_id, seal.kind, seal.version, seal.audience)
    if said != (body.pk, edition.kind, edition.version, meeting.audience):
        return False
    return pdf is None or (pdf.body_id, pdf.kind, pdf.concerns) == (body.pk, RecordKind.PDF, seal.number)


def _paper(content: Content | None) -> Paper | None:
    try:
        return paper_in(raw(content.data)) if content else None
    except ValueError:
        return None


def _unlike(body: Body, meeting: Meeting, paper: Paper | None) -> str:
    """What the rows of `meeting` say otherwise than `paper`, "" when nothing."""
    entries = list(meeting.entries.all())
    if paper is None:
        return "der vises punkter, som ikke er forseglet" if entries else ""
    if (body.authority, body.name) != (paper.authority, paper.body):
        return "udvalgets navn er ændret"
    told = (meeting.date, meeting.place, meeting.slug[:10], paper.start or meeting.start)
    if told != (paper.date, paper.place or "", str(paper.date), meeting.start):
        return "mødets dato, tid eller sted er ændret"
    wanted = rows(paper)
    if len(entries) != len(wanted):
        return "der vises flere eller færre punkter end forseglet"
    changed = [row for entry, row in zip(entries, wanted, strict=True) if not _is_as_laid(meeting, entry, row)]
    return f"punkt {changed[0].entry['number']} vises anderledes end forseglet" if changed else ""


def _is_as_laid(meeting: Meeting, entry: Entry, row: Row) -> bool:
    belongs = {"body_id": meeting.body_id, "audience": meeting.audience}
    return (
        _holds(entry, row.entry | belongs)
        and _hold(list(entry.promises.all()), [one | belongs for one in row.promises])
        and _hold(list(entry.files.all()), [one | {"audience": meeting.audience} for one in row.files])
    )


def _hold(things: Sequence[Promise | AttachedFile], wanted: Sequence[Values]) -> bool:
    return len(things) == len(wanted) and all(map(_holds, things, wanted))


def _holds(thing: Entry | Promise | AttachedFile, values: Values) -> bool:
    return all(getattr(thing, name) == value for name, value in values.items())
