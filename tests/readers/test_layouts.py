"""Minutes as other municipal systems print them, read by profiles; what they say stands in a file beside each."""

from typing import Any

import pytest

from sagsgang.paper.model import Access
from sagsgang.paper.store import to_json
from sagsgang.readers.base import Reading
from tests.readers.damage import DAMAGE
from tests.readers.facts import codes, expected, facts, only, source

LAYOUTS = ("L1", "L3", "L4", "L5", "L6", "L9", "L10", "L12", "L14", "L16", "L17", "L18", "other")
ANYWHERE = (
    "carriage returns",
    "decomposed letters",
    "extra blank lines",
    "trailing spaces",
    "soft hyphens",
    "indented",
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_minutes_of_the_layout_are_read_whole(layout: str) -> None:
    assert _said(only(source(layout))) == expected(layout)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("damage", ANYWHERE)
def test_plain_damage_costs_no_fact_in_any_layout(layout: str, damage: str) -> None:
    sound = source(layout)
    assert facts(only(DAMAGE[damage](sound)).paper) == facts(only(sound).paper)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_of_a_closed_item_stands_in_an_open_one(layout: str) -> None:
    paper = only(source(layout)).paper
    closed = [item.title for item in paper.items if item.access is Access.CLOSED]
    assert closed
    for item in paper.items:
        if item.access is Access.OPEN:
            assert not any(title in repr((item.sections, item.decisions, item.attachments)) for title in closed)


def test_a_layout_never_seen_says_how_sure_the_reading_is() -> None:
    doubt = next(doubt for doubt in only(source("other")).doubts if doubt.code == "layout")
    assert "90 %" in doubt.message


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name not in {"L6", "L12"}])
def test_the_fallback_finds_items_and_decisions_in_every_layout(layout: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sagsgang.readers.registry.KNOWN", ())
    reading = only(source(layout))
    wanted = expected(layout)["items"]
    assert ("layout", None) in codes(reading)
    assert [(item.number, item.title) for item in reading.paper.items] == [(w["number"], w["title"]) for w in wanted]
    assert [len(item.decisions) for item in reading.paper.items] == [len(w.get("decisions", [])) for w in wanted]


def _said(reading: Reading) -> dict[str, Any]:
    """The reading in the short form of the files with expected values: nothing that is empty."""
    paper = to_json(reading.paper)
    fields = ("kind", "authority", "body", "date", "start", "end", "place", "members", "absences")
    return {
        "layout": reading.layout,
        "doubts": sorted([code, item] for code, item in codes(reading)),
        **{field: paper[field] for field in fields if paper[field]},
        "items": [_item(item) for item in paper["items"]],
    }


def _item(item: dict[str, Any]) -> dict[str, Any]:
    lists = {
        "sections": ("kind", "heading", "text"),
        "points": ("number", "text"),
        "attachments": ("title", "document_number"),
        "decisions": ("body", "date", "text"),
        "treatments": ("body", "date"),
    }
    short = {name: [[part[key] for key in keys] for part in item[name]] for name, keys in lists.items()}
    return {name: value for name, value in (item | short).items() if value not in (None, [])}
