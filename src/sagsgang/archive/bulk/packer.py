"""The worker's part in the bulk files: the tables are made in a child process, which takes its memory with it."""

import logging
import multiprocessing
import time
from pathlib import Path
from threading import Event

from sagsgang.archive.bulk.making import is_due, make
from sagsgang.archive.bulk.tables import write_tables_behind

_SECONDS = 3600.0
_REST = 600.0  # seconds, after a failure
_LOG = logging.getLogger(__name__)


class Packer:
    """Makes the files when they are due. After a failure it lets ten minutes pass."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop
        self._rests_until = 0.0

    def work(self) -> bool:
        """Make them once; False when they are not due."""
        if time.monotonic() < self._rests_until or not is_due():
            return False
        try:
            return make(self._tabulate)
        except (OSError, _Ended) as error:
            _LOG.error("the bulk files could not be made: %s", error)
            self._rests_until = time.monotonic() + _REST
            return False

    def _tabulate(self, there: Path) -> None:
        child = multiprocessing.get_context("spawn").Process(target=write_tables_behind, args=(there,))
        child.start()
        try:
            until = time.monotonic() + _SECONDS
            while child.is_alive() and time.monotonic() < until and not self._stop.is_set():
                child.join(0.5)
            if child.exitcode != 0:
                raise _Ended(f"the child process ended with {child.exitcode}")
        finally:
            child.kill()
            child.join()


class _Ended(Exception):  # noqa: N818 - it reads as what it is
    """The child did not finish."""
