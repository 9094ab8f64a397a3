"""`sagsgang export --all` through the real command."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.cli.command import Command
from tests.cli.sources import weekly, write

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def archive(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Command:
    """A home with three minutes in it, which no test changes."""
    top = tmp_path_factory.mktemp("archive")
    shutil.copytree(empty, top / "home")
    command = Command(top / "home")
    assert command("import", write(top / "kilder", weekly(3)), "--audience", "street").status == 0
    return command


def test_lines_of_json(archive: Command, tmp_path: Path) -> None:
    ended = archive("export", "--all", "-o", tmp_path / "alle.jsonl")
    assert (ended.status, ended.out) == (0, "")
    lines = (tmp_path / "alle.jsonl").read_text().splitlines()
    assert sorted(json.loads(line)["date"] for line in lines) == sorted(str(paper.date) for paper in weekly(3))
    assert [path.name for path in tmp_path.iterdir()] == ["alle.jsonl"]


def test_tables_in_a_folder_where_other_files_stay(archive: Command, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "andet.txt").write_text("bliver")
    assert archive("export", "--all", "-o", tmp_path / "data").status == 0
    names = {path.name for path in (tmp_path / "data").iterdir()}
    assert names == {"andet.txt", "papers.parquet", "items.parquet", "decisions.parquet"}
    assert duckdb.connect().execute(f"SELECT count(*) FROM '{tmp_path}/data/papers.parquet'").fetchall() == [(3,)]


@pytest.mark.parametrize("more", [["-o", "x.jsonl", "--format", "json"], ["direktionen/2024-01-01", "-o", "x"], []])
def test_what_does_not_go_together_is_wrong_use(archive: Command, more: list[str]) -> None:
    ended = archive("export", "--all", *more)
    assert ended.status == 2
    assert ended.err.startswith("--all ")


def test_a_place_that_cannot_be_written_is_told(archive: Command, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    ended = archive("export", "--all", "-o", tmp_path / "fil" / "alle.jsonl")
    assert ended.status == 1
    assert "Kan ikke skrive" in ended.err
