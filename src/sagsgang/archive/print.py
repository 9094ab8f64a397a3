"""The PDFs of sealed editions: which are missing, and how one is kept and sealed."""

from collections.abc import Callable

from django.db.models import F

from sagsgang.archive.files import blocks, pdf_file, write_beside
from sagsgang.archive.models import Edition, RecordKind
from sagsgang.archive.seal import Deed, append
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.traces import printed
from sagsgang.archive.writing import locked, writing
from sagsgang.paper.model import Paper


def unprinted(count: int, without: frozenset[int] = frozenset()) -> list[Edition]:
    """At most `count` editions that lack a PDF: those in force first, then the newest. The state is the queue."""
    waiting = Edition.objects.filter(pdf=None, seal__content__isnull=False).exclude(pk__in=without)
    in_force = list(waiting.filter(meeting__edition=F("pk")).order_by("-pk")[:count])
    return in_force or list(waiting.order_by("-pk")[:count])


def keep_pdf(edition: Edition, render: Callable[[Paper], bytes]) -> bool:
    """Render, keep and seal the PDF of `edition`; False when it was erased, or somebody else was first.

    Killed in the middle it leaves at most a file without a seal, which nobody reads and the next run writes over.
    """
    paper = paper_of(edition)
    if paper is None:
        return False
    unfinished = write_beside(pdf_file(edition.pk), render(paper))
    with writing():
        current = Edition.objects.select_related("seal", "meeting__body").filter(pk=edition.pk, pdf=None).first()
        if current is None or paper_of(current) is None:
            unfinished.unlink()
            return False
        unfinished.replace(pdf_file(edition.pk))
        _seal(current)
    return True


def _seal(edition: Edition) -> None:
    seal = edition.seal
    deed = Deed(kind=RecordKind.PDF, key=seal.key, version=seal.version, audience=seal.audience, concerns=seal.number)
    edition.pdf = append(locked(edition.meeting.body), deed, b"", beside=blocks(pdf_file(edition.pk)))
    edition.save(update_fields=("pdf",))
    printed(edition)
