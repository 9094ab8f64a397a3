"""Which files an import is about."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sagsgang.archive.disk import why

_OF_WINDOWS = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
Refuse = Callable[[str, str], None]


def files(paths: Iterable[Path], refuse: Refuse) -> Iterator[tuple[str, int, int]]:
    """Every file named or lying under a folder named, once: its path, size in bytes and time of change.

    Hidden ones, and what systems leave lying about, are passed over unless named. Links are followed, but no folder
    is entered twice, so that a loop ends. What cannot be opened goes to `refuse` with its reason.
    """
    walk = _Walk(refuse)
    for path in paths:
        yield from walk.into(path.absolute())


class _Walk:
    def __init__(self, refuse: Refuse) -> None:
        self._refuse = refuse
        self._seen: set[tuple[int, int]] = set()

    def into(self, top: Path) -> Iterator[tuple[str, int, int]]:
        waiting = [top]
        while waiting:
            path = waiting.pop()
            try:
                status = path.stat()
                if path.is_dir():
                    waiting += self._inside(path, (status.st_dev, status.st_ino))
                    continue
            except OSError as error:
                self._refuse(_printable(path), f"kan ikke åbnes: {why(error)}")
                continue
            yield from self._file(path, status)

    def _inside(self, path: Path, identity: tuple[int, int]) -> list[Path]:
        if identity in self._seen:
            return []
        self._seen.add(identity)
        return sorted((inner for inner in path.iterdir() if not _is_litter(inner.name)), reverse=True)

    def _file(self, path: Path, status: os.stat_result) -> Iterator[tuple[str, int, int]]:
        if not path.is_file():
            self._refuse(_printable(path), "er hverken en fil eller en mappe")
        elif _printable(path) != str(path):
            self._refuse(_printable(path), "har et navn, der ikke er gyldig UTF-8; omdøb filen")
        else:
            yield str(path), status.st_size, status.st_mtime_ns


def _is_litter(name: str) -> bool:
    """Hidden files, the locks of Word and LibreOffice, and what Windows puts into folders."""
    return name.startswith((".", "~$")) or name.lower() in _OF_WINDOWS


def _printable(path: Path) -> str:
    return str(path).encode(errors="replace").decode()
