"""The folder of the files: ours by a marker that lists what we wrote, so that nothing else is ever removed."""

import filecmp
from collections.abc import Iterable
from pathlib import Path

MARKER = ".sagsgang-static"
_UNFINISHED = ".sagsgang-unfinished"
_PAGE = "index.html"


class NotOurs(Exception):  # noqa: N818 - it is what the folder is
    """The folder has files and no marker."""


class Folder:
    """Files by their paths below `root`. `changed` and `same` count what was written and what was as it should be."""

    def __init__(self, root: Path) -> None:
        """Take the folder, made when it is missing; raises NotOurs, or OSError when it cannot be used."""
        self.root = root
        self.changed = self.same = 0
        self._marker = root / MARKER
        root.mkdir(parents=True, exist_ok=True)
        if not self._marker.exists() and any(root.iterdir()):
            raise NotOurs
        self._before = set(self._marker.read_text().splitlines()) if self._marker.exists() else set()
        self._now: set[str] = set()
        # Added to as files come, so that a later run knows those of one that was killed.
        self._log = self._marker.open("a")

    def put(self, path: str, blocks: Iterable[bytes]) -> None:
        """Write a file, whole or not at all; one that has these bytes already is left alone."""
        target = self.root / path
        self._note(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.root / _UNFINISHED
        with unfinished.open("wb") as opened:
            opened.writelines(blocks)
        if target.is_file() and filecmp.cmp(unfinished, target, shallow=False):
            self.same += 1
            unfinished.unlink()
        else:
            self.changed += 1
            unfinished.replace(target)

    def left_over(self) -> tuple[str, ...]:
        """The addresses of the pages that were written before, and are not now."""
        pages = (path for path in self._before - self._now if path.endswith(_PAGE))
        return tuple(sorted(f"/{path.removesuffix(_PAGE)}" for path in pages))

    def finish(self) -> int:
        """Remove what we wrote before and not now, and the folders that are empty then; gives how many files."""
        gone = sorted(self._before - self._now)
        for path in gone:
            self._remove(self.root / path)
        self._log.close()
        unfinished = self.root / _UNFINISHED
        unfinished.write_text("".join(f"{path}\n" for path in sorted(self._now)))
        unfinished.replace(self._marker)
        return len(gone)

    def _note(self, path: str) -> None:
        self._now.add(path)
        if path not in self._before:
            self._log.write(f"{path}\n")
            self._log.flush()

    def _remove(self, file: Path) -> None:
        file.unlink(missing_ok=True)
        for parent in file.parents:
            if parent == self.root or any(parent.iterdir()):
                break
            parent.rmdir()
