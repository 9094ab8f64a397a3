"""One file to papers, in a worker process: no database and no Django here, and nothing that stops the others."""

import logging
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from sagsgang.archive.disk import why
from sagsgang.archive.guard import personal_number_doubts, unpublishable
from sagsgang.archive.key import key_of
from sagsgang.archive.sameness import essence
from sagsgang.danish.numbers import municipality_of
from sagsgang.paper.model import Paper
from sagsgang.paper.redact import redact
from sagsgang.paper.store import dumps
from sagsgang.readers.base import Doubt, Reading
from sagsgang.readers.doubts import is_serious
from sagsgang.readers.extract import Refused
from sagsgang.readers.read_file import read_file

LARGEST = 500_000_000
"""Bytes; more than this is no set of minutes, and would not fit in memory beside its text."""


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A paper on its way in: its key and day ("" when not known), its open edition, and all of it when in doubt.

    `essence` is that of the open edition: the same for every file that says the same. Where body or day is not known
    it is the file's own: what little is read of two such files may be the same, and neither may be lost.
    """

    key: str
    day: str
    open: bytes
    essence: bytes
    whole: bytes | None
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file: its papers, or why there are none."""

    path: str
    digest: str
    papers: tuple[PaperRead, ...] = ()
    refusal: str = ""


def read(path: str, authority: str) -> FileRead:
    """Read the file; whatever is wrong with it is a refusal in Danish, without a word of its content."""
    logging.disable(logging.CRITICAL)  # libraries for file formats log what they stumble over, content and all
    try:
        return _read(path, authority)
    except OSError as error:
        return refused(path, f"kan ikke læses: {why(error)}")
    except MemoryError:
        return refused(path, "er for stor til hukommelsen")
    except Exception as error:  # whatever a broken file does to a library, the batch goes on
        return refused(path, f"kan ikke læses (fejl i læseren: {type(error).__name__})")


def refused(path: str, reason: str) -> FileRead:
    """A file that gave nothing."""
    return FileRead(path, "", refusal=reason)


def _read(path: str, authority: str) -> FileRead:
    file = Path(path)
    if file.stat().st_size > LARGEST:
        return refused(path, f"er større end {LARGEST // 1_000_000} MB")
    data = file.read_bytes()
    try:
        readings = read_file(data, file.name)
    except Refused as refusal:
        return refused(path, str(refusal))
    if not readings:
        return refused(path, "indeholder hverken dagsorden eller referat")
    digest = sha256(data).hexdigest()
    return FileRead(path, digest, tuple(_paper_read(one, authority, digest) for one in readings))


def _paper_read(reading: Reading, authority: str, digest: str) -> PaperRead:
    paper = with_authority(reading.paper, authority)
    known = paper.body and paper.date
    opened = redact(paper)
    doubts = reading.doubts + personal_number_doubts(opened, reading.doubts)
    aside = unpublishable(opened) or any(is_serious(doubt) for doubt in doubts)
    return PaperRead(
        key=key_of(paper) if known else "",
        day=str(paper.date or ""),
        open=dumps(opened),
        essence=essence(opened) if known else essence(opened) + digest.encode(),
        whole=dumps(paper) if aside else None,
        doubts=doubts,
    )


def with_authority(paper: Paper, fallback: str) -> Paper:
    """`paper` with its authority: the one it names, else the one most of its case numbers name, else `fallback`."""
    if paper.authority:
        return paper
    named = Counter(filter(None, (municipality_of(item.case_number or "") for item in paper.items)))
    return replace(paper, authority=named.most_common(1)[0][0] if named else fallback)
