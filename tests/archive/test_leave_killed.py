"""A body that is being taken off when the machine dies: no meeting is half off, and the next call does the rest."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from sagsgang.paper.store import dumps
from tests.archive.papers import DAY, minutes
from tests.cli.command import Command

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
MEETINGS = 45
DYING = """
import os, signal
from sagsgang.config.prepare import prepare
prepare()
from django.db import connection
from sagsgang.archive.leave import take_off
from sagsgang.archive.models import Audience, Body
steps = 0
def count(execute, *asked):
    global steps
    steps += 1
    if steps == {last}:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(*asked)
with connection.execute_wrapper(count):
    take_off(Body.objects.get(), Audience.STREET, "Ikke længere åbne.")
print(steps)
"""


def take_off(home: Path, last: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", DYING.format(last=last)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=Command(home).environment(DJANGO_SETTINGS_MODULE="sagsgang.config.settings"),
        timeout=120,
    )


@pytest.mark.parametrize("last", [9, 60])
def test_a_leaving_that_is_killed_is_finished_by_the_next(tmp_path: Path, last: int) -> None:
    sources = tmp_path / "kilder"
    sources.mkdir()
    for week in range(MEETINGS):
        paper = minutes(DAY + timedelta(days=7 * week))
        (sources / f"{week}.json").write_bytes(dumps(paper))
    sagsgang = Command(tmp_path / "home")
    assert f"new {MEETINGS}" in sagsgang("import", sources, "--audience", "street").out
    assert take_off(sagsgang.home, last).returncode == -signal.SIGKILL
    rest = take_off(sagsgang.home, 0)
    assert rest.returncode == 0, rest.stderr
    assert sagsgang("verify").status == 0
    told = sagsgang("export", f"direktionen/{DAY}", "--format", "txt")
    assert (told.status, told.out) == (1, "")
    assert "Ikke længere åbne." in told.err
