"""`sagsgang import` through the real command."""

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sagsgang.paper.model import Access
from sagsgang.writers import plain
from tests.archive.papers import CLOSED_STUB, DAY, item, minutes, section
from tests.cli.command import Command, Ended
from tests.cli.sources import weekly, write

pytestmark = pytest.mark.slow
REPORT = re.compile(r"read \d+, new \d+, superseded \d+, unchanged \d+, kept aside \d+, refused \d+\n")


def report(ended: Ended) -> dict[str, int]:
    assert REPORT.fullmatch(ended.out), ended
    return {part.rpartition(" ")[0]: int(part.rpartition(" ")[2]) for part in ended.out.strip().split(", ")}


def left_in(home: Path) -> bytes:
    return b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())


def test_a_folder_comes_in_once_and_a_corrected_file_supersedes(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(4))
    first = sagsgang("import", folder, "--audience", "street")
    assert (first.status, first.out) == (
        0,
        "read 4, new 4, superseded 0, unchanged 0, kept aside 0, refused 0\n",
    )
    again = sagsgang("import", folder, "--audience", "street")
    assert (again.status, report(again)["unchanged"], report(again)["new"]) == (0, 4, 0)
    file = sorted(folder.iterdir())[2]
    file.write_text(file.read_text().replace("vinduer", "døre"))
    corrected = report(sagsgang("import", folder, "--audience", "street"))
    assert (corrected["superseded"], corrected["unchanged"]) == (1, 3)
    assert sagsgang("verify").status == 0


def test_without_an_audience_it_is_refused_with_what_to_do(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(1))
    ended = sagsgang("import", folder)
    assert (ended.status, ended.out) == (2, "")
    assert "--audience" in ended.err
    assert sagsgang("import", folder, SAGSGANG_AUDIENCE="street").status == 0


@pytest.mark.parametrize(
    "arguments", [[], ["x", "--audience", "alle"], ["x", "--audience", "street", "--workers", "0"]]
)
def test_wrong_use_is_status_two(sagsgang: Command, arguments: list[str]) -> None:
    assert sagsgang("import", *arguments).status == 2


