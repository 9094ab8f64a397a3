"""Makes the PDFs that are missing, in a child process: one that dies or never ends stops nothing else."""

import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Event

from sagsgang.archive.children import begin
from sagsgang.archive.print import keep_pdf, unprinted
from sagsgang.paper.model import Paper
from sagsgang.writers import pdf

_AT_ONCE = 20
_SECONDS = 600
_LOG = logging.getLogger(__name__)


class Worker:
    """Looks for editions without a PDF, and remembers while it lives which of them could not be rendered."""

    def __init__(self, stop: Event) -> None:
        self.failed: frozenset[int] = frozenset()
        self._stop = stop
        self._press = _press()

    def work(self) -> bool:
        """Print some editions; False when none was waiting."""
        waiting = unprinted(_AT_ONCE, self.failed)
        for edition in waiting:
            if self._stop.is_set():
                break
            try:
                keep_pdf(edition, self._render)
            except (pdf.CannotRender, BrokenProcessPool, TimeoutError) as error:
                self._fail(edition.pk, error)
        return bool(waiting)

    def close(self) -> None:
        """Let the child go."""
        _end(self._press)

    def _render(self, paper: Paper) -> bytes:
        return self._press.submit(pdf.write, paper).result(_SECONDS)

    def _fail(self, edition_id: int, error: Exception) -> None:
        _LOG.error("edition %d has no PDF: %s", edition_id, type(error).__name__)
        self.failed |= {edition_id}
        if not isinstance(error, pdf.CannotRender):
            _end(self._press)
            self._press = _press()


def _press() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=begin)


def _end(press: ProcessPoolExecutor) -> None:
    for child in multiprocessing.active_children():
        child.kill()
    press.shutdown(wait=True, cancel_futures=True)
