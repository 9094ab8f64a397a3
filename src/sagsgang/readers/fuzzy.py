"""Words a few letters off: what a scanner makes of headings. Only for short lines that stand alone."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from sagsgang.danish.spelling import distance_within, slack

Value = TypeVar("Value")

_PIECE = 3
# A slip in the middle of a short word touches all three places; two letters at one end are whole all the same.
_SHORT, _SHORT_PIECE = 7, 2
# A word, its value, its slack and its letters: two slips change at most four letters of the set.
_Known = tuple[str, Value, int, frozenset[str]]


class Near(Generic[Value]):
    """Finds the nearest known word. Two slips leave one of three places of a word whole, so those are the index."""

    def __init__(self, words: Iterable[tuple[str, Value]]) -> None:
        self._firsts: dict[str, list[_Known[Value]]] = {}
        self._lasts: dict[str, list[_Known[Value]]] = {}
        self._middles: dict[str, list[_Known[Value]]] = {}
        self._longest = 0
        for word, value in words:
            if slack(word):
                known = (word, value, slack(word), frozenset(word))
                at = (len(word) - _PIECE) // 2
                self._firsts.setdefault(word[:_PIECE], []).append(known)
                self._lasts.setdefault(word[-_PIECE:], []).append(known)
                self._middles.setdefault(word[at : at + _PIECE], []).append(known)
                if len(word) < _SHORT:
                    self._firsts.setdefault(word[:_SHORT_PIECE], []).append(known)
                    self._lasts.setdefault(word[-_SHORT_PIECE:], []).append(known)
                self._longest = max(self._longest, len(word) + slack(word))

    def find(self, text: str) -> tuple[str, Value] | None:
        """The known word, and its value, that `text` (in lower case) is at most its slack away from."""
        size = len(text)
        if not _PIECE < size <= self._longest:
            return None
        at = (size - _PIECE) // 2
        candidates = [*self._firsts.get(text[:_PIECE], ()), *self._lasts.get(text[-_PIECE:], ())]
        for begin in range(max(0, at - 2), at + 3):
            candidates += self._middles.get(text[begin : begin + _PIECE], ())
        if size <= _SHORT:
            candidates += self._firsts.get(text[:_SHORT_PIECE], ())
            candidates += self._lasts.get(text[-_SHORT_PIECE:], ())
        if not candidates:
            return None
        letters = frozenset(text)
        for word, value, limit, known in candidates:
            near = -limit <= len(word) - size <= limit and len(letters ^ known) <= 2 * limit
            if near and distance_within(text, word, limit):
                return word, value
        return None
