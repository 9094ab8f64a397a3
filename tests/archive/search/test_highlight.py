"""Which words of a text are marked, whatever letters they are written with."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sagsgang.archive import search
from sagsgang.archive.search import Query
from sagsgang.archive.search.analyser import PART, parts, term
from sagsgang.archive.search.highlight import Highlighter
from sagsgang.archive.search.match import Phrase, Prefix
from sagsgang.archive.search.words import folded, plain, word_list
from tests.archive.search.shelf import Placed, lay

quick = settings(max_examples=200, deadline=None)
danish = st.text(alphabet="aeoæøåAEOÆØÅskl", min_size=1, max_size=8)
texts = st.lists(danish | st.text(alphabet="aåéſı3ßÅ", min_size=1, max_size=4), min_size=1).map(" ".join)


def marked(html: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", html)


@quick
@given(text=texts, begun=danish, length=st.integers(1, 4))
@example(text="så sæt saa sø så", begun="så", length=2)
@example(text="ſkole Skole", begun="skole", length=3)
def test_of_a_beginning_exactly_the_words_that_begin_so_are_marked(text: str, begun: str, length: int) -> None:
    start = folded(begun)[:length]
    html = Highlighter([(Prefix(start),)], {}).title(text)
    assert marked(html) == [word for word in word_list(text) if folded(word).startswith(start)]


@quick
@given(word=danish | st.text(min_size=1, max_size=8))
@example(word="ÆLDRE")
@example(word="Å")
@example(word="École")
@example(word="\N{KELVIN SIGN}")
def test_a_word_is_written_plainly_as_its_small_letters_are(word: str) -> None:
    assert plain(word) == plain(word.upper().lower()) or not word.isalnum()
    assert plain(plain(word)) == plain(word)


@pytest.mark.parametrize("asked", ["ærø", "lokal", "skole", "tage", "år"])
@pytest.mark.parametrize(
    "written", ["Ærøfærgen", "AEROEFÆRGE", "LOKALPLAN", "lokaletager", "Folkeskolerne", "kørselsår"]
)
def test_of_a_part_the_compounds_are_marked_that_have_it(asked: str, written: str) -> None:
    group = (Phrase((term(asked),)), Phrase((PART + term(asked),)))
    html = Highlighter([group], {}).title(f"Om {written} her")
    assert marked(html) == ([written] if PART + term(asked) in parts(written) else [])


@pytest.mark.database
@pytest.mark.django_db
@pytest.mark.parametrize("word", ["å", "Å", "É", "7", "x" * 50])
def test_words_too_short_or_too_long_for_the_vocabulary_are_marked(word: str) -> None:
    search.index(lay([Placed(title=f"Ved {word} nu")]))
    assert marked(search.search(Query(audience="street", text=word)).hits[0].title) == [word]


@pytest.mark.database
@pytest.mark.django_db
def test_what_is_read_beforehand_changes_nothing() -> None:
    search.index(lay([Placed(title="Bro")]))
    search.read_in()
    assert search.search(Query(audience="street", text="bro")).total == 1
