"""The demo's folder, imported as a user would import it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import timezone

from sagsgang.demo.damage import CANARY, NUMBER
from sagsgang.demo.folder import files

COMMAND = str(Path(sys.executable).parent / "sagsgang")
OF_THE_TESTS = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    return subprocess.run(
        [COMMAND, *arguments],
        env={**environment, "SAGSGANG_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("demo-home")
    done = run(home, "demo")
    assert done.returncode == 0, done.stderr
    made = len(tuple(files(timezone.localdate())))
    assert done.stdout.strip() == f"read {made}, new {made - 2}, superseded 0, unchanged 0, kept aside 2, refused 0"
    return home


@pytest.mark.slow
def test_what_must_be_looked_at_is_kept_aside(loaded: Path) -> None:
    listed = run(loaded, "doubts", "list").stdout
    assert "text_after_closed" in listed
    assert "personal_number" in listed
    assert NUMBER not in listed
    assert CANARY not in listed


@pytest.mark.slow
def test_the_demos_open_data_has_a_licence_that_a_municipality_may_change(loaded: Path) -> None:
    said = "from sagsgang.config import settings; print(settings.OPEN_DATA_LICENSE)"
    own = "https://creativecommons.org/licenses/by/4.0/"
    for given, meant in (
        ({}, "https://creativecommons.org/publicdomain/zero/1.0/"),
        (
            {"SAGSGANG_OPEN_DATA_LICENSE": own},
            own,
        ),
    ):
        surroundings = {**os.environ, "SAGSGANG_HOME": str(loaded), **given}
        done = subprocess.run(
            [sys.executable, "-c", said], env=surroundings, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == meant


@pytest.mark.slow
def test_the_damage_shows_as_doubts_and_the_slips_as_findings(loaded: Path, tmp_path: Path) -> None:
    names = [name for name, _ in files()]
    for name, text in files():
        (tmp_path / name).write_text(text, "utf-8")
    read = run(loaded, "read", *(str(tmp_path / name) for name in names), "--format", "json")
    papers = json.loads(read.stdout)
    doubts = {doubt["code"] for paper in papers for doubt in paper["doubts"]}
    assert doubts >= {"lost_heading", "weekday", "unknown_access", "personal_number", "text_after_closed"}
    found = {finding["code"] for paper in papers for finding in paper["findings"]}
    assert found >= {"sum_differs", "dates_out_of_order", "count_differs"}


@pytest.mark.slow
def test_the_chain_of_seals_is_whole(loaded: Path) -> None:
    verified = run(loaded, "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


@pytest.mark.slow
def test_once_loaded_the_demo_is_left_alone(loaded: Path) -> None:
    again = run(loaded, "demo")
    assert again.returncode == 0
    assert "allerede" in again.stderr
