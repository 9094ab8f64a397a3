"""The lesser doubts about published papers: for the owner to look at, never in the archive's own tables.

One private SQLite file. It holds what the readers said of each meeting's edition in force, and goes with it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from sagsgang.archive.intake.folder import folder, touch
from sagsgang.archive.models import Edition
from sagsgang.readers.base import Doubt
from sagsgang.readers.doubts import is_serious

_SCHEMA = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 30000;
CREATE TABLE IF NOT EXISTS doubt (
    meeting INTEGER, key TEXT, paper TEXT, source TEXT, code TEXT, message TEXT, item TEXT, line INTEGER);
CREATE INDEX IF NOT EXISTS doubt_meeting ON doubt (meeting);
"""


@dataclass(frozen=True, slots=True)
class Lesser:
    """A doubt about what is published: the paper's key in the chain and its address, the source, the doubt."""

    key: str
    paper: str
    source: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Noted:
    """What was said of one edition when it was read."""

    edition: Edition
    source: str
    doubts: tuple[Doubt, ...]

    def lesser(self) -> list[Doubt]:
        """Those that did not keep it aside."""
        return [doubt for doubt in self.doubts if not is_serious(doubt)]


def note(readings: Iterable[Noted]) -> None:
    """Put down the lesser doubts, in place of those about the editions before; one not in force is passed over."""
    shown = [reading for reading in readings if reading.edition.meeting.edition_id == reading.edition.pk]
    with _rows() as rows:
        for reading in shown:
            rows.execute("DELETE FROM doubt WHERE meeting = ?", (reading.edition.meeting_id,))
            rows.executemany("INSERT INTO doubt VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _values(reading))


def forget(meeting_id: int) -> None:
    """Take out what was said of a meeting's edition, which is shown no more."""
    with _rows() as rows:
        rows.execute("DELETE FROM doubt WHERE meeting = ?", (meeting_id,))


def every() -> list[Lesser]:
    """All of them, meeting by meeting, in the order of the source."""
    with _rows() as rows:
        found = rows.execute("SELECT key, paper, source, code, message, item, line FROM doubt ORDER BY key, rowid")
        return [Lesser(key, paper, source, Doubt(*doubt)) for key, paper, source, *doubt in found]


def _values(reading: Noted) -> Iterator[tuple[object, ...]]:
    meeting, key = reading.edition.meeting, reading.edition.seal.key
    for doubt in reading.lesser():
        paper = f"{meeting.body.slug}/{meeting.slug}"
        yield meeting.pk, key, paper, reading.source, doubt.code, doubt.message, doubt.item, doubt.line


@contextmanager
def _rows() -> Iterator[sqlite3.Connection]:
    """The table, in one transaction."""
    with closing(sqlite3.connect(touch(folder() / "doubts.sqlite3"))) as rows, rows:
        rows.executescript(_SCHEMA)
        yield rows
