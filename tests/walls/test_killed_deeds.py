"""Every deed happens whole or not at all when the machine dies between any two of its steps; the Journal agrees."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.walls.machines import database

pytestmark = [pytest.mark.slow, pytest.mark.database]
ROOT = Path(__file__).resolve().parents[2]
DEEDS = ("mail", "publish_minutes", "forward", "withdraw", "plan_year", "save", "attach", "keep_pdf")


def test_minutes_ways_years_texts_and_mails_that_are_killed_leave_nothing_half_done(tmp_path: Path) -> None:
    with database() as url:
        surroundings = Command(tmp_path).environment(DJANGO_SETTINGS_MODULE="sagsgang.config.settings", **url)
        told = subprocess.run(
            [sys.executable, "-m", "tests.walls.dying"],
            check=False,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=surroundings | {"PATH": os.environ.get("PATH", "")},
            timeout=180,
        )
    assert told.stdout.splitlines() == [f"{deed} whole" for deed in DEEDS], told.stderr[-2000:]
