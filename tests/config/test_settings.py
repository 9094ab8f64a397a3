"""The home folder and the settings."""

from pathlib import Path

import pytest

from sagsgang.config.given import names, number, one_of
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


@pytest.mark.parametrize("stated", ["mange", "-1", "0", "1.5", "²", "9" * 5000])
def test_a_number_that_is_none_is_refused_by_its_name(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_ATTACHMENT_MB", stated)
    with pytest.raises(ValueError, match="SAGSGANG_ATTACHMENT_MB skal være et helt tal, mindst 1"):
        number("SAGSGANG_ATTACHMENT_MB", 100)


@pytest.mark.parametrize(("stated", "meant"), [("", 100), (" 25 ", 25)])
def test_a_number_that_is_not_given_is_the_usual_one(
    stated: str, meant: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAGSGANG_ATTACHMENT_MB", stated)
    assert number("SAGSGANG_ATTACHMENT_MB", 100) == meant


def test_a_word_that_is_none_of_those_that_may_stand_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_PORTAL", "gaden")
    with pytest.raises(ValueError, match="SAGSGANG_PORTAL skal være street eller employees, ikke 'gaden'"):
        one_of("SAGSGANG_PORTAL", ("street", "employees"))


def test_names_may_have_space_around_their_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_HOSTS", "sager.solbjerg.example, 10.0.0.1,")
    assert names("SAGSGANG_HOSTS", "localhost") == ["sager.solbjerg.example", "10.0.0.1"]
