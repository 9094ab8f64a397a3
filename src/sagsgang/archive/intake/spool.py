"""What an import has read and not yet published: a private SQLite file that outlives a killed run.

Of a paper without serious doubts it holds the open edition only.
"""

import contextlib
import fcntl
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from sagsgang.archive.intake.folder import folder, purge, touch
from sagsgang.archive.intake.reading import FileRead, PaperRead
from sagsgang.readers.base import Doubt

_SCHEMA = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS file (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, changed INTEGER, program TEXT,
    wanted INTEGER, read INTEGER DEFAULT 0, digest TEXT, refusal TEXT);
CREATE TABLE IF NOT EXISTS paper (
    id INTEGER PRIMARY KEY, file INTEGER, key TEXT, day TEXT, open BLOB, whole BLOB, doubts TEXT, name TEXT,
    contested INTEGER DEFAULT 0);
CREATE INDEX IF NOT EXISTS paper_key ON paper (key);
CREATE INDEX IF NOT EXISTS paper_turn ON paper (day, key, file, id);
CREATE INDEX IF NOT EXISTS paper_file ON paper (file);
"""
_SOME = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooled:
    """A paper in the spool. `name` is its fingerprint, `whole` the unredacted JSON where it will be kept aside."""

    id: int
    source: str
    digest: str
    key: str
    open: bytes
    whole: bytes | None
    doubts: tuple[Doubt, ...]
    name: str
    contested: bool


class Spool:
    """One import's spool; `opened` gives it."""

    def __init__(self, file: Path, program: str) -> None:
        self._program = program
        self._rows = sqlite3.connect(os.fspath(file), isolation_level=None)
        self._rows.executescript(_SCHEMA)
        self._rows.execute("UPDATE file SET wanted = 0")

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()

    def want(self, files: Iterable[tuple[str, int, int]]) -> None:
        """Note the files (path, size, time of change) of this run; what a killed run read of them is kept."""
        with self._transaction():
            for path, size, changed in files:
                stamp = (path, size, changed, self._program)
                known = self._rows.execute(
                    "UPDATE file SET wanted = 1 WHERE (path, size, changed, program) = (?, ?, ?, ?)", stamp
                )
                if not known.rowcount:
                    self._forget(path)
                    self._rows.execute(
                        "INSERT INTO file (path, size, changed, program, wanted) VALUES (?, ?, ?, ?, 1)", stamp
                    )

    def count(self) -> int:
        """How many files this run wants."""
        return self._number("SELECT count(*) FROM file WHERE wanted")

    def count_unread(self) -> int:
        """How many of them are still to be read."""
        return self._number("SELECT count(*) FROM file WHERE wanted AND NOT read")

    def unread(self) -> Iterator[str]:
        """The paths that are still to be read."""
        last = 0
        while some := self._rows.execute(
            "SELECT id, path FROM file WHERE wanted AND NOT read AND id > ? ORDER BY id LIMIT ?", (last, _SOME)
        ).fetchall():
            yield from (path for _, path in some)
            last = some[-1][0]

    def add(self, done: FileRead, names: Iterable[str]) -> None:
        """Put in what was read of a file; `names` are the fingerprints of its papers."""
        with self._transaction():
            (file,) = self._rows.execute("SELECT id FROM file WHERE path = ?", (done.path,)).fetchone()
            self._rows.execute(
                "UPDATE file SET read = 1, digest = ?, refusal = ? WHERE id = ?", (done.digest, done.refusal, file)
            )
            self._rows.executemany(
                "INSERT INTO paper (file, key, day, open, whole, doubts, name) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (_row(file, paper, name) for paper, name in zip(done.papers, names, strict=True)),
            )

    def refusals(self) -> Iterator[tuple[str, str]]:
        """Each refused file with its reason."""
        yield from self._rows.execute("SELECT path, refusal FROM file WHERE wanted AND refusal != '' ORDER BY path")

    def papers(self) -> int:
        """How many papers were read."""
        return self._number("SELECT count(*) FROM paper JOIN file ON file.id = paper.file WHERE wanted")

    def rivals(self) -> Iterator[list[Spooled]]:
        """The groups of papers that have the same key and not the same content."""
        keys = self._rows.execute(
            "SELECT key FROM paper JOIN file ON file.id = paper.file WHERE wanted AND key != ''"
            " GROUP BY key HAVING count(DISTINCT paper.name) > 1"
        ).fetchall()
        for (key,) in keys:
            yield list(self._papers("AND key = ?", (key,)))

    def contest(self, ids: Iterable[int]) -> None:
        """Mark papers as candidates for the same place."""
        self._rows.executemany("UPDATE paper SET contested = 1 WHERE id = ?", [(one,) for one in ids])

    def in_order(self) -> Iterator[Spooled]:
        """Every paper of this run by the date of its meeting, the agenda before the minutes, then by its file.

        Not by who was read first, so that of two files with one content the same one is taken every time.
        """
        after: tuple[object, ...] = ("", "", 0, 0)
        turn = "day, key, paper.file, paper.id"
        where = f"AND ({turn}) > (?, ?, ?, ?) ORDER BY {turn} LIMIT 100"
        while some := list(self._papers(where, after)):
            yield from some
            last = (some[-1].id,)
            after = self._rows.execute("SELECT day, key, file, id FROM paper WHERE id = ?", last).fetchone()

    def _papers(self, where: str, values: tuple[object, ...]) -> Iterator[Spooled]:
        rows = self._rows.execute(
            "SELECT paper.id, path, digest, key, open, whole, doubts, name, contested"  # noqa: S608 - our own words
            f" FROM paper JOIN file ON file.id = paper.file WHERE wanted {where}",
            values,
        ).fetchall()
        for number, path, digest, key, opened, whole, doubts, name, contested in rows:
            yield Spooled(
                id=number,
                source=path,
                digest=digest,
                key=key,
                open=opened,
                whole=whole,
                doubts=tuple(Doubt(**doubt) for doubt in json.loads(doubts)),
                name=name,
                contested=bool(contested),
            )

    def _forget(self, path: str) -> None:
        self._rows.execute("DELETE FROM paper WHERE file IN (SELECT id FROM file WHERE path = ?)", (path,))
        self._rows.execute("DELETE FROM file WHERE path = ?", (path,))

    def _number(self, query: str) -> int:
        (number,) = self._rows.execute(query).fetchone()
        return int(number)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._rows.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._rows.execute("ROLLBACK")
            raise
        self._rows.execute("COMMIT")


@contextlib.contextmanager
def opened(program: str) -> Iterator[Spool]:
    """A spool for one import: one that a killed import left, else a new one. Removed when the import is done."""
    for number in range(1000):
        file = folder("spool") / f"{number}.sqlite3"
        with touch(file.with_suffix(".lock")).open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            spool = Spool(touch(file), program)
            try:
                yield spool
            finally:
                spool.close()
            _remove(file)
            return


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        purge(file.with_name(file.name + suffix))


def _row(file: int, paper: PaperRead, name: str) -> tuple[object, ...]:
    doubts = json.dumps([asdict(doubt) for doubt in paper.doubts], ensure_ascii=False)
    return file, paper.key, paper.day, paper.open, paper.whole, doubts, name
