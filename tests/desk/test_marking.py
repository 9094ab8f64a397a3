"""Marks in the HTML of a text: on the right words, across no element, and changing nothing else."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.core.passages import Span, as_read, find, signs
from sagsgang.desk.marking import marked
from sagsgang.paper.blocks import parse
from sagsgang.writers.html import blocks_html

_MARK = re.compile(r"</?mark>")
_INSIDE = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
LINES = st.text(alphabet="ab &<>\"'*_-1.\t\n ", max_size=120)


def page(text: str) -> str:
    return blocks_html(parse(text), 4)


def words(text: str, quote: str, near: int = 0) -> str:
    """The page with the quote marked."""
    span = find(as_read(text), quote, near)
    assert span
    return marked(page(text), [span])


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("Taget er utæt.", "er utæt", "<p>Taget <mark>er utæt</mark>.</p>"),
        ("Tag & væg < 7", "& væg <", "<p>Tag <mark>&amp; væg &lt;</mark> 7</p>"),
        ("- et\n- to", "et to", "<ul><li><mark>et</mark></li><li><mark>to</mark></li></ul>"),
        ("et\n\nto tre", "et\nto", "<p><mark>et</mark></p>\n<p><mark>to</mark> tre</p>"),
    ],
)
def test_the_words_are_marked(text: str, quote: str, shown: str) -> None:
    assert words(text, quote) == shown


def test_overlapping_passages_become_one_mark() -> None:
    assert marked("<p>abcdef</p>", [Span(1, 4), Span(2, 5)]) == "<p>a<mark>bcde</mark>f</p>"


@given(text=LINES, start=st.integers(0, 60), length=st.integers(1, 40))
def test_nothing_but_marks_is_added_and_they_hold_the_words(text: str, start: int, length: int) -> None:
    read = as_read(text)
    span = Span(start, start + length)
    shown = marked(page(text), [span])
    assert _MARK.sub("", shown) == page(text)
    inside = signs(unescape("".join(_INSIDE.findall(shown))))
    assert inside == read[span.start : span.end]
    assert not any("<" in part for part in _INSIDE.findall(shown))


@given(text=LINES, start=st.integers(0, 60), length=st.integers(1, 40))
def test_what_is_read_is_found_where_it_stands(text: str, start: int, length: int) -> None:
    read = as_read(text)
    quote = read[start : start + length]
    assert find(read, " ".join(quote), start) == (Span(start, start + len(quote)) if quote else None)
