"""Words a few letters off: what a scanner makes of headings. Only for short lines that stand alone."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")

_PIECE = 3


def distance_within(a: str, b: str, limit: int) -> bool:
    """Whether `a` becomes `b` by at most `limit` letters put in, left out or replaced (Levenshtein)."""
    if abs(len(a) - len(b)) > limit:
        return False
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
        if min(row) > limit:
            return False
    return row[-1] <= limit


def slack(word: str) -> int:
    """How many letters of `word` may be wrong before it could be another word: none in the short, two in the long."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


class Near(Generic[Value]):
    """Finds the nearest known word. Two slips leave one of three places of a word whole, so those are the index."""

    def __init__(self, words: Iterable[tuple[str, Value]]) -> None:
        self._by_piece: dict[str, list[tuple[str, Value]]] = {}
        for word, value in words:
            if slack(word):
                for piece in {word[:_PIECE], word[-_PIECE:], *_middle(word, 0)}:
                    self._by_piece.setdefault(piece, []).append((word, value))

    def find(self, text: str) -> tuple[str, Value] | None:
        """The known word, and its value, that `text` (in lower case) is at most its slack away from."""
        pieces = {text[:_PIECE], text[-_PIECE:], *_middle(text, 2)}
        for piece in sorted(pieces & self._by_piece.keys()):
            for word, value in self._by_piece[piece]:
                if distance_within(text, word, slack(word)):
                    return word, value
        return None


def _middle(word: str, around: int) -> Iterable[str]:
    at = (len(word) - _PIECE) // 2
    return [word[i : i + _PIECE] for i in range(max(0, at - around), at + around + 1)]
