"""`sagsgang export --static` through the real command."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.cli.sources import weekly, write

pytestmark = pytest.mark.slow
SITE = "https://referater.example.dk"


@pytest.fixture(scope="module")
def archive(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Command:
    """A home with three minutes in it, which no test changes."""
    top = tmp_path_factory.mktemp("archive")
    shutil.copytree(empty, top / "home")
    command = Command(top / "home")
    assert command("import", write(top / "kilder", weekly(3)), "--audience", "street").status == 0
    return command


def test_the_pages_are_written_and_a_second_time_left_alone(archive: Command, tmp_path: Path) -> None:
    ended = archive("export", "--static", tmp_path / "site", "--address", SITE)
    assert (ended.status, ended.out) == (0, ""), ended
    assert SITE in (tmp_path / "site" / "sitemap.xml").read_text()
    again = archive("export", "--static", tmp_path / "site", SAGSGANG_ADDRESS=SITE)
    assert again.status == 0
    assert "0 filer skrevet" in again.err


def test_without_an_address_it_is_wrong_use(archive: Command, tmp_path: Path) -> None:
    ended = archive("export", "--static", tmp_path / "site")
    assert ended.status == 2
    assert "--address" in ended.err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "address",
    ["referater.example.dk", "https://example.dk/referater/", "ftp://example.dk", "https://[x", "https://x.dk:y"],
)
def test_an_address_that_is_no_site_is_wrong_use(archive: Command, tmp_path: Path, address: str) -> None:
    assert archive("export", "--static", tmp_path / "site", "--address", address).status == 2


def test_a_folder_with_somebodys_files_is_refused(archive: Command, tmp_path: Path) -> None:
    (tmp_path / "mit.txt").write_text("mit")
    ended = archive("export", "--static", tmp_path, "--address", SITE)
    assert ended.status == 2
    assert "tom mappe" in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["mit.txt"]


def test_a_place_that_cannot_be_written_is_told(archive: Command, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    ended = archive("export", "--static", tmp_path / "fil", "--address", SITE)
    assert ended.status == 1
    assert ended.err.startswith("Kan ikke skrive")


@pytest.mark.parametrize("more", [["--all"], ["-o", "x"], ["--format", "json"], ["direktionen/2024-01-01"]])
def test_what_does_not_go_together_is_wrong_use(archive: Command, more: list[str]) -> None:
    assert archive("export", "--static", "mappe", *more).status == 2
