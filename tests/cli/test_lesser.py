"""An import says what it was unsure of in what it published, and `doubts list --all` shows it."""

from pathlib import Path

import pytest

from sagsgang.cli.lesser import lesser_doubts
from tests.cli.command import Command
from tests.cli.sources import weekly, write


@pytest.mark.slow
def test_lesser_doubts_are_told_after_the_import_and_listed(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(2))
    file = min(folder.iterdir())
    file.write_text(file.read_text().replace("\nÅbent\n", "\n"))
    ended = sagsgang("import", folder, "--audience", "street")
    assert ended.out == "read 2, new 2, superseded 0, unchanged 0, kept aside 0, refused 0\n"
    assert "i 1 udgivet papir; se dem med: sagsgang doubts list --all" in ended.err
    plain, every = sagsgang("doubts"), sagsgang("doubts", "list", "--all")
    assert plain.out == ""
    assert "sagsgang doubts list --all" in plain.err
    assert "direktionen/2023-01-02" in every.out
    assert "(unknown_access, punkt 1" in every.out
    assert str(file) in every.out


def test_one_and_several_papers_are_counted_in_danish() -> None:
    assert lesser_doubts([0, 0]) == ""
    assert lesser_doubts([2, 0]).startswith("2 tvivl i 1 udgivet papir;")
    assert lesser_doubts([2, 1]).startswith("3 tvivl i 2 udgivne papirer;")
