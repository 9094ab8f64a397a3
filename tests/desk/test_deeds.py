"""Whatever the Journal may hold has a sentence."""

import re
from pathlib import Path

import pytest

import sagsgang.core.commands
from sagsgang.core.commands.reading import KIND
from sagsgang.core.states import MOVES
from sagsgang.desk.deeds import DEEDS, WRITTEN, deed

_BEGUN = re.compile(r"""begin\(\s*by,\s*"([a-z]+\.[a-z_]+)\"""")
_WRITTEN = re.compile(r"""act\(by, "write", [a-z_.]+, what="([a-z_]+)\"""")


def test_every_move_and_everything_that_is_begun_has_a_sentence() -> None:
    folder = Path(sagsgang.core.commands.__file__).parent
    begun = {kind for file in folder.glob("*.py") for kind in _BEGUN.findall(file.read_text("utf-8"))}
    moved = {f"{move.thing}.{move.verb}" for move in MOVES}
    assert begun
    assert sorted((begun | moved | {KIND}) - DEEDS.keys()) == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"what": "close", "basis": "x"}, "lukkede punktet for offentligheden"),
        ({"what": "close", "section": 3}, "lukkede et afsnit for offentligheden"),
        ({"what": "open", "document": "999-2027-4"}, "åbnede et bilag for offentligheden"),
        ({"what": "section", "section": 3}, "skrev i et afsnit"),
        ({"what": "attach", "document": "999-2027-4"}, "lagde et bilag på"),
        ({"what": "noget nyt"}, "skrev i punktet"),
        ({}, "skrev i punktet"),
    ],
)
def test_what_was_written_is_told(facts: dict[str, object], said: str) -> None:
    assert deed("Karen", "item.write", facts) == f"Karen {said}"


def test_everything_that_a_command_writes_in_an_item_has_words() -> None:
    folder = Path(sagsgang.core.commands.__file__).parent
    written = {what for file in folder.glob("*.py") for what in _WRITTEN.findall(file.read_text("utf-8"))}
    assert written
    assert sorted(written - WRITTEN.keys()) == []


def test_a_sentence_begins_with_who_it_was() -> None:
    assert deed("Bo", "item.approve") == "Bo godkendte punktet"
    assert deed(None, "followup.remind").startswith("Systemet ")
    assert "x.y" in deed("Bo", "x.y")
