"""The few marks that old systems leave inside a line of text: underline and bold, as spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"<(/?)(u|b|i|strong|em)>|\*\*", re.IGNORECASE)
_STYLES = {"u": "underline", "b": "bold", "strong": "bold", "i": "italic", "em": "italic"}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style: "" (plain), "underline", "bold" or "italic"."""

    text: str
    style: str = ""


def spans(text: str) -> tuple[Span, ...]:
    """`text` without its marks, in stretches of one style; of marks inside marks the inner one counts."""
    return tuple(span for span in _spans(text) if span.text)


def bare(text: str) -> str:
    """`text` without its marks."""
    return "".join(span.text for span in spans(text))


def _spans(text: str) -> Iterator[Span]:
    at, style = 0, ""
    for mark in _MARK.finditer(text):
        yield Span(text[at : mark.start()], style)
        at, style = mark.end(), _style_after(mark, style)
    yield Span(text[at:], style)


def _style_after(mark: re.Match[str], style: str) -> str:
    if mark[2] is None:
        return "" if style == "bold" else "bold"
    return "" if mark[1] else _STYLES[mark[2].lower()]