def test_each_bad_file_is_refused_with_its_reason_and_the_others_come_in(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(2))
    (folder / "tom.txt").write_bytes(b"")
    (folder / "afkortet.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (folder / "arkiv.docx").write_bytes(b"PK\x03\x04 ikke en zip")
    ended = sagsgang("import", folder, tmp_path / "findes-ikke", "--audience", "street")
    assert (ended.status, report(ended)["new"], report(ended)["refused"]) == (1, 2, 4)
    for name in ("tom.txt", "afkortet.pdf", "arkiv.docx", "findes-ikke"):
        assert re.search(rf"^Afvist: .*{name}: .+$", ended.err, re.MULTILINE), ended.err
    assert "Traceback" not in ended.err


def test_the_same_content_in_two_files_is_one_edition(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(1))
    (folder / "kopi.txt").write_bytes(next(folder.iterdir()).read_bytes())
    counted = report(sagsgang("import", folder, "--audience", "street"))
    assert (counted["read"], counted["new"], counted["unchanged"]) == (2, 1, 1)


def test_two_candidates_in_one_run_are_both_kept_aside_until_someone_chooses(
    sagsgang: Command, tmp_path: Path
) -> None:
    folder = write(tmp_path / "kilder", weekly(1))
    file = next(folder.iterdir())
    (folder / "udkast.txt").write_text(file.read_text().replace("vinduer", "døre"))
    ended = sagsgang("import", folder, "--audience", "street")
    assert (ended.status, report(ended)["kept aside"], report(ended)["new"]) == (0, 2, 0)
    assert report(sagsgang("import", folder, "--audience", "street"))["kept aside"] == 2
    lines = sagsgang("doubts").out.splitlines()
    assert all("[two_candidates]" in line for line in lines)
    draft, final = sorted(lines, key=lambda line: "udkast" not in line)
    assert sagsgang("doubts", "accept", final.split()[0]).status == 0
    assert sagsgang("doubts", "reject", draft.split()[0], "--reason", "Udkast").status == 0
    assert report(sagsgang("import", folder, "--audience", "street"))["unchanged"] == 2
    assert sagsgang("doubts").out == ""


def test_a_draft_beside_a_published_paper_supersedes_it(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", weekly(1))
    sagsgang("import", folder, "--audience", "street")
    file = next(folder.iterdir())
    (folder / "rettet.txt").write_text(file.read_text().replace("vinduer", "døre"))
    counted = report(sagsgang("import", folder, "--audience", "street"))
    assert (counted["unchanged"], counted["superseded"]) == (1, 1)


def test_one_file_with_two_papers_gives_two(sagsgang: Command, tmp_path: Path) -> None:
    (tmp_path / "to.txt").write_text("\n".join(map(plain.write, weekly(2))))
    assert report(sagsgang("import", tmp_path / "to.txt", "--audience", "street"))["new"] == 2


def test_nothing_closed_leaves_the_sources(sagsgang: Command, tmp_path: Path) -> None:
    shut = section("KANARIEFUGL i et lukket afsnit", Access.CLOSED)
    papers = [
        minutes(
            DAY,
            item("1", sections=(section("Åbent"), shut)),
            replace(item("2", sections=(shut,)), access=Access.CLOSED),
        )
    ]
    folder = write(tmp_path / "kilder", papers)
    (folder / "ulæselig.docx").write_bytes(b"PK\x03\x04 KANARIEFUGL")
    ended = sagsgang("import", folder, "--audience", "street")
    told = ended.out + ended.err
    listed = sagsgang("doubts").out
    for line in listed.splitlines():
        shown = sagsgang("doubts", "accept", line.split()[0])
        told += shown.out + shown.err
    assert "KANARIEFUGL" not in told + listed
    assert b"KANARIEFUGL" not in left_in(sagsgang.home)
    assert sagsgang("verify").status == 0


def test_a_personal_number_keeps_the_paper_aside_and_is_never_published(sagsgang: Command, tmp_path: Path) -> None:
    paper = minutes(DAY, item(sections=(section("Borger 070761-4285 har klaget over KANARIEFUGL."),)), CLOSED_STUB)
    folder = write(tmp_path / "kilder", [paper])
    ended = sagsgang("import", folder, "--audience", "street")
    assert (ended.status, report(ended)["kept aside"]) == (0, 1)
    name = sagsgang("doubts").out.split()[0]
    shown = sagsgang("doubts", "show", name)
    assert shown.status == 0
    assert "personal_number" in shown.out
    assert "070761-4285" not in ended.err + shown.out
    accepted = sagsgang("doubts", "accept", name)
    assert (accepted.status, accepted.out) == (0, "new: direktionen/2024-03-04\n")
    assert b"070761" not in left_in(sagsgang.home)
    assert b"KANARIEFUGL" not in left_in(sagsgang.home)
    assert report(sagsgang("import", folder, "--audience", "street"))["unchanged"] == 1


def test_a_rejected_paper_is_gone_from_the_intake_and_does_not_come_back(sagsgang: Command, tmp_path: Path) -> None:
    paper = minutes(DAY, item("1", sections=(section("KANARIEFUGL"),)), item("1", "Igen"))
    folder = write(tmp_path / "kilder", [paper])
    assert report(sagsgang("import", folder, "--audience", "street"))["kept aside"] == 1
    assert b"KANARIEFUGL" in left_in(sagsgang.home / "intake")
    name = sagsgang("doubts").out.split()[0]
    assert sagsgang("doubts", "reject", name).status == 2
    assert sagsgang("doubts", "reject", name, "--reason", " ").status == 2
    assert sagsgang("doubts", "reject", name, "--reason", "Forkert fil").status == 0
    assert b"KANARIEFUGL" not in left_in(sagsgang.home)
    assert report(sagsgang("import", folder, "--audience", "street"))["unchanged"] == 1


def test_a_paper_without_body_and_date_is_accepted_with_both(sagsgang: Command, tmp_path: Path) -> None:
    paper = replace(
        minutes(DAY, item(sections=(section("Skolen får nye vinduer."),))), body=None, date=None, start=None
    )
    folder = tmp_path / "kilder"
    folder.mkdir()
    (folder / "uden.json").write_bytes(__import__("sagsgang.paper.store", fromlist=["dumps"]).dumps(paper))
    ended = sagsgang("import", folder, "--audience", "street")
    assert report(ended)["kept aside"] == 1
    name = sagsgang("doubts").out.split()[0]
    assert "--body" in sagsgang("doubts", "show", name).out
    assert sagsgang("doubts", "accept", name).status == 2
    given = ["--body", "Direktionen", "--date", "2024-03-04"]
    assert sagsgang("doubts", "accept", name, *given).out == "new: direktionen/2024-03-04\n"


def test_of_two_files_of_which_nothing_is_known_neither_is_lost(sagsgang: Command, tmp_path: Path) -> None:
    one, other = tmp_path / "et.txt", tmp_path / "andet.txt"
    one.write_text("Hej")
    other.write_text("Dette er en liste over indkøb")
    assert report(sagsgang("import", one, other, "--audience", "street"))["kept aside"] == 2
    listed = [line.split()[0] for line in sagsgang("doubts").out.splitlines()]
    assert len(set(listed)) == 2
    sagsgang("doubts", "reject", listed[0], "--reason", "Ikke et referat")
    again = report(sagsgang("import", one, other, "--audience", "street"))
    assert (again["unchanged"], again["kept aside"]) == (1, 1)
    other.write_text("Endnu en liste over indkøb")
    assert report(sagsgang("import", other, "--audience", "street"))["kept aside"] == 1


def test_an_id_that_is_none_or_several_is_wrong_use(sagsgang: Command) -> None:
    for verb in (["show"], ["accept"], ["reject", "--reason", "x"]):
        ended = sagsgang("doubts", *verb, "ffff")
        assert (ended.status, ended.out) == (2, "")


def test_the_authority_is_the_one_that_most_case_numbers_name(sagsgang: Command, tmp_path: Path) -> None:
    papers = [
        replace(
            paper,
            authority=None,
            items=(item(case="101-2024-1"), item("2", case="999-2024-2"), item("3", case="999-2024-3")),
        )
        for paper in weekly(1)
    ]
    sagsgang("import", write(tmp_path / "kilder", papers), "--audience", "street", "--authority", "Lundby Kommune")
    with sqlite3.connect(sagsgang.home / "sagsgang.sqlite3") as rows:
        assert rows.execute("SELECT authority FROM archive_body").fetchall() == [("Solbjerg Kommune",)]


@pytest.mark.parametrize("given", ["--authority", None])
def test_else_it_is_the_one_given_or_set(sagsgang: Command, tmp_path: Path, given: str | None) -> None:
    papers = [replace(paper, authority=None, items=(item(case=None),)) for paper in weekly(1)]
    more = [given, "Lundby Kommune"] if given else []
    folder = write(tmp_path / "kilder", papers)
    sagsgang("import", folder, "--audience", "street", *more, SAGSGANG_AUTHORITY="Højby Kommune")
    with sqlite3.connect(sagsgang.home / "sagsgang.sqlite3") as rows:
        assert rows.execute("SELECT authority FROM archive_body").fetchall() == [
            ("Lundby Kommune" if given else "Højby Kommune",)
        ]


def test_the_first_authority_named_is_the_homes_own_and_none_is_made_up(sagsgang: Command, tmp_path: Path) -> None:
    papers = [replace(paper, authority=None, items=(item(case=None),)) for paper in weekly(2)]
    first, second = (write(tmp_path / str(number), [paper]) for number, paper in enumerate(papers))
    sagsgang("import", first, "--audience", "street", "--authority", "Højby Kommune")
    sagsgang("import", second, "--audience", "street")
    other = Command(tmp_path / "other")
    other("import", second, "--audience", "street")
    for command, authority in ((sagsgang, "Højby Kommune"), (other, "Kommunen")):
        with sqlite3.connect(command.home / "sagsgang.sqlite3") as rows:
            assert rows.execute("SELECT authority FROM archive_body").fetchall() == [(authority,)]
