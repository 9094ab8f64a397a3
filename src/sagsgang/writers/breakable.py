"""Words that no hyphenation can part (addresses, numbers without spaces) get places where a line may break."""

import re

_LONG = re.compile(r"\S{28,}")
_AFTER_MARK = re.compile(r"(?<=[/._&?=,;:@+-])(?=\w)")
_STRETCH = re.compile(r"[^\u200b]{45}(?=[^\u200b])")
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """`text` with a zero-width space after marks in very long words, and within stretches that have none."""
    return _LONG.sub(lambda word: _parted(word[0]), text)


def _parted(word: str) -> str:
    return _STRETCH.sub(lambda stretch: stretch[0] + _BREAK, _AFTER_MARK.sub(_BREAK, word))
