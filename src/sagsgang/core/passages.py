"""Where a quote stands in a text as people read it: by its signs alone, as white space is lost when one copies."""

import re
from dataclasses import dataclass
from html import unescape

from sagsgang.paper.blocks import parse
from sagsgang.writers.html import blocks_html

_TAG = re.compile(r"<[^>]*>")
_LEVEL = 4  # of headings: it does not show in what is read


@dataclass(frozen=True, slots=True)
class Span:
    """From the sign `start` up to the sign `end`, counted from 0 without white space."""

    start: int
    end: int


def signs(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def as_read(text: str) -> str:
    """The signs of a paper's text as its page shows them: no signs of lists, no marks of bold words."""
    return signs(unescape(_TAG.sub("", blocks_html(parse(text), _LEVEL))))


def find(read: str, quote: str, near: int = 0) -> Span | None:
    """Where the quote stands among the signs that are read; the place nearest to `near` when it stands there often.

    None when it does not, or when there is nothing in it.
    """
    wanted = signs(quote)
    after = read.find(wanted, max(near, 0)) if wanted else -1
    before = read.rfind(wanted, 0, max(near, 0) + len(wanted)) if wanted else -1
    places = [place for place in (before, after) if place >= 0]
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - near))
    return Span(start, start + len(wanted))
