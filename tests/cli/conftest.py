"""The command, in a fresh home."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command import Command

_DATABASE = "sagsgang.sqlite3"


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with its tables. Making them takes seconds, which is tried in tests of its own."""
    home = tmp_path_factory.mktemp("tables")
    assert Command(home)("migrate").status == 0
    return home / _DATABASE


@pytest.fixture
def sagsgang(tables: Path, tmp_path: Path) -> Command:
    """`sagsgang` in an empty home."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    shutil.copy2(tables, home / _DATABASE)
    return Command(home)
