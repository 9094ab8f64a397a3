"""Headings of our own prints: their bookmarks name every one, whatever its words."""

from collections import Counter
from collections.abc import Iterable, Iterator

import pypdfium2

from sagsgang.readers.clean import UNDERLINE, clean_text, is_telling

# Among the keywords of every PDF that we write.
_OWN_MARK = "Sagsgang"
_BOOKMARKS_LIMIT = 20_000
Headings = Counter[tuple[str, int]]


def headings(document: pypdfium2.PdfDocument) -> Headings:
    """Of a print of ours, the headings of sections that are none by their words alone, with their pages."""
    if _OWN_MARK not in document.get_metadata_value("Keywords").split(", "):
        return Counter()
    return Counter(_sections(document))


def underlined(lines: Iterable[tuple[str, int]], wanted: Headings) -> Iterator[tuple[str, int]]:
    """`lines` with the mark of a heading under each that is one: as often on a page as it is bookmarked there."""
    for text, page in lines:
        yield text, page
        if text and wanted and wanted[key := (_squeezed(text), page)]:
            wanted[key] -= 1
            yield UNDERLINE, page


def _sections(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int]]:
    for mark, _ in zip(document.get_toc(), range(_BOOKMARKS_LIMIT), strict=False):
        place = mark.get_dest()
        title = clean_text(mark.get_title())
        if mark.level and place is not None and not is_telling(title):
            yield _squeezed(title), place.get_index() + 1


def _squeezed(text: str) -> str:
    """Without spaces and hyphens: a long heading stands on several lines."""
    return "".join(clean_text(text).split()).replace("-", "")
