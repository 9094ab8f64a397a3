"""Whatever the Journal may hold has a sentence."""

import re
from pathlib import Path

import sagsgang.core.commands
from sagsgang.core.commands.reading import KIND
from sagsgang.core.states import MOVES
from sagsgang.desk.deeds import DEEDS, deed

_BEGUN = re.compile(r"""begin\(\s*by,\s*"([a-z]+\.[a-z_]+)\"""")


def test_every_move_and_everything_that_is_begun_has_a_sentence() -> None:
    folder = Path(sagsgang.core.commands.__file__).parent
    begun = {kind for file in folder.glob("*.py") for kind in _BEGUN.findall(file.read_text("utf-8"))}
    moved = {f"{move.thing}.{move.verb}" for move in MOVES}
    assert begun
    assert sorted((begun | moved | {KIND}) - DEEDS.keys()) == []


def test_a_sentence_begins_with_who_it_was() -> None:
    assert deed("Bo", "item.approve") == "Bo godkendte punktet"
    assert deed(None, "followup.remind").startswith("Systemet ")
    assert "x.y" in deed("Bo", "x.y")
