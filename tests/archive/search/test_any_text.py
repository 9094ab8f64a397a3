"""Whatever is typed is a question, and whatever is written is found."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sagsgang.archive import search
from sagsgang.archive.search import Query
from sagsgang.archive.search.language import MAX_ATOMS, understand
from sagsgang.archive.search.words import word_list
from tests.archive.search.shelf import Placed, lay

pytestmark = [pytest.mark.database, pytest.mark.django_db]
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
signs = st.text(alphabet=st.sampled_from("ab æ\"*-()OR§:'\\|&!<>^{}.%_\0\N{COMBINING RING ABOVE}½ﷺ"), max_size=40)
letters = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@relaxed
@given(text=signs | st.text(max_size=80))
@example(text="-")
@example(text="OR")
@example(text='""')
@example(text='a OR OR -b "c')
@example(text="NEAR(a b) {title} : x")
@example(text="\ud800")
@example(text="æ" * 10_000)
def test_any_text_is_a_question(text: str) -> None:
    results = search.search(Query(audience="street", text=text, page=-3, size=10**9))
    assert results.total >= 0
    assert len(understand(text).asked) <= MAX_ATOMS


@pytest.mark.slow
@relaxed
@given(title=letters)
@example(title="Børnehave på Ærø, café ½ OR AND")
@example(title="x" * 500)
@example(title="İstanbul ŞİŞLİ ﬁ ß ǅ ١٢٣ Ⅷ ²")
@example(title="e\N{COMBINING ACUTE ACCENT}t")
def test_an_entry_is_found_by_any_of_its_own_words(title: str) -> None:
    ids = lay([Placed(title=title)])
    search.index(ids)
    for word in word_list(title):
        for text in (word, word.upper(), f'"{word}"', f"{word}*"):
            hits = search.search(Query(audience="street", text=text, size=100)).hits
            assert not understand(text).asked or ids[0] in [hit.entry_id for hit in hits], (title, text)


def test_filters_of_any_value_are_safe() -> None:
    wild = ("'; DROP TABLE x; --", "§", "", '"', "\0")
    results = search.search(
        Query(
            audience="'\"", text="a", outcomes=wild, item_types=wild, kle_groups=wild, access="'", years=(-1, 10**9)
        )
    )
    assert results.hits == ()
