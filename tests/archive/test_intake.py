"""The private store: who can read it, what is half written, and what is gone when it has been decided on."""

import json
import os
from pathlib import Path

import pytest
from pytest_django import Settings

from sagsgang.archive.intake import aside, journal, spool
from sagsgang.archive.intake.aside import Aside
from sagsgang.archive.intake.doubts import Supplement, accept, reject, waiting
from sagsgang.archive.intake.folder import folder, held, purge, write
from sagsgang.archive.intake.journal import Verdict
from sagsgang.archive.intake.walk import files
from sagsgang.paper.model import Paper
from sagsgang.paper.store import dumps
from sagsgang.readers.doubts import doubt
from tests.archive.papers import DAY, agenda, item, minutes, section


@pytest.fixture(autouse=True)
def intake(tmp_path: Path, settings: Settings) -> Path:
    settings.INTAKE = tmp_path / "intake"
    return tmp_path / "intake"


def one_aside(tmp_path: Path, name: str = "a1b2", source: str = "kilde.txt") -> Aside:
    file = tmp_path / source
    file.write_text("KANARIEFUGL i kilden")
    digest = "14b5a0a5a5"
    return made(name, minutes(), source=str(file), digest=digest)


def made(name: str, paper: Paper, source: str = "x", digest: str = "0") -> Aside:
    twice = (doubt("duplicate_item"),)
    return Aside(id=name, audience="street", source=source, digest=digest, paper=paper, doubts=twice)


def everything(intake: Path) -> bytes:
    return b"".join(file.read_bytes() for file in intake.rglob("*") if file.is_file())


def test_only_the_owner_can_read_the_store(tmp_path: Path, intake: Path) -> None:
    os.umask(0o000)
    try:
        with held():
            aside.keep(one_aside(tmp_path))
        journal.decide("x", Verdict.REJECTED, "Dublet")
        with spool.opened("1") as spooled:
            spooled.want([(str(tmp_path), 1, 1)])
            found = [intake, *intake.rglob("*")]
            open_to_others = [path for path in found if path.stat().st_mode & 0o077]
    finally:
        os.umask(0o022)
    assert any(path.name.endswith("-wal") for path in found)
    assert not open_to_others


def test_a_folder_that_others_could_read_is_closed_to_them(intake: Path) -> None:
    intake.mkdir(mode=0o755)
    folder("aside")
    assert intake.stat().st_mode & 0o077 == 0


def test_what_a_killed_process_left_half_written_is_removed(intake: Path) -> None:
    left = folder("aside") / "a1.json.00ff.unfinished"
    left.write_text("KANARIEFUGL")
    with held():
        assert not left.exists()


def test_a_purged_file_is_written_over_before_it_goes(tmp_path: Path) -> None:
    file, other = tmp_path / "hemmelig", tmp_path / "samme"
    file.write_text("KANARIEFUGL" * 300_000)
    other.hardlink_to(file)
    purge(file)
    assert not file.exists()
    assert not other.read_bytes().strip(b"\0")


def test_a_file_is_put_in_place_whole(tmp_path: Path) -> None:
    write(tmp_path / "a", b"en")
    write(tmp_path / "a", b"to")
    assert [file.name for file in tmp_path.glob("a*")] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"to"


def test_a_line_of_the_journal_that_was_cut_off_is_passed_over(intake: Path) -> None:
    journal.decide("hel", Verdict.ACCEPTED)
    with (intake / "journal.jsonl").open("a") as file:
        file.write('{"id": "halv", "verd')
    assert journal.settled() == {"hel": Verdict.ACCEPTED}
    journal.decide("næste", Verdict.REJECTED, "Dublet")
    assert "næste" in journal.settled()


def test_the_journal_says_who_when_and_why_and_nothing_of_the_content(intake: Path, tmp_path: Path) -> None:
    with held():
        aside.keep(one_aside(tmp_path))
    reject(waiting()[0], "Et udkast")
    (line,) = (intake / "journal.jsonl").read_text().strip().splitlines()
    entry = json.loads(line)
    assert set(entry) == {"id", "verdict", "who", "when", "reason"}
    assert (entry["id"], entry["verdict"], entry["reason"]) == ("a1b2", "rejected", "Et udkast")


