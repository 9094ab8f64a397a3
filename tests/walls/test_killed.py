"""An agenda goes out whole or not at all, also when the machine dies between any two of its steps."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import Command

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
KILLS = 5
# The facts of an announcement: each is 0 before it and 1 after it.
FACTS = (
    "SELECT state = 'announced' FROM core_meeting WHERE id = :meeting",
    "SELECT announced_at IS NOT NULL FROM core_meeting WHERE id = :meeting",
    "SELECT min(number IS NOT NULL) FROM core_item WHERE meeting_id = :meeting AND state = 'scheduled'",
    "SELECT max(number IS NOT NULL) FROM core_item WHERE meeting_id = :meeting AND state = 'scheduled'",
    "SELECT count(*) FROM core_journal WHERE meeting_id = :meeting AND kind = 'meeting.announce'",
    "SELECT count(*) FROM core_sealedpaper WHERE meeting_id = :meeting",
    "SELECT count(*) FROM archive_meeting WHERE date = (SELECT date FROM core_meeting WHERE id = :meeting)",
    "SELECT count(*) FROM archive_seal WHERE id > :sealed",
)


def run(home: Path, order: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "tests.walls.announcing", str(order)]
    return subprocess.run(
        line,
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=Command(home).environment(DJANGO_SETTINGS_MODULE="sagsgang.config.settings"),
        timeout=120,
    )


def one(home: Path, question: str, **known: int) -> int:
    with closing(sqlite3.connect(home / "sagsgang.sqlite3")) as rows:
        return int(rows.execute(question, known).fetchone()[0])


def facts(home: Path, **known: int) -> list[int]:
    return [one(home, fact, **known) for fact in FACTS]


def test_an_announcement_that_is_killed_leaves_nothing_half_done(tmp_path: Path) -> None:
    home, calm = tmp_path / "home", tmp_path / "calm"
    assert run(home, "make").returncode == 0
    shutil.copytree(home, calm)
    steps = int(run(calm, 0).stdout)
    known = {
        "meeting": one(
            home, "SELECT id FROM core_meeting WHERE state = 'planned' AND body_id = 1 ORDER BY date LIMIT 1"
        ),
        "sealed": one(home, "SELECT max(id) FROM archive_seal"),
    }
    assert facts(calm, **known) == [1] * len(FACTS)
    for last in moments(steps):
        assert run(home, last).returncode == -signal.SIGKILL
        assert facts(home, **known) == [0] * len(FACTS), f"killed before step {last} of {steps}"
        assert one(home, "SELECT integrity_check = 'ok' FROM pragma_integrity_check") == 1
    assert Command(home)("verify").status == 0
    assert run(home, steps).returncode == -signal.SIGKILL
    assert facts(home, **known) == [1] * len(FACTS)
    assert Command(home)("verify").status == 0


def moments(steps: int) -> list[int]:
    """Random steps, and the last one before all is kept."""
    return [*random.Random().sample(range(1, steps - 1), KILLS - 1), steps - 1]
