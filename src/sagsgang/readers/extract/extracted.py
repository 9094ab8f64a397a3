"""What an extractor hands over before the lines are numbered."""

from collections.abc import Iterable
from dataclasses import dataclass

from sagsgang.readers.base import Line


@dataclass(frozen=True, slots=True)
class Extracted:
    """The lines of a file, and the pages (from 1) that hold a picture of text which could not be read."""

    lines: tuple[Line, ...]
    unread_pages: tuple[int, ...] = ()


def numbered(texts: Iterable[str]) -> Extracted:
    """Lines of a source that has no pages."""
    return paged((text, None) for text in texts)


def paged(texts: Iterable[tuple[str, int | None]], unread_pages: tuple[int, ...] = ()) -> Extracted:
    """Lines with the page that each begins on; blank lines never begin the text nor stand in pairs."""
    lines: list[Line] = []
    blank = True
    for text, page in texts:
        text = text.rstrip()
        if text or not blank:
            lines.append(Line(text, len(lines) + 1, page))
        blank = not text
    if lines and not lines[-1].text:
        lines.pop()
    return Extracted(tuple(lines), unread_pages)
