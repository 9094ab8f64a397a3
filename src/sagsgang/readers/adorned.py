"""Headings with a number, a bullet or brackets around them, where a whole paper has them so: "1. Resume"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sagsgang.readers.roles import SECTIONS, Role

_FIRSTS = frozenset("0123456789[(-–—•·*o")
_NUMBER = r"\d{1,2}(?:\.\d{1,2})?[.)] {0,3}"
_BULLET = r"[-–—•·*o] {1,3}"
_ADORNED = re.compile(
    rf"(?:(?P<number>{_NUMBER})|(?P<bullet>{_BULLET})|[\[(] ?)(?P<word>[^\W\d][^\[\]()]{{3,60}}?)[ :.]*[\])]?$"
)
_HEADINGS = SECTIONS | {
    Role.TYPE,
    Role.ROUTE,
    Role.DECIDER,
    Role.ATTACHMENTS,
    Role.CONTENTS,
    Role.DECISION,
    Role.HISTORY,
}
# So many different headings look so before any is believed: a text may name one or two.
_ENOUGH = 3


def unadorned(texts: list[str], words: Mapping[str, Role], *, numbered: bool) -> list[str]:
    """The lines with each such heading bare, where the paper has hardly a heading without.

    A list's entries follow right upon each other, and are let be. `numbered`: whether a number may be what is around
    a heading; where items begin with a number of their own, it may not.
    """
    found = dict(_adorned(texts, words, numbered=numbered))
    if len({word.casefold() for word in found.values()}) < _ENOUGH:
        return texts
    plain = sum(words.get(text.casefold().rstrip(" :.")) in _HEADINGS for text in texts if text)
    alone = {at: word for at, word in found.items() if _next(texts, at) not in found}
    if len({word.casefold() for word in alone.values()}) < _ENOUGH or plain * 2 > len(alone):
        return texts
    return [alone.get(at, text) for at, text in enumerate(texts)]


def _adorned(texts: Sequence[str], words: Mapping[str, Role], *, numbered: bool) -> Iterator[tuple[int, str]]:
    for at, text in enumerate(texts):
        match = _ADORNED.match(text) if text[:1] in _FIRSTS and text else None
        if match and (numbered or not match["number"]) and words.get(match["word"].casefold()) in _HEADINGS:
            yield at, match["word"]


def _next(texts: Sequence[str], at: int) -> int:
    return next((after for after in range(at + 1, len(texts)) if texts[after]), -1)
