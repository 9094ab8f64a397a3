"""An import that is killed, at any moment and several times, ends where an undisturbed one ends."""

import random
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.cli.sources import weekly, write

pytestmark = pytest.mark.slow
KILLS = 6


def archive(home: Path) -> list[tuple[object, ...]]:
    """Everything that must be the same: all but salts, hashes and times."""
    with closing(sqlite3.connect(home / "sagsgang.sqlite3")) as rows:
        return [
            *rows.execute(
                "SELECT number, key, version, kind, audience, data FROM archive_seal"
                " JOIN archive_content ON seal_id = archive_seal.id ORDER BY body_id, number"
            ),
            *rows.execute("SELECT id, meeting_id, position, date, title, data FROM archive_entry ORDER BY id"),
            *rows.execute("SELECT id, slug, date, edition_id FROM archive_meeting ORDER BY id"),
        ]


def test_a_killed_import_is_taken_up_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(80) + weekly(80, "Økonomiudvalget"))
    calm, troubled = Command(tmp_path / "calm"), Command(tmp_path / "troubled")
    began = time.monotonic()
    assert calm("import", folder, "--audience", "street").status == 0
    whole = time.monotonic() - began
    chance = random.Random(7)
    for _ in range(KILLS):
        running = troubled.start("import", folder, "--audience", "street")
        try:
            running.wait(timeout=chance.uniform(0.1, 1.0) * whole)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
    ended = troubled("import", folder, "--audience", "street")
    assert ended.status == 0
    assert "kept aside 0, refused 0" in ended.out
    assert archive(troubled.home) == archive(calm.home)
    assert troubled("verify").status == 0
    assert not list((troubled.home / "intake" / "spool").glob("*.sqlite3*"))


def test_two_imports_at_once_make_no_edition_twice(tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(40))
    one, both = Command(tmp_path / "one"), Command(tmp_path / "both")
    one("import", folder, "--audience", "street")
    both("migrate")
    running = [both.start("import", folder, "--audience", "street") for _ in range(2)]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    assert archive(both.home) == archive(one.home)
    assert both("verify").status == 0
