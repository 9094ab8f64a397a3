"""How two editions of one meeting differ: fields, counts and items, without a word of either."""

from dataclasses import replace

from sagsgang.archive.differences import differences
from tests.archive.papers import DAY, item, minutes, section


def test_fields_counts_and_items_are_named() -> None:
    one = minutes(DAY, item(sections=(section("Skolen får nye vinduer."),)), item("2", "Kun her"))
    other = replace(minutes(DAY, item(title="Andet", sections=())), place="Lokale 9")
    said = list(differences(one, other))
    assert said[:3] == ["forskel i stedet", "punkter: 2 mod 1", "afsnit: 2 mod 0"]
    assert "punkt 1: forskel i titlen, afsnittene" in said
    assert "punkt 2: findes kun i det første" in said
    assert not [line for line in said if "vinduer" in line or "Lokale" in line]


def test_equal_papers_differ_in_nothing() -> None:
    assert list(differences(minutes(), minutes())) == []
