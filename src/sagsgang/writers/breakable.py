"""Words that no hyphenation can part (addresses, numbers without spaces) get places where a line may break."""

import re

_LONG = re.compile(r"\S{28,}")
_AFTER_MARK = re.compile(r"(?<=[/._&?=,;:@+-])(?=\w)")
_STRETCH = re.compile(r"[^\u200b]{45}(?=[^\u200b])")
_BREAK = "\u200b"
_ADDRESS = re.compile(r"((?:https?://|www\.)\S+)")


def breakable(text: str) -> str:
    """`text` with a zero-width space after marks in very long words, and within stretches that have none."""
    return _LONG.sub(lambda word: _with_breaks(word[0]), text)


def parted(text: str) -> tuple[str, ...]:
    """`text`, breakable, in stretches of which each is a web address or has none."""
    return tuple(breakable(part) for part in _ADDRESS.split(text) if part)


def is_address(part: str) -> bool:
    """Whether a stretch of text is a web address."""
    return bool(_ADDRESS.match(part))


def _with_breaks(word: str) -> str:
    return _STRETCH.sub(lambda stretch: stretch[0] + _BREAK, _AFTER_MARK.sub(_BREAK, word))
