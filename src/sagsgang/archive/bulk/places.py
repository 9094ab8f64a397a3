"""Where the bulk files lie, and what there is of them now."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from sagsgang.archive.intake.folder import purge

LINES = "papers.jsonl"
TABLES = ("papers", "items", "decisions")
NAMES = (LINES, *(f"{table}.parquet" for table in TABLES))
_MADE = "made.json"


@dataclass(frozen=True, slots=True)
class Made:
    """Of which state of the archive the files are, how many papers that was, and when."""

    state: int
    papers: int
    at: datetime


@dataclass(frozen=True, slots=True)
class BulkFile:
    """One of the files: its size in bytes, and when it was made."""

    name: str
    path: Path
    size: int
    at: datetime


def folder() -> Path:
    """The folder of the finished files."""
    return Path(settings.FILES) / "bulk"


def made() -> Made | None:
    """What was made last; None when nothing is there."""
    try:
        data = json.loads((folder() / _MADE).read_bytes())
        return Made(int(data["state"]), int(data["papers"]), datetime.fromisoformat(data["at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note(there: Path, one: Made) -> None:
    """Write down in the folder `there` what its files are of."""
    text = json.dumps({"state": one.state, "papers": one.papers, "at": one.at.isoformat()})
    (there / _MADE).write_text(text)


def bulk_file(name: str) -> BulkFile | None:
    """The file of that name, None while it is not made."""
    path = folder() / name
    try:
        found = path.stat()
    except OSError:
        return None
    return BulkFile(name, path, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))


def bulk_files() -> tuple[BulkFile, ...]:
    """All of them that are there."""
    return tuple(filter(None, map(bulk_file, NAMES)))


def bring(unfinished: Path) -> None:
    """Put finished files in place of the older ones; what they are of comes last."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in (*NAMES, _MADE):
        (unfinished / name).replace(folder() / name)


def forget() -> None:
    """Remove the files, for something in them was erased; the worker makes them anew."""
    for path in _all():
        purge(path)


def _all() -> Iterator[Path]:
    yield from (path for name in (_MADE, *NAMES) if (path := folder() / name).exists())
