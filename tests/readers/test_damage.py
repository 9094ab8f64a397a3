"""Damage that scanning, converting and copying do must not cost a fact."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from sagsgang.paper.model import Access, PaperKind
from sagsgang.paper.store import to_json
from sagsgang.readers.registry import read_text
from tests.readers.damage import DAMAGE, without_contents
from tests.readers.facts import codes, facts, only, source

SOUND = source("L1")
ENOUGH = 0.99


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_costs_no_fact(damage: str) -> None:
    damaged = DAMAGE[damage](SOUND)
    assert damaged != SOUND
    assert facts(only(damaged).paper) == facts(only(SOUND).paper)


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_raises_no_doubt(damage: str) -> None:
    assert codes(only(DAMAGE[damage](SOUND))) == codes(only(SOUND)) == set()


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["none", *DAMAGE])
def test_real_minutes_survive_it_too(damage: str, shared: Path) -> None:
    change = DAMAGE.get(damage, str)
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "labels").glob("*.json"))]
    read = [
        to_json(reading.paper) | {"source": label["source"]}
        for label in labels
        for reading in read_text(change((shared / "seeds" / label["source"]).read_text(encoding="utf-8")))
    ]
    assert _score(shared, labels, read) >= ENOUGH


def test_two_kinds_of_damage_at_once_cost_no_fact() -> None:
    names = [
        "slips in headings",
        "running heads",
        "wrapped titles",
        "table with bars",
        "no blank line after headings",
    ]
    damaged = SOUND
    for name in [*names, "carriage returns", "decomposed letters"]:
        damaged = DAMAGE[name](damaged)
    assert facts(only(damaged).paper) == facts(only(SOUND).paper)


def test_without_a_contents_list_only_the_pages_are_missing() -> None:
    paper = only(without_contents(SOUND)).paper
    assert [item.toc_page for item in paper.items] == [None] * 5
    assert [item.title for item in paper.items] == [item.title for item in only(SOUND).paper.items]
    assert [item.access for item in paper.items] == [item.access for item in only(SOUND).paper.items]


def test_a_parted_paragraph_is_whole_again() -> None:
    damaged = only(DAMAGE["split paragraphs"](SOUND)).paper
    assert damaged.items[0].sections[2].text == only(SOUND).paper.items[0].sections[2].text


@pytest.mark.parametrize(
    ("read", "misread"),
    [
        ("den 16. september 2019:", "den 16. septernber 2019:"),
        ("Direktionens møde den 16", "Direktlonens mode den 16"),
        ("Punkt ", "PUNKT "),
        ("møde den 16. september 2019:", "møde d. 16-09-2019:"),
        ("møde den 16. september 2019:", "møde den 16. september 2019"),
    ],
)
def test_a_misread_decision_or_item_heading_is_still_one(read: str, misread: str) -> None:
    assert facts(only(SOUND.replace(read, misread)).paper) == facts(only(SOUND).paper)


def test_a_decision_whose_date_cannot_be_read_is_of_this_meeting_with_a_doubt() -> None:
    reading = only(SOUND.replace("den 16. september 2019:\n\nDrøftet", "den 1G. spt. 2O19:\n\nDrøftet"))
    assert facts(reading.paper) == facts(only(SOUND).paper)
    assert codes(reading) == {("unread_heading", "4")}


def test_an_agenda_of_the_layout_has_no_decisions() -> None:
    text = SOUND.replace("REFERAT", "DAGSORDEN")
    for begin in ("Direktionens møde den 16. september 2019:", "Direktionens møde den 2. september 2019:"):
        while begin in text:
            head, _, tail = text.partition(begin)
            ends = [at for at in (tail.find("\n\nPunkt "), tail.find("\n\nAdministrativ"), len(tail)) if at >= 0]
            text = head + tail[min(ends) :].lstrip("\n")
    paper = only(text).paper
    assert paper.kind is PaperKind.AGENDA
    assert [len(item.decisions) for item in paper.items] == [0] * 5
    assert [item.access for item in paper.items].count(Access.OPEN) == 4


def _score(shared: Path, labels: list[dict[str, Any]], read: list[dict[str, Any]]) -> float:
    spec = importlib.util.spec_from_file_location("score_reading", shared / "checks" / "score_reading.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    tally = score.Tally()
    score.score(labels, read, tally)
    total: float = score.f1(sum(tally.true.values()), sum(tally.claimed.values()), sum(tally.expected.values()))
    return total
