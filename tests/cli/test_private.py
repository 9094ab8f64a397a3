"""What lies in the home folder is not for everybody on the machine."""

from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.mark.slow
def test_the_database_is_private_in_a_folder_that_everybody_may_look_into(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    assert Command(home)("verify").status == 0
    open_to_all = [file.name for file in home.glob("sagsgang.sqlite3*") if file.stat().st_mode & 0o007]
    assert (home / "sagsgang.sqlite3").stat().st_size
    assert not open_to_all
    assert (home / "mail").stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_database_that_was_open_to_everybody_is_closed_to_them(tmp_path: Path) -> None:
    verify = Command(tmp_path)
    verify("verify")
    (tmp_path / "sagsgang.sqlite3").chmod(0o644)
    verify("verify")
    assert (tmp_path / "sagsgang.sqlite3").stat().st_mode & 0o777 == 0o640
