"""The command, in a fresh home."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings

from sagsgang.archive.search import lexicon
from tests.cli.command import Command


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with its tables and its list of words. Making them takes seconds, and is tried in tests of its own."""
    home = tmp_path_factory.mktemp("empty")
    assert Command(home)("migrate").status == 0
    lexicon.prepare()
    (words,) = Path(settings.HOME).glob("words-*.bin")
    shutil.copy2(words, home)
    return home


@pytest.fixture
def sagsgang(empty: Path, tmp_path: Path) -> Command:
    """`sagsgang` in an empty home."""
    shutil.copytree(empty, tmp_path / "home")
    return Command(tmp_path / "home")
