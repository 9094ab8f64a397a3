"""What the surroundings do to a command is one Danish line and status 1 or 2, never a traceback."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sagsgang.archive.disk import sentence, why
from sagsgang.cli import main
from sagsgang.cli.failures import explained
from sagsgang.config.wrong import WrongSettings
from tests.cli.command import Command, Ended
from tests.cli.sources import weekly, write


def one_line(ended: Ended, status: int) -> str:
    assert (ended.status, ended.out) == (status, ""), ended
    assert ended.err.count("\n") == 1, ended
    assert "Traceback" not in ended.err
    return ended.err


@pytest.mark.slow
@pytest.mark.parametrize("home", ["/proc/x", "/etc/passwd", "/etc/passwd/x"])
def test_a_home_that_cannot_be_made(home: str) -> None:
    assert home in one_line(Command(Path(home))("verify"), 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("url", "status", "words"),
    [
        ("vrøvl", 2, "DATABASE_URL"),
        ("mysql://x/y", 2, "DATABASE_URL"),
        ("postgresql://x:y:z/[", 2, "DATABASE_URL"),
        ("postgresql://nobody:hemmelig@127.0.0.1:1/none", 1, "Databasen svarer ikke"),
    ],
)
def test_a_database_that_cannot_be_used(tmp_path: Path, url: str, status: int, words: str) -> None:
    line = one_line(Command(tmp_path)("verify", DATABASE_URL=url), status)
    assert words in line
    assert "hemmelig" not in line


@pytest.mark.slow
def test_a_damaged_database(tmp_path: Path) -> None:
    (tmp_path / "sagsgang.sqlite3").write_bytes(b"ikke en database" * 1000)
    assert "ødelagt" in one_line(Command(tmp_path)("verify"), 1)


@pytest.mark.slow
def test_a_database_of_a_newer_program(tmp_path: Path) -> None:
    assert Command(tmp_path)("migrate").status == 0
    with closing(sqlite3.connect(tmp_path / "sagsgang.sqlite3")) as rows, rows:
        rows.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('archive', '9999_later', '2030-01-01')"
        )
    assert "nyere udgave" in one_line(Command(tmp_path)("verify"), 2)


@pytest.mark.slow
def test_a_setting_that_makes_no_sense(tmp_path: Path) -> None:
    ended = Command(tmp_path)("verify", SAGSGANG_ACCESSIBILITY_UPDATED="i går")
    assert "SAGSGANG_ACCESSIBILITY_UPDATED" in one_line(ended, 2)


@pytest.mark.slow
def test_a_full_disk_under_the_output(sagsgang: Command, tmp_path: Path) -> None:
    (file,) = write(tmp_path / "kilder", weekly(1)).iterdir()
    ended = sagsgang.into(Path("/dev/full"), "read", file)
    assert "plads" in one_line(ended, 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serve", "--port", "99999"], "--port: skal være fra 1 til 65535"),
        (["serve", "--port", "http"], "--port: skal være et helt tal"),
        (["records"], "der mangler: MØDE, -o/--output"),
        (["export", "x", "--format", "doc"], "--format: doc kendes ikke (vælg mellem"),
        (["export", "x", "--format", "pdf", "--items", ","], "--items: nævn mindst ét punkt"),
        (["import", "", "--audience", "street"], "STI: må ikke være tom"),
        (["import", "x", "--authority", " "], "--authority: skal være et navn"),
        (["account", "add", "rut", "--person", "Rut\nHolm"], "--person: skal være et navn"),
        (["doubts", "accept", "x", "--body", "x" * 201], "--body: skal være et navn på én linje og højst 200 tegn"),
        (["doubts", "show"], "der mangler: ID"),
        (["gætværk"], "gætværk kendes ikke"),
        (["verify", "x"], "ukendte argumenter: x"),
        (["verify", "--heads"], "--heads: her skal stå én værdi"),
    ],
)
def test_wrong_use_is_told_in_danish(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr().err
    assert (ended.value.code, words in told, told.startswith("brug: ")) == (2, True, True), told


def test_help_is_danish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    told = capsys.readouterr().out
    assert not [word for word in ("usage", "positional", "options", "show this") if word in told]


def test_reasons_of_the_system_are_danish(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        (tmp_path / "findes-ikke").read_bytes()
    with pytest.raises(IsADirectoryError) as folder:
        tmp_path.read_bytes()
    assert sentence(missing.value) == f"{tmp_path / 'findes-ikke'}: findes ikke"
    assert why(folder.value) == "er en mappe og ikke en fil"


def test_faults_of_the_program_stay_visible(monkeypatch: pytest.MonkeyPatch) -> None:
    assert explained(KeyError("x")) is None
    full = explained(sqlite3.OperationalError("database or disk is full"))
    assert full == (1, "Databasen kan ikke skrives: disken er fuld, eller den svarer ikke.")
    assert explained(WrongSettings("nej")) == (2, "nej")
    monkeypatch.setenv("SAGSGANG_DEBUG", "1")
    assert explained(WrongSettings("nej")) is None
