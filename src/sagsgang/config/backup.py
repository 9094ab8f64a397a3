"""A home folder in one file, and back: the database as of one moment, the seals' files, the intake, the documents."""

import os
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

_HEADER = b"SQLite format 3\0"
# A database's own scratch files go with it, and what begins so can be made anew.
_SCRATCH = ("-wal", "-shm", "-journal")
_MADE_ANEW = "words-"
# Prints are made again when somebody asks again, the bulk files by the worker.
_MADE_AGAIN = (("files", "renditions"), ("files", "bulk"))
_PAGES = 4096


class Unusable(Exception):  # noqa: N818 - it is what the file or folder is
    """Why the copy cannot be made or put back; Danish, for whoever runs the command."""


def save(home: Path, target: Path) -> int:
    """Write everything in `home` to the tar file `target`, which only its owner can read; gives the number of files.

    People may go on working: the database is copied as of one moment. The file stands complete or not at all.
    """
    if target.exists():
        raise Unusable(f"{target} findes allerede. Vælg et andet navn.")
    if home in target.absolute().parents:
        raise Unusable(f"Læg kopien uden for {home}, helst på en anden maskine.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            number = _write(home, opened)
            opened.flush()
            os.fsync(opened.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return number


def _write(home: Path, opened: IO[bytes]) -> int:
    """The databases first: a file that comes meanwhile is then one too many in the copy, and none is missing."""
    number = 0
    with tarfile.open(fileobj=opened, mode="w") as tar, TemporaryDirectory() as folder:
        for databases in (True, False):
            for file in _files(home):
                with suppress(FileNotFoundError):  # erased while the others were copied
                    if _is_database(file) is databases:
                        whole = _still(file, Path(folder) / "copy") if databases else file
                        tar.add(whole, str(file.relative_to(home)), recursive=False)
                        number += 1
    return number


def _files(home: Path) -> Iterator[Path]:
    for file in sorted(home.rglob("*")):
        is_passing = file.name.endswith(_SCRATCH) or file.name.startswith(_MADE_ANEW)
        if file.is_file() and not is_passing and file.relative_to(home).parts[:2] not in _MADE_AGAIN:
            yield file


def _is_database(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_HEADER)) == _HEADER


def _still(database: Path, copy: Path) -> Path:
    """A copy of the database as of one moment, whoever writes to it."""
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target, pages=_PAGES)
    return copy


def recover(source: Path, home: Path) -> int:
    """Put everything in the tar file `source` back into `home`, which must be empty; gives the number of files."""
    if any(file.name != "secret_key" for file in home.iterdir()):
        raise Unusable(f"{home} er ikke tom. Hent kun en sikkerhedskopi ind i en tom mappe (SAGSGANG_HOME).")
    try:
        with tarfile.open(source) as tar:
            members = tar.getmembers()
            tar.extractall(home, members, filter="data")
    except (tarfile.TarError, EOFError) as error:
        raise Unusable(f"{source} er ikke en hel sikkerhedskopi.") from error
    for folder in home.rglob("*"):
        folder.chmod(0o700 if folder.is_dir() else 0o600)
    return len(members)
