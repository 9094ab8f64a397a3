"""The home folder and the settings."""

from pathlib import Path

import pytest

from sagsgang.config.home import home, secret_key


def test_the_home_folder_is_made_for_its_owner_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_HOME", str(tmp_path / "new" / "home"))
    folder = home()
    assert folder.is_dir()
    assert folder.stat().st_mode & 0o077 == 0


def test_the_secret_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert secret_key(tmp_path) == first
    assert len(first) > 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
