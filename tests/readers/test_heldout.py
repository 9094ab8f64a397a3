"""Minutes that no reader was made for: of many boards and years, each with a label made by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from sagsgang.paper.findings import findings
from sagsgang.paper.store import to_json
from sagsgang.readers.registry import read_text
from tests.readers.damage import DAMAGE, without_contents
from tests.readers.scoring import f1

HELD_OUT = Path(__file__).resolve().parent.parent / "data" / "heldout"
NAMES = sorted(path.stem for path in HELD_OUT.glob("*.txt"))
CLEAN, DAMAGED = 0.99, 0.98


def text(name: str) -> str:
    return (HELD_OUT / f"{name}.txt").read_text(encoding="utf-8")


def label(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HELD_OUT / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


# Without a contents list a closed item stands nowhere else than in its own line.
HARMED = [
    (name, damage)
    for name in NAMES
    for damage in DAMAGE
    if damage != "lost item lines" or without_contents(text(name)) != text(name)
]


def read(source: str) -> dict[str, Any]:
    (reading,) = read_text(source)
    return to_json(reading.paper)


@pytest.mark.parametrize("name", NAMES)
def test_unseen_minutes_are_read_as_their_label_says(name: str) -> None:
    score, differing = f1(label(name), read(text(name)))
    assert score >= CLEAN, differing


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_to_differ_where_all_sums_and_counts_hold(name: str) -> None:
    (reading,) = read_text(text(name))
    assert findings(reading.paper) == ()


@pytest.mark.slow
@pytest.mark.parametrize(("name", "damage"), HARMED)
def test_damage_costs_unseen_minutes_next_to_nothing(name: str, damage: str) -> None:
    score, differing = f1(label(name), read(DAMAGE[damage](text(name))))
    assert score >= DAMAGED, differing


@pytest.mark.parametrize("name", [name for name in NAMES if without_contents(text(name)) != text(name)])
def test_a_lost_contents_list_costs_unseen_minutes_their_pages_only(name: str) -> None:
    known = label(name)
    for item in known["items"]:
        item["toc_page"] = None
    score, differing = f1(known, read(without_contents(text(name))))
    assert score >= DAMAGED, differing


def test_a_wrong_value_costs_as_much_as_a_missing_and_an_invented_one() -> None:
    known = label(NAMES[0])
    slipped = read(text(NAMES[0]))
    slipped["items"][0]["title"] = "Noget helt andet"
    score, differing = f1(known, slipped)
    assert score < 1
    assert {fact[:3] for fact in differing} == {("missing", "1", "title"), ("invented", "1", "title")}
