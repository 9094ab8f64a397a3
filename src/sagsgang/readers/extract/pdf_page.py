"""A PDF's page as pieces of text, asked from PDFium with as few questions as will do."""

import ctypes
import re
from collections.abc import Iterator
from statistics import median

import pypdfium2.raw as pdfium

from sagsgang.readers.extract.pieces import Piece

CHARACTERS_LIMIT = 400_000
_LINE = re.compile("[^\r\n\u0002\ufffe]+[\u0002\ufffe]?")
_SPACES = re.compile("[ \u00a0\t]+")
_BOLD = re.compile(rb"bold|black|heavy|semibd|-bd", re.IGNORECASE)
_NAME_SIZE = 128


def pieces(page: object, number: int) -> tuple[Piece, ...]:
    """The pieces of an open PDFium page, in the order of the file."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return ()
    try:
        return tuple(_Asked(text_page, number).pieces())
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class _Asked:
    """One page's text, and the place of each of its characters."""

    def __init__(self, text_page: object, number: int) -> None:
        self._page = text_page
        self._number = number
        self._count = min(pdfium.FPDFText_CountChars(text_page), CHARACTERS_LIMIT)
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(_NAME_SIZE)
        self._flags = ctypes.c_int()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def pieces(self) -> Iterator[Piece]:
        if self._count <= 0:
            return
        text = self._text()
        aligned = len(text) == self._count
        for match in _LINE.finditer(text):
            start, end = _trimmed(text, *match.span())
            if start < end:
                yield from self._line(text, start, end, aligned)

    def _text(self) -> str:
        """The page's text, one character a place: those beyond the basic plane take two, as in UTF-16."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        written = pdfium.FPDFText_GetText(self._page, 0, self._count, buffer)
        raw = bytes(buffer)[: max(0, written - 1) * 2]
        return re.sub("[\U00010000-\U0010ffff]", "\\g<0>\u2060", raw.decode("utf-16-le", "replace"))

    def _line(self, text: str, start: int, end: int, aligned: bool) -> Iterator[Piece]:
        def place(at: int) -> int:
            return at if aligned else int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, at))

        gaps = [
            (match.start(), match.end(), self._left(place(match.end())) - self._right(place(match.start() - 1)))
            for match in _SPACES.finditer(text, start, end)
        ]
        size = self._height(place(start))
        cuts = _wide(gaps, size)
        at = start
        for left, right, _ in (*cuts, (end, end, 0.0)):
            word = next((gap[0] for gap in gaps if at < gap[0] <= left), left)
            yield self._piece(text[at:left], place(at), place(word - 1), place(left - 1), size)
            at = right

    def _piece(self, text: str, first: int, word: int, last: int, size: float) -> Piece:
        pdfium.FPDFText_GetCharOrigin(self._page, first, self._x, self._y)
        x0 = self._left(first)
        return Piece(
            text=text.replace("\u2060", "").replace("\u00a0", " "),
            page=self._number,
            x0=x0,
            x1=self._right(last),
            y=self._y.value,
            size=size,
            lead=self._right(word) - x0,
            bold_start=self._is_bold(first),
            bold_end=self._is_bold(last),
        )

    def _left(self, index: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box)
        return float(self._box.left)

    def _right(self, index: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box)
        return float(self._box.right)

    def _height(self, index: int) -> float:
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box)
        return max(1.0, float(self._box.top - self._box.bottom))

    def _is_bold(self, index: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, _NAME_SIZE, self._flags)
        if 0 < length <= _NAME_SIZE and _BOLD.search(self._name.raw[: length - 1]):
            return True
        return bool(pdfium.FPDFText_GetFontWeight(self._page, index) >= 600)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \u00a0\t":
        start += 1
    while start < end and text[end - 1] in " \u00a0\t":
        end -= 1
    return start, end


def _wide(gaps: list[tuple[int, int, float]], size: float) -> list[tuple[int, int, float]]:
    """The gaps that part cells: much wider than a letter, and than the other gaps of a justified line."""
    if not gaps:
        return []
    usual = median(gap[2] for gap in gaps) if len(gaps) > 2 else 0.0
    least = max(1.1 * size, 2.5 * usual)
    return [gap for gap in gaps if gap[2] >= least]
