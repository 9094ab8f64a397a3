"""Whether the width of a page, and not the author, ended the lines of a source."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sagsgang.readers.base import Line

# So many sentences that go on below tell how wide the lines are, if so large a part of them are full.
_FEWEST = 4
_MOST_FULL = 0.7
_NARROWEST, _WIDEST = 40, 130
# What begins an entry of a list; under "den" it is a date: "den", "1. april".
_LISTED = re.compile(r"(?:[-–·•*o]|\d{1,3}[.)]|[a-zæøå]\)) ")
_BEFORE_DATE = (" den", " d.")
_CELLS = re.compile(r"\t| {3}")


class Wrapping:
    """Where the lines of one source end; in most sources a line is a whole paragraph, and nothing goes on."""

    def __init__(self, lines: Sequence[Line]) -> None:
        ends = [
            (len(one.text.rstrip()), _first_word(other.text))
            for one, other in pairwise(lines)
            if other.text and len(one.text) > _NARROWEST and other.text.lstrip()[:1].islower()
        ]
        width = max((length for length, _ in ends), default=0)
        full = sum(length + 1 + word > width for length, word in ends)
        is_wrapped = len(ends) >= _FEWEST and full >= _MOST_FULL * len(ends) and width <= _WIDEST
        self._width = width if is_wrapped else 0

    def goes_on(self, length: int, last: str, text: str) -> bool:
        """Whether `text` had no room behind the line of that length which `last` ends with."""
        if not self._width or length + 1 + _first_word(text) <= self._width:
            return False
        if _CELLS.search(last) or _CELLS.search(text):
            return False
        return not _LISTED.match(text) or last.endswith(_BEFORE_DATE)


def _first_word(text: str) -> int:
    return len(text.split(maxsplit=1)[0])
