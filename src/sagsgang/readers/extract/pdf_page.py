"""A PDF's page as pieces of text, asked from PDFium with as few questions as will do."""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from sagsgang.readers.extract.pieces import Piece
from sagsgang.readers.extract.refused import Refused

CHARACTERS_LIMIT = 500_000  # of one page
TOO_MUCH_TEXT = "PDF-filen rummer mere tekst, end et dokument kan have, og bliver ikke læst."
_LINE = re.compile("[^\r\n\u0002\ufffe]+[\u0002\ufffe]?")
_SPACES = re.compile("[ \u00a0\t]+")
_BOLD = re.compile(rb"bold|black|heavy|semibd|-bd", re.IGNORECASE)
_NAME_SIZE = 128
_LONGEST_FIGURE = 20  # letters: a longer cell is set from the left


def pieces(page: object, number: int) -> tuple[Piece, ...]:
    """The pieces of an open PDFium page, in the order of the file."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return ()
    try:
        return tuple(_Asked(text_page, number).pieces())
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class _Gap(NamedTuple):
    """White space between the text's places `start` and `end`: how wide, and where the next word begins."""

    start: int
    end: int
    x: float
    width: float


class _Line(NamedTuple):
    """A line between two places of the text, its left edge and size, its gaps, and where cells behind gaps end."""

    start: int
    end: int
    left: float
    size: float
    gaps: list[_Gap]
    wide: list[_Gap]
    ends: list[float]
    place: Callable[[int], int]


class _Asked:
    """One page's text, and the place of each of its characters."""

    def __init__(self, text_page: object, number: int) -> None:
        self._page = text_page
        self._number = number
        self._count = pdfium.FPDFText_CountChars(text_page)
        if self._count > CHARACTERS_LIMIT:
            raise Refused(TOO_MUCH_TEXT)
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(_NAME_SIZE)
        self._flags = ctypes.c_int()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def pieces(self) -> Iterator[Piece]:
        if self._count <= 0:
            return
        text = self._text()
        aligned = len(text) == self._count
        spans = (_trimmed(text, *match.span()) for match in _LINE.finditer(text))
        lines = [self._line(text, start, end, aligned) for start, end in spans if start < end]
        columns = Counter(round(x) for line in lines for x in (line.left, *(gap.x for gap in line.wide)))
        columns.update(-round(x) for line in lines for x in line.ends)
        for line in lines:
            yield from self._cut(text, line, columns)

    def _text(self) -> str:
        """The page's text, one character a place: those beyond the basic plane take two, as in UTF-16."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        written = pdfium.FPDFText_GetText(self._page, 0, self._count, buffer)
        raw = bytes(buffer)[: max(0, written - 1) * 2]
        return re.sub("[\U00010000-\U0010ffff]", "\\g<0>\u2060", raw.decode("utf-16-le", "replace"))

    def _line(self, text: str, start: int, end: int, aligned: bool) -> _Line:
        def place(at: int) -> int:
            return at if aligned else int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, at))

        gaps = []
        for match in _SPACES.finditer(text, start, end):
            x = self._left(place(match.end()))
            gaps.append(_Gap(match.start(), match.end(), x, x - self._right(place(match.start() - 1))))
        size = self._height(place(start))
        wide = _wide(gaps, size)
        ends = [gap.x - gap.width for gap in wide[1:]]
        if wide and end - wide[-1].end <= _LONGEST_FIGURE:
            ends.append(self._right(place(end - 1)))
        return _Line(start, end, self._left(place(start)), size, gaps, wide, ends, place)

    def _cut(self, text: str, line: _Line, columns: Counter[int]) -> Iterator[Piece]:
        """The line's pieces. A gap of middling width parts them only where other lines have a column there, too.

        `columns` counts where cells begin, and with a minus where they end, as those with figures do.
        """
        right = [*line.ends, *[0.0] * (len(line.wide) - len(line.ends))]
        cuts = [
            gap
            for gap, end in zip(line.wide, right, strict=True)
            if gap.width > 3 * line.size or columns[round(gap.x)] > 1 or (end and columns[-round(end)] > 1)
        ]
        at = line.start
        for left, next_at in (*((gap.start, gap.end) for gap in cuts), (line.end, line.end)):
            # At a space that does not break the line could not have ended.
            ends = (gap.start for gap in line.gaps if at < gap.start <= left and text[gap.start] != "\u00a0")
            word = next(ends, left)
            yield self._piece(text[at:left], line.place(at), line.place(word - 1), line.place(left - 1), line.size)
            at = next_at

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


def _wide(gaps: list[_Gap], size: float) -> list[_Gap]:
    """The gaps that may part cells: much wider than a letter, and than the other gaps of a justified line."""
    if not gaps:
        return []
    usual = sorted(gap.width for gap in gaps)[len(gaps) // 4] if len(gaps) > 2 else 0.0
    # A row whose every cell is one word has no gap that is not wide.
    least = 1.1 * size if usual > 1.1 * size else max(1.1 * size, 2.5 * usual)
    return [gap for gap in gaps if gap.width >= least]
