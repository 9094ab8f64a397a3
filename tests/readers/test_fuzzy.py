"""A heading two letters off is the heading; a word three letters off, or a short one, is another word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.spelling import distance_within, slack
from sagsgang.readers.fuzzy import Near
from sagsgang.readers.roles import ALL_WORDS, Role, table

WORDS = table(ALL_WORDS)
NEAR = Near(WORDS.items())


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("0konomiske konsekvenser", "økonomiske konsekvenser"),
        ("sagstvpe", "sagstype"),
        ("lndstillinger", "indstillinger"),
        ("sagsfrernstilling", "sagsfremstilling"),
        ("bllag", "bilag"),
        ("bi1ag", "bilag"),
    ],
)
def test_slips_of_a_scanner_are_found(slip: str, word: str) -> None:
    assert NEAR.find(slip) == (word, WORDS[word])


@pytest.mark.parametrize("other", ["bolig", "tema", "møder", "indhold", "venstre side", ""])
def test_other_words_are_not(other: str) -> None:
    assert NEAR.find(other) is None


@given(st.sampled_from(sorted(word for word in WORDS if len(word) > 9)), st.data())
def test_any_two_replaced_letters_are_forgiven(word: str, data: st.DataObject) -> None:
    letters = list(word)
    for _ in range(2):
        letters[data.draw(st.integers(0, len(word) - 1))] = data.draw(st.sampled_from("xqz01"))
    found = NEAR.find("".join(letters))
    assert found is not None
    assert distance_within("".join(letters), found[0], slack(found[0]))


def test_the_shortest_words_must_be_right() -> None:
    assert slack("tema") == 0
    assert Near([("tema", Role.SUMMARY)]).find("tema") is None
