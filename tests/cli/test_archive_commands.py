"""`verify`, `export`, `findings`, `erase`, `worker` and `migrate` through the real command, on one small archive."""

import json
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from sagsgang.paper.store import from_json
from tests.cli.command import Command
from tests.cli.sources import weekly, write

pytestmark = pytest.mark.slow
PAPERS = weekly(3)
NAME = f"direktionen/{PAPERS[1].date}"
NUMBER = "070761-4285"


@pytest.fixture(scope="module")
def made(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with three minutes in it."""
    top = tmp_path_factory.mktemp("archive")
    shutil.copytree(empty, top / "home")
    ended = Command(top / "home")("import", write(top / "kilder", PAPERS), "--audience", "street")
    assert ended.status == 0, ended
    return top / "home"


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Command:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "home")
    return Command(tmp_path / "home")


def change(command: Command, statement: str) -> None:
    with closing(sqlite3.connect(command.home / "sagsgang.sqlite3")) as rows, rows:
        rows.execute(statement)


def test_verify_says_that_all_is_as_sealed(archive: Command) -> None:
    ended = archive("verify")
    assert (ended.status, ended.out) == (0, "3 poster efterprøvet, alt er som forseglet.\n")


def test_verify_names_the_first_record_that_was_changed(archive: Command) -> None:
    forged = "replace(CAST(data AS TEXT), 'vinduer', 'døre')"
    change(archive, f"UPDATE archive_content SET data = {forged} WHERE seal_id > 1")
    ended = archive("verify")
    assert ended.status == 1
    assert ended.out.splitlines()[0] == "FEJL: Direktionen, post 2: indholdet er ændret"


def test_verify_says_of_a_removed_record_what_hung_on_it(archive: Command) -> None:
    for table, column in (("archive_content", "seal_id"), ("archive_seal", "id")):
        change(archive, f"DELETE FROM {table} WHERE {column} = 2")
    ended = archive("verify")
    assert ended.status == 1
    assert ended.out.splitlines()[:2] == [
        "FEJL: Arkivet: udgave 2 har ingen forsegling",
        "FEJL: Direktionen, post 2: posten er fjernet",
    ]


def test_verify_notices_a_cut_off_end_against_exported_heads(archive: Command, tmp_path: Path) -> None:
    heads = tmp_path / "heads.json"
    assert archive("verify", "--write-heads", heads).status == 0
    assert archive("verify", "--heads", heads).status == 0
    for table, rest in (
        ("archive_meeting", "SET edition_id = NULL WHERE id = 3"),
        ("archive_promise", "SET came_back_id = NULL"),
    ):
        change(archive, f"UPDATE {table} {rest}")
    for statement in (
        "archive_entry WHERE meeting_id = 3",
        "archive_edition WHERE meeting_id = 3",
        "archive_meeting WHERE id = 3",
        "archive_content WHERE seal_id = 3",
        "archive_seal WHERE id = 3",
    ):
        change(archive, f"DELETE FROM {statement}")
    assert archive("verify").status == 0
    ended = archive("verify", "--heads", heads)
    assert (ended.status, ended.out.splitlines()[0]) == (
        1,
        "FEJL: Direktionen, post 3: kæden er skåret over: herfra mangler posterne",
    )


def test_verify_writes_no_heads_of_an_archive_that_is_not_whole(archive: Command, tmp_path: Path) -> None:
    change(archive, "UPDATE archive_seal SET version = 2 WHERE id = 2")
    assert archive("verify", "--write-heads", tmp_path / "heads").status == 1
    assert not (tmp_path / "heads").exists()


@pytest.mark.parametrize("text", ["", "\n", "{", "[]", '{"a": 1}', "7", "\udcff"])
def test_a_file_that_holds_no_heads_is_wrong_use(made: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "heads").write_bytes(text.encode("utf-8", "surrogateescape"))
    ended = Command(made)("verify", "--heads", tmp_path / "heads")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "--write-heads" in ended.err


def test_heads_that_are_not_there_are_wrong_use_and_an_impossible_place_is_a_clear_line(
    archive: Command, tmp_path: Path
) -> None:
    assert archive("verify", "--heads", tmp_path / "findes-ikke").status == 2
    for place in (tmp_path, tmp_path / "nej" / "heads"):
        ended = archive("verify", "--write-heads", place)
        assert (ended.status, ended.err.count("\n"), "Traceback" in ended.err) == (1, 1, False)


def test_an_empty_archive_has_no_heads_to_write(sagsgang: Command, tmp_path: Path) -> None:
    ended = sagsgang("verify", "--write-heads", tmp_path / "heads")
    assert (ended.status, (tmp_path / "heads").exists()) == (0, False)
    assert "intet at skrive" in ended.err


def test_a_falsified_search_index_is_made_anew_on_request(archive: Command) -> None:
    change(archive, "UPDATE search_text SET title = 'forfalsket'")
    assert archive("verify", "--rebuild-search").status == 0
    with closing(sqlite3.connect(archive.home / "sagsgang.sqlite3")) as rows:
        assert not rows.execute("SELECT 1 FROM search_text WHERE title = 'forfalsket'").fetchall()


def test_export_as_json_is_the_paper(archive: Command, tmp_path: Path) -> None:
    ended = archive("export", NAME, "--format", "json", "-o", tmp_path / "ud.json")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert from_json(json.loads((tmp_path / "ud.json").read_text())).date == PAPERS[1].date


def test_export_writes_some_items_only(archive: Command) -> None:
    whole = json.loads(archive("export", NAME, "--format", "json").out)
    ended = archive("export", NAME, "--format", "json", "--items", whole["items"][1]["number"])
    assert [item["title"] for item in json.loads(ended.out)["items"]] == [whole["items"][1]["title"]]


def test_export_of_an_item_that_is_none_is_wrong_use(archive: Command) -> None:
    ended = archive("export", NAME, "--format", "txt", "--items", "1,77")
    assert (ended.status, ended.out) == (2, "")
    assert "intet punkt 77" in ended.err


def test_export_in_large_print_is_a_pdf_only(archive: Command, tmp_path: Path) -> None:
    assert archive("export", NAME, "--format", "txt", "--size", "18").status == 2
    assert archive("export", NAME, "--format", "pdf", "--size", "18", "--attachments").status == 2
    assert archive("export", NAME, "--format", "pdf", "--size", "18", "-o", tmp_path / "stor.pdf").status == 0
    assert (tmp_path / "stor.pdf").read_bytes().startswith(b"%PDF")


def test_export_with_attachments_is_one_file(archive: Command, tmp_path: Path) -> None:
    ended = archive("export", NAME, "--format", "pdf", "--attachments", "-o", tmp_path / "alt.pdf")
    assert (ended.status, ended.err) == (0, "")
    assert (tmp_path / "alt.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("form", "begins"), [("txt", "Solbjerg"), ("md", "#"), ("html", "<!DOCTYPE html>")])
def test_export_writes_to_standard_output_without_a_file(archive: Command, form: str, begins: str) -> None:
    ended = archive("export", NAME, "--format", form)
    assert ended.status == 0
    assert ended.out.lstrip().lower().startswith(begins.lower())
    assert "vinduer i skolen" in ended.out


def test_a_paper_that_is_not_there_brings_its_neighbours(archive: Command) -> None:
    ended = archive("export", "direktionen/2023-01-31", "--format", "txt")
    assert (ended.status, ended.out) == (2, "")
    assert NAME in ended.err
    ended = archive("export", "direktionen/\udce6", "--format", "txt")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1), ended


def test_an_edition_is_found_by_number_and_by_key(archive: Command) -> None:
    key = f"Solbjerg Kommune|Direktionen|{PAPERS[1].date}|08:30|minutes"
    by_name = archive("export", NAME, "--format", "txt").out
    assert archive("export", "2", "--format", "txt").out == by_name
    assert archive("export", key, "--format", "txt").out == by_name


def test_export_into_a_folder_that_is_not_there_is_refused(archive: Command, tmp_path: Path) -> None:
    ended = archive("export", NAME, "--format", "txt", "-o", tmp_path / "nej" / "ud.txt")
    assert ended.status == 1
    assert "Traceback" not in ended.err


def test_erased_words_are_in_no_file_of_the_home_and_verify_says_why(archive: Command) -> None:
    assert archive("worker", "--once").status == 0
    change(archive, "PRAGMA wal_checkpoint(TRUNCATE)")
    word = f"{PAPERS[1].date:%d-%m-%Y} handler".encode()
    assert archive("erase", NAME).status == 2
    assert archive("erase", NAME, "--reason", " ").status == 2
    assert archive("erase", NAME, "--reason", NUMBER).status == 2
    ended = archive("erase", NAME, "--reason", "Indsigelse")
    assert (ended.status, ended.out.startswith("Slettet: referat, Direktionen 09-01-2023")) == (0, True)
    for file in archive.home.rglob("*"):
        assert not file.is_file() or word not in file.read_bytes(), file
    checked = archive("verify")
    assert checked.status == 0
    assert re.search(
        r"^Slettet: Direktionen, post 2: indholdet er slettet .*: Indsigelse$", checked.out, re.MULTILINE
    )
    assert len(list((archive.home / "files").rglob("*.pdf"))) == 2
    told = archive("export", "2", "--format", "txt")
    assert (told.status, told.out) == (1, "")
    assert "Indholdet er slettet" in told.err
    assert "Begrundelse: Indsigelse" in told.err


def test_a_withdrawn_paper_is_shown_again_when_that_is_undone(archive: Command) -> None:
    assert archive("withdraw", NAME, "--reason", " ").status == 2
    assert archive("withdraw", NAME, "--reason", NUMBER).status == 2
    assert "ikke udgivet til" in archive("withdraw", NAME, "--audience", "employees", "--reason", "Nej").err
    ended = archive("withdraw", NAME, "--reason", "Forkert bilag")
    assert (ended.status, ended.out.startswith("Trukket tilbage: referat, Direktionen 09-01-2023")) == (0, True)
    assert archive("withdraw", NAME, "--reason", "Igen").status == 1
    for command in ("export", NAME, "--format", "txt"), ("export", NAME, "--format", "pdf"), ("findings", NAME):
        told = archive(*command)
        assert (told.status, told.out) == (1, "")
        assert told.err.startswith("referat, Direktionen 09-01-2023")
        assert told.err.endswith("Begrundelse: Forkert bilag\n")
    assert archive("verify").status == 0
    ended = archive("withdraw", NAME, "--reason", "Bilaget var rigtigt", "--undo")
    assert (ended.status, ended.out.startswith("Vises igen: ")) == (0, True)
    assert archive("export", NAME, "--format", "txt").status == 0
    assert archive("withdraw", NAME, "--reason", "Igen", "--undo").status == 1
    assert archive("verify").status == 0


def test_an_erased_paper_does_not_come_back_with_the_next_import(archive: Command, tmp_path: Path) -> None:
    archive("erase", NAME, "--reason", "Indsigelse")
    ended = archive("import", write(tmp_path / "kilder", PAPERS), "--audience", "street")
    assert ended.out == "read 3, new 0, superseded 0, unchanged 3, kept aside 0, refused 0\n"


def test_the_worker_prints_everything_once_and_verify_guards_the_files(archive: Command) -> None:
    assert archive("worker", "--once").status == 0
    files = sorted((archive.home / "files").rglob("*"))
    pdfs = [file for file in files if file.suffix == ".pdf"]
    assert len(pdfs) == 3
    assert all(file.read_bytes().startswith(b"%PDF") for file in pdfs)
    assert not [file for file in files if "unfinished" in file.name]
    assert archive("verify").out == "6 poster efterprøvet, alt er som forseglet.\n"
    made = [file.stat().st_mtime_ns for file in pdfs]
    assert archive("worker", "--once").status == 0
    assert [file.stat().st_mtime_ns for file in pdfs] == made
    pdfs[0].write_bytes(pdfs[0].read_bytes() + b" ")
    assert archive("verify").status == 1


def test_the_worker_stops_at_once_when_it_is_told(archive: Command) -> None:
    running = archive.start("worker", "--pause", "3600")
    deadline = time.monotonic() + 60
    while len(list((archive.home / "files").rglob("*.pdf"))) < 3 and time.monotonic() < deadline:
        with suppress(subprocess.TimeoutExpired):
            running.wait(0.1)
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=30) == 0


def test_export_as_pdf_gives_the_kept_file(archive: Command, tmp_path: Path) -> None:
    archive("worker", "--once")
    assert archive("export", NAME, "--format", "pdf", "-o", tmp_path / "ud.pdf").status == 0
    assert (tmp_path / "ud.pdf").read_bytes() == (archive.home / "files" / "pdf" / "2.pdf").read_bytes()


def test_verify_survives_rows_that_cannot_be_read(archive: Command) -> None:
    change(archive, "UPDATE archive_seal SET sealed_at = 'i går' WHERE id = 2")
    ended = archive("verify")
    assert (ended.status, "Traceback" in ended.err) == (1, False)


def test_findings_of_one_paper_and_of_all(archive: Command) -> None:
    assert archive("findings", NAME).status == 0
    assert archive("findings", "--all").status == 0
    assert archive("findings", "findes/ikke").status == 2
    assert archive("findings", "").status == 2
    assert archive("findings").status == 2


def test_a_command_makes_the_database_that_is_missing(tmp_path: Path) -> None:
    for arguments in (["doubts"], ["findings", "--all"], ["worker", "--once"]):
        command = Command(tmp_path / arguments[0])
        ended = command(*arguments)
        assert ended.status == 0, ended
        assert (command.home / "sagsgang.sqlite3").exists()


def test_a_database_that_does_not_answer_is_a_clear_line(tmp_path: Path) -> None:
    ended = Command(tmp_path)("verify", DATABASE_URL="postgresql://nobody:hemmelig@127.0.0.1:1/none")
    assert ended.status == 1
    assert "Traceback" not in ended.err
    assert "hemmelig" not in ended.err
