"""The facts that the index keeps for the counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.archive.search import facts
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.paper.model import Access, ItemType


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
