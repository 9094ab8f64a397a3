"""The one way into the archive: an open paper becomes a sealed edition, with rows for lists, threads and search."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import QuerySet

from sagsgang.archive import attached, search, traces
from sagsgang.archive.addresses import body_of
from sagsgang.archive.guard import day_of, refuse_unless_publishable
from sagsgang.archive.key import key_of
from sagsgang.archive.layout import lay_out
from sagsgang.archive.meetings import meeting_of
from sagsgang.archive.models import Audience, Body, Edition, Meeting, RecordKind
from sagsgang.archive.returns import link_returns
from sagsgang.archive.sameness import essence
from sagsgang.archive.seal import Deed, append
from sagsgang.archive.sealed import paper_in, paper_of, raw
from sagsgang.archive.writing import locked, writing
from sagsgang.paper.model import Paper, PaperKind
from sagsgang.paper.store import dumps

_NO_FILES: Mapping[str, bytes] = {}


class Outcome(StrEnum):
    """What came of publishing a paper."""

    NEW = "new"
    SUPERSEDED = "superseded"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Published:
    """The edition that holds the paper: a new one, one in place of another, or one that was there already."""

    outcome: Outcome
    edition: Edition


class Erased(Exception):  # noqa: N818 - it is what the edition is
    """The content that is wanted was erased, and does not come back."""


@dataclass(slots=True)
class _Touched:
    """What a transaction changed, for the index and the threads, which are brought up to date once at its end."""

    indexed: set[int] = field(default_factory=set)
    forgotten: set[int] = field(default_factory=set)
    cases: set[tuple[str, str]] = field(default_factory=set)
    meetings: list[Meeting] = field(default_factory=list)
    papers: list[tuple[Meeting, Paper]] = field(default_factory=list)


def publish(paper: Paper, audience: Audience, files: Mapping[str, bytes] = _NO_FILES) -> Published:
    """Publish an open `paper` to `audience`; raises NotPublishable when it is not open, or has no body or date.

    `files` are the bytes of the files that its attachments name, by their SHA-256 in hex: only those that are not
    kept yet are asked for, so that a mapping may read them when it is.
    """
    return publish_all([paper], audience, files)[0]


def publish_all(
    papers: Sequence[Paper], audience: Audience, files: Mapping[str, bytes] = _NO_FILES
) -> list[Published]:
    """Publish the papers in order, all of them or, when one cannot be, none (NotPublishable)."""
    for paper in papers:
        refuse_unless_publishable(paper)
    touched = _Touched()
    with writing():
        bodies = _locked_bodies(papers)
        for paper in papers:
            attached.keep_all(paper, audience, files)
        published = [_publish(paper, bodies[_named(paper)], audience, touched) for paper in papers]
        _bring_up_to_date(touched)
    return published


def known(paper: Paper, audience: Audience) -> bool:
    """Whether an edition with exactly this content was published before."""
    meetings = _meetings(paper, audience)
    return any(_same(_versions(meeting, paper.kind), paper, dumps(paper)) for meeting in meetings)


def latest(paper: Paper, audience: Audience) -> Edition | None:
    """The newest edition under the key of `paper`; None when there is none."""
    editions = Edition.objects.filter(meeting__in=_meetings(paper, audience), kind=paper.kind.value)
    return editions.filter(seal__key=key_of(paper)).select_related("seal").order_by("-version").first()


def restore(edition: Edition) -> Published:
    """Make an older `edition` the newest again: its content is sealed once more, at the end of the chain.

    Nothing happens to the newest one. Raises Erased, and NotPublishable for what would not be published today.
    """
    paper = paper_of(edition)
    if paper is None:
        raise Erased
    refuse_unless_publishable(paper)
    touched = _Touched()
    with writing():
        body = locked(edition.meeting.body)
        earlier = _versions(edition.meeting, paper.kind)
        if earlier[0].pk == edition.pk:
            return Published(Outcome.UNCHANGED, edition)
        attached.keep_all(paper, edition.meeting.audience, _NO_FILES)
        published = _seal(paper, body, edition.meeting, earlier, touched)
        _bring_up_to_date(touched)
    return published


def bring_into_force(edition: Edition, paper: Paper) -> None:
    """Show `edition` again, which is sealed already. Inside `writing`, with the body's row locked."""
    touched = _Touched()
    _put_in_force(edition.meeting, edition, paper, touched)
    _bring_up_to_date(touched)


