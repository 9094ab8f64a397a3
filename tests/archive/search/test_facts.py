"""The facts that the index keeps for the counts."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.archive.search import facts, sql
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.paper.model import Access, ItemType
from tests.archive.search.shelf import COUNCIL, Placed
from tests.archive.search.test_answer import ask
from tests.archive.search.test_finding import shelve


@given(
    st.integers(1, 9999),
    st.integers(0, 100_000),
    st.sampled_from(["", *ItemType]),
    st.sampled_from(["", *OutcomeKind]),
    st.from_regex(r"\A(\d\d(\.\d\d)?)?\Z").filter(str.isascii),
    st.sampled_from(Access),
)
def test_what_was_written_is_read(year: int, body: int, kind: str, outcome: str, kle: str, access: str) -> None:
    written = facts.written(year, body, kind, outcome, kle, access)
    written.encode()
    read = {name: facts.meaning(name, facts.cells(written, name)[0]) for name in facts.NAMES if name != "groups"}
    assert read == {
        "years": str(year),
        "bodies": str(body),
        "item_types": kind,
        "outcomes": outcome,
        "kle_groups": kle,
        "access": access,
    }


def test_the_index_may_go_on_with_what_it_kept() -> None:
    values = [facts.meaning("outcomes", chr(place)) for place in range(1, len(OutcomeKind) + 2)]
    assert " ".join(values) == (
        " approved approved_amended approved_partly recommended noted discussed postponed sent_back rejected"
        " withdrawn referred stops_here elected none"
    )
    assert [facts.meaning("item_types", one) for one in "\1\2\3\4"] == ["", "decision", "discussion", "information"]
    assert [facts.meaning("access", one) for one in "\1\2"] == ["open", "closed"]
    assert facts.written(2025, 7, "decision", "noted", "85.11.06", "open") == "\xe2\x08\x02\x06\x57\x0d\x01"


@pytest.mark.parametrize("number", ["", "x", "8", "KLE 85", "\N{ARABIC-INDIC DIGIT EIGHT}5.11"])
def test_a_number_that_is_none_of_kle_has_no_group(number: str) -> None:
    written = facts.written(2025, 7, "", "", number, "open")
    assert facts.meaning("kle_groups", facts.cells(written, "kle_groups")[0]) == ""


@pytest.mark.database
@pytest.mark.django_db
def test_an_index_of_before_counts_and_filters_as_before() -> None:
    shelve(
        Placed(title="Bro", body=COUNCIL, outcome="approved", kle_number="05.01.00"),
        Placed(title="Bro", outcome="noted", item_type="", kle_number="85.11.06"),
        Placed(title="Bro", access="closed"),
    )
    queries: tuple[dict[str, Any], ...] = ({}, {"kle_groups": ("85.11",)}, {"kle_groups": ("05",)})
    before = [ask("bro", **query) for query in queries]
    for key, kept in sql.rows("SELECT key, facts FROM search_document"):
        year, body, kind, outcome, kle, access = (
            facts.meaning(name, facts.cells(kept, name)[0]) for name in facts.NAMES if name != "groups"
        )
        old = f"{year}|{body};{kind}|{outcome}|{access};{kle}"
        sql.run("UPDATE search_document SET facts = %s WHERE key = %s", [old, key])
    migration = import_module("sagsgang.archive.migrations.0008_short_facts")
    migration.shorten(apps, SimpleNamespace(connection=connection))
    assert [ask("bro", **query) for query in queries] == before
