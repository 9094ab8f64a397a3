"""The prints that wait, made and kept; and those that nobody fetches any more, removed."""

import time
from collections.abc import Callable
from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from sagsgang.archive.attached import files_of, place
from sagsgang.archive.files import write_beside
from sagsgang.archive.models import LARGE_PRINTS, Rendition, RenditionKind
from sagsgang.archive.renditions.orders import in_line, rendition_file
from sagsgang.archive.renditions.press import Job
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.writing import writing
from sagsgang.paper.model import Paper

_SIZES = {kind: points for points, kind in LARGE_PRINTS.items()}
_UNUSED = timedelta(days=14)
_OVERTAKEN = timedelta(days=1)
_FAILED = timedelta(hours=6)
_UNFINISHED = timedelta(hours=1)
_MOST_BYTES = 4 << 30


def next_in_line() -> Rendition | None:
    """The print to make next; None when all are made."""
    return in_line().select_related("edition__meeting").first()


def make(row: Rendition, render: Callable[[Job], bytes]) -> None:
    """Render and keep the print; nothing is left of one whose paper was erased meanwhile."""
    paper = paper_of(row.edition)
    if paper is None:
        row.delete()
        return
    unfinished = write_beside(rendition_file(row.pk), render(_job(row, paper)))
    with writing():
        if paper_of(row.edition) is None or not Rendition.objects.filter(pk=row.pk).update(made_at=timezone.now()):
            unfinished.unlink()
            return
        unfinished.replace(rendition_file(row.pk))


def give_up(row: Rendition) -> None:
    """Note that it cannot be made; asked for again in some hours it is tried once more."""
    Rendition.objects.filter(pk=row.pk).update(failed=True)


def sweep() -> int:
    """Remove prints of editions no longer in force, those long unused, and the oldest beyond 4 GiB. How many."""
    now = timezone.now()
    overtaken = Q(used_at__lt=now - _OVERTAKEN) & ~Q(edition__meeting__edition=F("edition"))
    failed = Q(failed=True, asked_at__lt=now - _FAILED)
    gone = list(Rendition.objects.filter(Q(used_at__lt=now - _UNUSED) | overtaken | failed))
    kept = 0
    for row in Rendition.objects.exclude(pk__in=[row.pk for row in gone]).order_by("-used_at"):
        kept += _size(row)
        if kept > _MOST_BYTES:
            gone.append(row)
    for row in gone:
        row_file = rendition_file(row.pk)
        row.delete()
        row_file.unlink(missing_ok=True)
    _remove_strays()
    return len(gone)


def _remove_strays() -> None:
    """What a killed worker left half written, and files without a row."""
    known = {rendition_file(number) for number in Rendition.objects.values_list("pk", flat=True)}
    old = time.time() - _UNFINISHED.total_seconds()
    for file in rendition_file(0).parent.glob("*"):
        if file not in known and file.stat().st_mtime < old:
            file.unlink(missing_ok=True)


def _job(row: Rendition, paper: Paper) -> Job:
    match RenditionKind(row.kind):
        case RenditionKind.ATTACHED:
            return Job(paper, files={file.sha256: place(file.sha256) for file in files_of(paper)})
        case RenditionKind.ITEM:
            return Job(paper, items=(row.item,))
        case RenditionKind.WORD:
            return Job(paper, word=True)
        case RenditionKind.WORD_ITEM:
            return Job(paper, items=(row.item,), word=True)
        case kind:
            return Job(paper, size_pt=_SIZES[kind])


def _size(row: Rendition) -> int:
    file = rendition_file(row.pk)
    return file.stat().st_size if file.is_file() else 0
