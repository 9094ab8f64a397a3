"""The command, in a fresh home."""

from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.fixture
def sagsgang(tmp_path: Path) -> Command:
    """`sagsgang` in an empty home."""
    return Command(tmp_path / "home")
