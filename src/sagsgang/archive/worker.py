"""Makes the PDFs that are missing, and those asked for, and reads attachments for search.

All in a child process: one that dies stops nothing else.
"""

import logging
import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Event
from typing import TypeVar

from sagsgang.archive import leave
from sagsgang.archive.children import begin_behind
from sagsgang.archive.models import FileText, Reading
from sagsgang.archive.print import keep_pdf, unprinted
from sagsgang.archive.reading import give_up, keep_pages, next_unread, source
from sagsgang.archive.renditions import making
from sagsgang.archive.renditions.press import press
from sagsgang.paper.excerpt import NoSuchItem
from sagsgang.paper.model import Paper
from sagsgang.readers.attached.pages import pages
from sagsgang.writers import pdf

# A print that somebody asked for meanwhile goes before the next of these.
_AT_ONCE = 5
_SECONDS = 600
_SWEEP_EVERY = 600.0  # seconds
_ENDED = (pdf.CannotRender, NoSuchItem, BrokenProcessPool, TimeoutError)
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_LOG = logging.getLogger(__name__)


class Worker:
    """Makes what somebody waits for, then what editions lack, and remembers while it lives which cannot be made."""

    def __init__(self, stop: Event) -> None:
        self.failed: frozenset[int] = frozenset()
        self._stop = stop
        self._press = _press()
        self._swept = -_SWEEP_EVERY

    def work(self) -> bool:
        """Take a body off, print what was asked for, or some editions, or read a file; False when nothing waited."""
        self._sweep()
        return leave.work() or self._make_one_asked_for() or self._print_some() or self._read_one()

    def _make_one_asked_for(self) -> bool:
        row = making.next_in_line()
        if row is None:
            return False
        try:
            making.make(row, lambda job: self._pressed(press, job))
        except _ENDED as error:
            _LOG.error("print %d could not be made: %s", row.pk, type(error).__name__)
            making.give_up(row)
            self._begin_anew(error)
        return True

    def _print_some(self) -> bool:
        waiting = unprinted(_AT_ONCE, self.failed)
        for edition in waiting:
            if self._stop.is_set() or making.next_in_line():
                break
            try:
                keep_pdf(edition, self._render)
            except _ENDED as error:
                self._fail(edition.pk, error)
        return bool(waiting)

    def _read_one(self) -> bool:
        row = next_unread()
        if row is not None and row.state == Reading.WAITING:
            self._read(row)
        return row is not None

    def _read(self, row: FileText) -> None:
        try:
            found = self._pressed(pages, source(row))
        except (BrokenProcessPool, TimeoutError) as error:
            self._begin_anew(error)
            found = None
        if found is None:
            give_up(row)
        else:
            keep_pages(row, found)

    def _sweep(self) -> None:
        """Also while prints are asked for without end: what they fill has its limit."""
        if time.monotonic() - self._swept > _SWEEP_EVERY:
            self._swept = time.monotonic()
            making.sweep()

    def close(self) -> None:
        """Let the child go."""
        _end(self._press)

    def _render(self, paper: Paper) -> bytes:
        return self._pressed(pdf.write, paper)

    def _pressed(self, work: Callable[[_Given], _Made], given: _Given) -> _Made:
        return self._press.submit(work, given).result(_SECONDS)

    def _fail(self, edition_id: int, error: Exception) -> None:
        _LOG.error("edition %d has no PDF: %s", edition_id, type(error).__name__)
        self.failed |= {edition_id}
        self._begin_anew(error)

    def _begin_anew(self, error: Exception) -> None:
        """The child is gone, or does not answer."""
        if isinstance(error, BrokenProcessPool | TimeoutError):
            _end(self._press)
            self._press = _press()


def _press() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=begin_behind)


def _end(press: ProcessPoolExecutor) -> None:
    for child in multiprocessing.active_children():
        child.kill()
    press.shutdown(wait=True, cancel_futures=True)
