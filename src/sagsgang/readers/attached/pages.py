"""The text of an attachment page by page, for search: what its reader sees, and nothing that hides in the file."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from sagsgang.readers.attached import kinds, office
from sagsgang.readers.attached.boxes import pages_with_hidden_text
from sagsgang.readers.attached.personal import personal
from sagsgang.readers.extract import Refused, extracted, ocr

MAX_TEXT = 200_000  # characters of one file: about a hundred printed pages; what follows is not searched
_PAGES_LIMIT = 2_000
_OCR_SECONDS = 120.0  # for all pictures of one file
_LEAST = 3  # letters and digits; a page with fewer is as good as a picture
_NO_PAGES = 0
_READ = frozenset({kinds.WORD, kinds.OPEN_TEXT, kinds.PLAIN})
_HIDING = frozenset({"hidden_text", "tracked_changes"})
_BROKEN_WORD = re.compile("[\x02\u00ad\ufffe]\r?\n?|(?<=[a-zæøå])-\r?\n(?=[a-zæøå])(?!og |eller )")
_SENSELESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


class Source(NamedTuple):
    """Where the bytes lie, and the name they go by."""

    path: Path
    name: str


class Page(NamedTuple):
    """The text of a page; `number` counts from 1, and is 0 where the file has no pages before it is printed."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages with a text. `personal`: something that looks like a personal number stands on one of them."""

    pages: tuple[Page, ...]
    personal: bool


def pages(source: Source) -> Pages | None:
    """The pages of the file within MAX_TEXT; None when it cannot be read, which it never will. In a child process."""
    try:
        data = source.path.read_bytes()
        found = tuple(_bounded(_pages(data, source.name)))
    except (Refused, pypdfium2.PdfiumError, MemoryError, OSError, ValueError):
        return None
    said = "\n".join(page.text for page in found)
    return Pages(found, "personal_number" in personal(said))


def _bounded(found: Iterator[Page]) -> Iterator[Page]:
    room = MAX_TEXT
    for page in found:
        text = " ".join(_SENSELESS.sub(" ", _BROKEN_WORD.sub("", page.text)).split())[:room]
        room -= len(text)
        if text:
            yield Page(page.number, text)
        if room <= 0:
            return


def _pages(data: bytes, name: str) -> Iterator[Page]:
    kind = kinds.kind_of(data, name)
    if kind is kinds.PDF:
        yield from _of_pdf(data)
    elif kind in _READ:
        if kind.office and office.look(data).codes & _HIDING:
            raise Refused(kinds.UNKNOWN)
        yield Page(_NO_PAGES, "\n".join(line.text for line in extracted(data, name).lines))


def _of_pdf(data: bytes) -> Iterator[Page]:
    document = pypdfium2.PdfDocument(data)
    try:
        # Under a black box stands what somebody meant to take out: of such a page counts only what can be seen.
        hidden = frozenset(pages_with_hidden_text(document))
        until = time.monotonic() + _OCR_SECONDS
        for number in range(1, min(len(document), _PAGES_LIMIT) + 1):
            text = "" if number in hidden else _text(document, number)
            if sum(map(str.isalnum, text)) < _LEAST:
                text = _seen(document, number) if time.monotonic() < until else ""
            yield Page(number, text)
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number - 1]
    try:
        return str(page.get_textpage().get_text_range())
    finally:
        page.close()


def _seen(document: pypdfium2.PdfDocument, number: int) -> str:
    """What can be read on the picture of the page where the machine has Tesseract; "" otherwise."""
    if not ocr.is_installed():
        return ""
    try:
        return "\n".join(piece.text for piece in ocr.sheets(document, [number])[number].pieces)
    except Refused:
        return ""
