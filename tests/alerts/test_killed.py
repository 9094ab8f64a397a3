"""Followers are told of everything, once, by a worker that is killed between any two of its steps."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.alerts.dying import FOLLOWERS, MEETINGS, PAPERS
from tests.walls.machines import database

pytestmark = [pytest.mark.slow, pytest.mark.database]
ROOT = Path(__file__).resolve().parents[2]


def test_a_worker_that_is_killed_again_and_again_tells_everybody_everything_once(tmp_path: Path) -> None:
    with database() as known:
        ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        environment = {name: value for name, value in os.environ.items() if name not in ours}
        done = subprocess.run(
            [sys.executable, "-m", "tests.alerts.dying"],
            check=False,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**environment, "SAGSGANG_HOME": str(tmp_path), **known},
        )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["deaths"] > 10
    assert (told["news"], told["letters"], told["unsent"]) == (FOLLOWERS * (PAPERS + MEETINGS), FOLLOWERS, 0)
    # One that was sent again, as nobody could know that it had been, has the same name.
    assert len(set(told["names"])) == FOLLOWERS
