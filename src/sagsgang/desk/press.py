"""Minutes set as PDF in a process of their own: a web worker has no printer in its memory, and dies of no paper."""

import json
import logging
import subprocess
import sys

from sagsgang.paper.model import Paper
from sagsgang.paper.store import dumps, from_json

_SECONDS = 120
_PRINTER = "from sagsgang.desk.press import print_here; print_here()"
_LOG = logging.getLogger(__name__)


class NotPrinted(Exception):  # noqa: N818 - it reads as what it is
    """The paper could not be printed."""


def printed(paper: Paper) -> bytes:
    """The PDF of the paper. Raises NotPrinted, and says nothing of what stands in it."""
    command = [sys.executable, "-c", _PRINTER]
    try:
        done = subprocess.run(command, input=dumps(paper), capture_output=True, timeout=_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        _LOG.error("minutes could not be printed: %s", type(error).__name__)
        raise NotPrinted from None
    return done.stdout


def print_here() -> None:
    """Read a paper as canonical JSON, and write its PDF."""
    from sagsgang.archive.children import begin  # noqa: PLC0415 - the child's own
    from sagsgang.writers import pdf  # noqa: PLC0415 - its library takes 7 MB

    begin()
    sys.stdout.buffer.write(pdf.write(from_json(json.loads(sys.stdin.buffer.read()))))
