"""The home folder and the settings."""

from pathlib import Path

import pytest

from sagsgang.config.given import address, hosts, number, one_of, page, switched_on
from sagsgang.config.home import home, secret_key
from sagsgang.config.wrong import WrongSettings


def test_the_home_folder_is_made_for_its_owner_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_HOME", str(tmp_path / "new" / "home"))
    folder = home()
    assert folder.is_dir()
    assert folder.stat().st_mode & 0o077 == 0


def test_a_user_without_a_folder_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("SAGSGANG_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    with pytest.raises(WrongSettings, match="Sæt SAGSGANG_HOME"):
        home()


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


@pytest.mark.parametrize("stated", ["true", "ja", "2"])
def test_a_switch_that_is_neither_on_nor_off_is_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_SECOND_FACTOR", stated)
    with pytest.raises(ValueError, match="SAGSGANG_SECOND_FACTOR skal være 0 eller 1"):
        switched_on("SAGSGANG_SECOND_FACTOR")


def test_names_may_have_space_around_their_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_HOSTS", "sager.solbjerg.example, 10.0.0.1, [::1], .solbjerg.example,")
    assert hosts("SAGSGANG_HOSTS", "x") == ["sager.solbjerg.example", "10.0.0.1", "[::1]", ".solbjerg.example"]


@pytest.mark.parametrize("stated", ["https://sager.solbjerg.example", "sager.solbjerg.example:8000", "a b"])
def test_hosts_that_would_never_be_asked_for_are_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_HOSTS", f"localhost,{stated}")
    with pytest.raises(ValueError, match="SAGSGANG_HOSTS skal være navne"):
        hosts("SAGSGANG_HOSTS", "localhost")


@pytest.mark.parametrize("stated", ["sager.solbjerg.example", "https://", "https://[x", "https://x:y", "ftp://x"])
def test_an_address_to_which_no_link_could_lead_is_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_ADDRESS", stated)
    with pytest.raises(ValueError, match="SAGSGANG_ADDRESS skal være som https://"):
        address("SAGSGANG_ADDRESS")


def test_an_address_stands_without_a_slash_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_ADDRESS", "https://sager.solbjerg.example/")
    assert address("SAGSGANG_ADDRESS") == "https://sager.solbjerg.example"
    monkeypatch.delenv("SAGSGANG_ADDRESS")
    assert address("SAGSGANG_ADDRESS") == ""


@pytest.mark.parametrize("stated", ["CC0", "creativecommons.org/publicdomain/zero/1.0/"])
def test_a_licence_that_is_no_address_is_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGSGANG_OPEN_DATA_LICENSE", stated)
    with pytest.raises(ValueError, match="SAGSGANG_OPEN_DATA_LICENSE skal være som https://"):
        page("SAGSGANG_OPEN_DATA_LICENSE")