def test_a_paper_decided_on_just_before_a_power_cut_does_not_wait_again(tmp_path: Path, intake: Path) -> None:
    with held():
        aside.keep(one_aside(tmp_path))
    journal.decide("a1b2", Verdict.REJECTED, "Dublet")
    assert waiting() == ()
    assert not list(folder("aside").iterdir())


def test_a_fingerprint_cannot_be_guessed_from_the_content(settings: Settings) -> None:
    first = journal.fingerprint("street", b"indhold")
    assert journal.fingerprint("employees", b"indhold") != first
    settings.SECRET_KEY = "another"
    assert journal.fingerprint("street", b"indhold") != first


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    top = tmp_path / "kilder"
    (top / "2024").mkdir(parents=True)
    (top / ".skjult").mkdir()
    for name in ("b.txt", "a.txt", "2024/c.txt", ".skjult/d.txt", ".e.txt"):
        (top / name).write_text(name)
    return top


def walked(*paths: Path) -> tuple[list[str], list[str]]:
    refused: list[str] = []
    found = [Path(path).name for path, _, _ in files(paths, lambda path, reason: refused.append(reason))]
    return found, refused


def test_folders_are_walked_in_order_and_hidden_files_passed_over(tree: Path) -> None:
    assert walked(tree) == (["c.txt", "a.txt", "b.txt"], [])


def test_what_office_programs_and_systems_leave_lying_about_is_passed_over(tree: Path) -> None:
    for name in ("~$referat.docx", "Thumbs.db", "desktop.ini", ".DS_Store"):
        (tree / name).write_bytes(b"x")
    assert walked(tree) == (["c.txt", "a.txt", "b.txt"], [])


def test_a_hidden_file_is_read_when_it_is_named(tree: Path) -> None:
    assert walked(tree / ".e.txt") == ([".e.txt"], [])


def test_a_loop_of_links_ends(tree: Path) -> None:
    (tree / "2024" / "op").symlink_to(tree)
    assert walked(tree) == (["c.txt", "a.txt", "b.txt"], [])


def test_a_broken_link_a_missing_path_and_a_pipe_are_refused_and_the_walk_goes_on(tree: Path) -> None:
    (tree / "væk.txt").symlink_to(tree / "findes-ikke")
    os.mkfifo(tree / "rør")
    found, refused = walked(tree, tree / "heller-ikke")
    assert found == ["c.txt", "a.txt", "b.txt"]
    assert len(refused) == 3


def test_a_name_that_is_no_text_is_refused(tree: Path) -> None:
    (tree / os.fsdecode(b"\xff.txt")).write_text("x")
    assert "omdøb" in walked(tree)[1][0]


@pytest.mark.django_db
@pytest.mark.database
def test_accepting_publishes_and_leaves_nothing_in_the_intake(tmp_path: Path, intake: Path) -> None:
    paper = minutes(DAY, item(sections=(section("Borger 070761-4285 KANARIEFUGL"),)))
    with held():
        aside.keep(made("a1", paper))
    published = accept(waiting()[0], Supplement())
    assert b"KANARIEFUGL" not in everything(intake)
    assert published.edition.meeting.slug == "2024-03-04"


def test_the_source_stays_while_another_paper_of_it_waits(tmp_path: Path, intake: Path) -> None:
    source = folder("sources") / "0"
    source.write_text("to referater i én fil")
    with held():
        for name, paper in (("a1", minutes()), ("b2", agenda())):
            aside.keep(made(name, paper))
    first, second = waiting()
    reject(first, "Dublet")
    assert source.exists()
    reject(second, "Dublet")
    assert not source.exists()


def test_a_kept_paper_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = one_aside(tmp_path)
    with held():
        aside.keep(kept)
    assert waiting() == (kept,)
    assert dumps(waiting()[0].paper) == dumps(kept.paper)
