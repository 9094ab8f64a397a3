"""The checksums of attachments that OParl knows a property for: SHA-512, beside the SHA-256 that names the files."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha512

from sagsgang.archive.attached import files_of, place
from sagsgang.archive.files import blocks
from sagsgang.archive.models import Trace, TraceKind
from sagsgang.paper.model import Paper


def sums_of(traces: Iterable[Trace]) -> dict[str, str]:
    """What the traces of files say already, by SHA-256."""
    told = (json.loads(trace.data) for trace in traces if trace.kind == TraceKind.FILE and trace.data)
    return {said["sha256"]: said["sha512"] for said in told if {"sha256", "sha512"} <= set(said)}


def sums(paper: Paper, known: Mapping[str, str]) -> dict[str, str]:
    """The SHA-512 of every file of `paper` whose bytes are kept, by SHA-256. Reads those that are not known."""
    found: dict[str, str] = {}
    for digest in {file.sha256 for file in files_of(paper)}:
        if digest in known:
            found[digest] = known[digest]
        elif place(digest).is_file():
            found[digest] = _sum(digest)
    return found


def _sum(digest: str) -> str:
    found = sha512()
    for block in blocks(place(digest)):
        found.update(block)
    return found.hexdigest()
