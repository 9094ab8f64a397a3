"""Attachments are read in a process of their own: one made to harm has no memory or time of the pages."""

import json
import logging
import resource
import subprocess
import sys
from dataclasses import asdict

from sagsgang.readers.attached import Contents, Warned, contents, kinds
from sagsgang.readers.attached.warnings import in_order
from sagsgang.readers.extract import Refused

_MEMORY = 2 << 30  # bytes
_SECONDS = 30
_READER = "import sys; from sagsgang.config.apart import read_here; read_here(sys.argv[1])"
_LOG = logging.getLogger(__name__)


def contents_apart(data: bytes, name: str) -> Contents:
    """What `contents` says of the file; kept unread, with a warning, when that takes too long or too much memory."""
    command = [sys.executable, "-c", _READER, name.replace("\x00", "")]
    try:
        read = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)
        return _from_json(read.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        _LOG.error("an attachment could not be read: %s", type(error).__name__)
        return _unread(data, name)


def read_here(name: str) -> None:
    """Read what comes in, and write what is found, as JSON: nothing in the file can make the parent run anything."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, most))
    json.dump(asdict(contents(sys.stdin.buffer.read(), name)), sys.stdout)


def _from_json(said: bytes) -> Contents:
    found = json.loads(said)
    return Contents(**{**found, "warnings": tuple(Warned(*one) for one in found["warnings"])})


def _unread(data: bytes, name: str) -> Contents:
    try:
        kind = kinds.kind_of(data, name)
    except Refused as refused:
        return Contents(refusal=refused.reason)
    return Contents(ending=kind.ending, media_type=kind.media_type, warnings=in_order({"unreadable"}, ()))
