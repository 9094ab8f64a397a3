"""`sagsgang read` prints all that stands in a file, and names what it could not read."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sagsgang.cli import main
from sagsgang.paper.store import from_json
from tests.readers.facts import only, source

SOUND = source("L1")


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "møde.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


def test_json_is_a_list_of_papers_with_source_doubts_and_findings(
    minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(minutes), "--format", "json"]) == 0
    (paper,) = json.loads(capsys.readouterr().out)
    assert paper["source"] == "møde.txt"
    assert paper["doubts"] == []
    assert isinstance(paper["findings"], list)
    assert from_json(paper) == only(SOUND).paper


def test_doubts_carry_code_message_item_and_line(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    minutes.write_text(SOUND.replace("Åbent\n\n", "", 1), encoding="utf-8")
    main(["read", str(minutes), "--format", "json"])
    (doubt,) = json.loads(capsys.readouterr().out)[0]["doubts"]
    assert set(doubt) == {"code", "message", "item", "line"}
    assert (doubt["code"], doubt["item"]) == ("unknown_access", "1")


def test_several_papers_of_one_file_are_listed_one_by_one(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    minutes.write_text(SOUND + SOUND.replace("16-09-2019", "17-09-2019"), encoding="utf-8")
    main(["read", str(minutes), "--format", "json"])
    assert [paper["source"] for paper in json.loads(capsys.readouterr().out)] == ["møde.txt"] * 2


def test_a_refused_file_is_named_and_the_others_are_read(
    minutes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "tom.txt"
    empty.touch()
    missing = tmp_path / "findes-ikke.txt"
    latin = tmp_path / "m\udcf8de.txt"
    shutil.copy(minutes, latin)
    assert main(["read", *map(str, (missing, empty, tmp_path, latin, minutes)), "--format", "json"]) == 1
    shown = capsys.readouterr()
    assert [paper["source"] for paper in json.loads(shown.out)] == ["møde.txt"]
    *lines, last = shown.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [str(missing), str(empty), str(tmp_path)]
    assert "omdøb filen" in last


def test_when_every_file_is_refused_nothing_is_told_of_any(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(tmp_path / "intet.txt"), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == []
    assert main(["read", str(tmp_path / "intet.txt")]) == 1
    assert capsys.readouterr().out == ""


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOUND.encode())))
    assert main(["read", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["source"] == "-"


def test_the_summary_names_meeting_items_and_decisions(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(minutes)]) == 0
    shown = capsys.readouterr().out
    assert "Direktionen, mandag den 16. september 2019 kl. 09:00" in shown
    assert "3. Forhandling om lejemål på havnen (lukket)" in shown
    assert "Direktionen 02-09-2019: Udsat" in shown


def test_markdown_is_printed(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(minutes), "--format", "md"]) == 0
    assert capsys.readouterr().out.startswith("# ")


@pytest.mark.parametrize("arguments", [["read"], ["read", "x", "--format", "pdf"], ["gætværk"]])
def test_wrong_use_is_status_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.slow
def test_reading_starts_without_django(minutes: Path) -> None:
    program = (
        "import sys; from sagsgang.cli import main; "
        f"main(['read', {str(minutes)!r}, '--format', 'json']); "
        "sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stderr == b""