def _bring_up_to_date(touched: _Touched) -> None:
    link_returns(touched.cases, touched.meetings)
    search.forget(touched.forgotten)
    search.index(touched.indexed)
    traces.published(touched.papers)


def _meetings(paper: Paper, audience: Audience) -> QuerySet[Meeting]:
    """Those of the body on the day: the paper's own is among them."""
    of_body = Meeting.objects.filter(body__authority=paper.authority, body__name=paper.body)
    return of_body.filter(audience=audience, date=day_of(paper))


def _named(paper: Paper) -> tuple[str, str]:
    return paper.authority or "", paper.body or ""


def _locked_bodies(papers: Iterable[Paper]) -> dict[tuple[str, str], Body]:
    return {name: locked(body_of(*name)) for name in sorted({_named(paper) for paper in papers})}


def _publish(paper: Paper, body: Body, audience: Audience, touched: _Touched) -> Published:
    meeting = meeting_of(body, audience, paper)
    earlier = _versions(meeting, paper.kind)
    if same := _same(earlier, paper, dumps(paper)):
        return Published(Outcome.UNCHANGED, same)
    return _seal(paper, body, meeting, earlier, touched)


def _seal(paper: Paper, body: Body, meeting: Meeting, earlier: list[Edition], touched: _Touched) -> Published:
    audience = meeting.audience
    deed = Deed(kind=RecordKind(paper.kind), key=key_of(paper), version=len(earlier) + 1, audience=audience)
    seal = append(body, deed, dumps(paper))
    edition = Edition.objects.create(meeting=meeting, kind=paper.kind.value, version=deed.version, seal=seal)
    attached.note(edition, paper)
    if _comes_into_force(meeting, paper.kind):
        _put_in_force(meeting, edition, paper, touched)
    return Published(Outcome.SUPERSEDED if earlier else Outcome.NEW, edition)


def _versions(meeting: Meeting, kind: PaperKind) -> list[Edition]:
    """The newest first, for that is the one that a file most likely says again."""
    return list(meeting.editions.filter(kind=kind.value).select_related("seal__content").order_by("-version"))


def _same(versions: Iterable[Edition], paper: Paper, data: bytes) -> Edition | None:
    """The version with the content of `paper`; one whose content was erased is none."""
    for edition in versions:
        content = getattr(edition.seal, "content", None)
        sealed = raw(content.data) if content else b""
        if sealed == data or _says_the_same(sealed, paper):
            return edition
    return None


def _says_the_same(sealed: bytes, paper: Paper) -> bool:
    """From another kind of file the same paper has other line ends; tampered bytes are no paper at all.

    A paper that names no file at all says nothing against those that were published with it.
    """
    try:
        earlier = paper_in(sealed)
    except ValueError:
        return False
    unsaid = not any(attached.files_of(paper))
    return essence(attached.without_files(earlier) if unsaid else earlier) == essence(paper)


def _comes_into_force(meeting: Meeting, kind: PaperKind) -> bool:
    return kind is PaperKind.MINUTES or not meeting.editions.filter(kind=PaperKind.MINUTES.value).exists()


def _put_in_force(meeting: Meeting, edition: Edition, paper: Paper, touched: _Touched) -> None:
    meeting.edition = edition
    meeting.start = paper.start or meeting.start
    meeting.place = paper.place or ""
    meeting.save(update_fields=("edition", "start", "place"))
    laid = lay_out(meeting, paper)
    touched.indexed |= laid.kept
    touched.forgotten |= laid.removed
    touched.indexed -= laid.removed
    touched.cases |= {(meeting.audience, key) for key in laid.cases}
    touched.meetings.append(meeting)
    touched.papers.append((meeting, paper))
