"""How a child process that works on files of unknown origin begins."""

import contextlib
import multiprocessing
import os
import resource
import signal
import threading
from multiprocessing import connection

_MEMORY = 4 << 30
_NICENESS = 10


def begin() -> None:
    """A limit to memory (4 GiB), no part in the keyboard's interrupt, and an end as soon as the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def begin_behind() -> None:
    """The same, for work that stands back while pages are answered."""
    os.nice(_NICENESS)
    begin()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
