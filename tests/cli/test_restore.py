"""A wrong correction, a poor source and two candidates, through the real command."""

from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.cli.sources import weekly, write

pytestmark = pytest.mark.slow
PAPER = weekly(1)[0]
NAME = f"direktionen/{PAPER.date}"


def test_a_wrong_correction_is_taken_back_and_no_import_brings_it_again(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", [PAPER])
    sagsgang("import", folder, "--audience", "street")
    file = next(folder.iterdir())
    (folder / "rettet.txt").write_text(file.read_text().replace("vinduer", "døre"))
    assert "superseded 1" in sagsgang("import", folder, "--audience", "street").out
    listed = sagsgang("restore", NAME).out.splitlines()
    assert [line.split(",")[0] for line in listed] == ["udgave 1", "udgave 2"]
    assert listed[1].endswith("vises nu")
    assert sagsgang("restore", NAME, "--version", "7").status == 2
    ended = sagsgang("restore", NAME, "--version", "1")
    assert (ended.status, ended.out) == (0, f"superseded: {NAME}, udgave 3\n")
    assert "unchanged 2" in sagsgang("import", folder, "--audience", "street").out
    assert "vinduer" in sagsgang("export", NAME, "--format", "txt").out
    assert sagsgang("verify").status == 0


def test_a_poor_source_waits_and_the_good_one_stays(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", [PAPER])
    sagsgang("import", folder, "--audience", "street")
    poor = tmp_path / "fattig.txt"
    lines = next(folder.iterdir()).read_text().splitlines(keepends=True)
    poor.write_text("".join(line for line in lines if "999-2024-17" not in line))
    ended = sagsgang("import", poor, "--audience", "street")
    assert "superseded 0, unchanged 0, kept aside 1" in ended.out
    (line,) = sagsgang("doubts").out.splitlines()
    assert "poorer" in line
    shown = sagsgang("doubts", "show", line.split()[0]).out
    assert f"Udgivet nu: {NAME}, udgave 1" in shown
    assert "punkt 1: forskel i sagsnummeret" in shown
    accepted = sagsgang("doubts", "accept", line.split()[0])
    assert f"sagsgang restore {NAME} --version 1" in accepted.err
    assert "unchanged 1" in sagsgang("import", folder, "--audience", "street").out


def test_each_of_two_candidates_names_the_other_and_what_differs(sagsgang: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "kilder", [PAPER])
    file = next(folder.iterdir())
    (folder / "udkast.txt").write_text(file.read_text().replace("vinduer", "døre"))
    sagsgang("import", folder, "--audience", "street")
    final, draft = sorted(sagsgang("doubts").out.splitlines(), key=lambda line: "udkast" in line)
    shown = sagsgang("doubts", "show", final.split()[0]).out
    assert f"En anden kandidat til samme møde: {draft.split()[0]}  {folder / 'udkast.txt'}" in shown
    assert "- punkt 1: forskel i afsnittene" in shown
    accepted = sagsgang("doubts", "accept", final.split()[0])
    assert f"venter stadig: {draft.split()[0]}" in accepted.err
    assert "afløser det den udgave" in sagsgang("doubts", "show", draft.split()[0]).out
