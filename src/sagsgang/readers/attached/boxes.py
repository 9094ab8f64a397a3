"""Text under black boxes in a PDF: somebody drew over it, and whoever copies the page still reads it.

A page on which something dark is drawn is rendered, and a word whose whole place came out black is hidden: whether
the box is a drawing, a picture or a note, above the text or behind black text. White words in a dark heading show.
"""

import ctypes
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

PAGES_LIMIT = 2_000
RENDERED_LIMIT = 200  # pages on which something dark is drawn; more take too long for whoever waits
_OBJECTS_LIMIT, _CHARACTERS_LIMIT = 50_000, 50_000  # of one page
_SCALE, _LONGEST_SIDE = 2.0, 3_000  # pixels to a point, and pixels
_BLACK = 80  # of 255, the lightest that counts
_LEAST = 4.0  # points: thinner is a line
_LETTERS = 3  # of a hidden word, at least
_DRAWN_OVER = frozenset(
    {
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_POLYGON,
        pdfium.FPDF_ANNOT_LINE,
        pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_REDACT,
        pdfium.FPDF_ANNOT_FREETEXT,
    }
)


class Box(NamedTuple):
    """Pixels from the top left corner; the right column and the bottom row are outside."""

    left: int
    top: int
    right: int
    bottom: int

    def around(self, other: "Box") -> "Box":
        """The box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def beside(self, other: "Box") -> bool:
        """Whether they stand on one line."""
        return self.top < other.bottom and other.top < self.bottom


class _Picture(NamedTuple):
    """A rendered page in grey, a byte a pixel."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def is_black(self, box: Box) -> bool:
        """Whether nothing in the box can be told from black."""
        rows = range(box.top * self.stride, box.bottom * self.stride, self.stride)
        return all(max(self.pixels[row + box.left : row + box.right]) <= _BLACK for row in rows)


def pages_with_hidden_text(document: pypdfium2.PdfDocument) -> list[int]:
    """The numbers of the pages, from 1, on which words lie under something black."""
    suspects = (number for number in range(min(len(document), PAGES_LIMIT)) if _on(document, number, _is_dark))
    return [number + 1 for number in islice(suspects, RENDERED_LIMIT) if _on(document, number, _hides)]


def _on(document: pypdfium2.PdfDocument, number: int, asked: Callable[[pypdfium2.PdfPage], bool]) -> bool:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return False
    try:
        return asked(page)
    finally:
        page.close()


def _is_dark(page: pypdfium2.PdfPage) -> bool:
    """Whether something dark is drawn on the page that is no line."""
    width, height = page.get_size()
    objects = islice(page.get_objects(max_depth=4), _OBJECTS_LIMIT)
    return _is_drawn_over(page) or any(_covers(each.raw, width * height) for each in objects)


def _is_drawn_over(page: pypdfium2.PdfPage) -> bool:
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _DRAWN_OVER:
            return True
    return False


def _covers(drawn: "ctypes._Pointer[pdfium.fpdf_pageobject_t__]", page: float) -> bool:
    """Whether it may hide a word: a dark shape, or a picture that is not the page itself."""
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
        return False
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn, *edges):
        return False
    left, bottom, right, top = (edge.value for edge in edges)
    if min(right - left, top - bottom) < _LEAST:
        return False
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        return (right - left) * (top - bottom) < page / 2
    return _is_filled(drawn) or _is_stroked(drawn)


def _is_filled(path: "ctypes._Pointer[pdfium.fpdf_pageobject_t__]") -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value != pdfium.FPDF_FILLMODE_NONE and _is_black(path, pdfium.FPDFPageObj_GetFillColor)


def _is_stroked(path: "ctypes._Pointer[pdfium.fpdf_pageobject_t__]") -> bool:
    """Whether it is a line as broad as a word is high."""
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    return width.value >= _LEAST and _is_black(path, pdfium.FPDFPageObj_GetStrokeColor)


def _is_black(path: "ctypes._Pointer[pdfium.fpdf_pageobject_t__]", colour: Callable[..., int]) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    known = colour(path, *parts)
    *tones, opacity = (part.value for part in parts)
    return bool(known) and max(tones) <= _BLACK and opacity > _BLACK


def _hides(page: pypdfium2.PdfPage) -> bool:
    """Whether a word of the page stands in black."""
    picture = _picture(page)
    word, letters = Box(0, 0, 0, 0), 0
    for letter in _letters(page, picture):
        if not picture.is_black(letter):
            letters = 0
            continue
        longer = word.around(letter)
        # Between letters that are black themselves there is paper, but none under a box.
        goes_on = letters and word.beside(letter) and picture.is_black(longer)
        word, letters = (longer, letters + 1) if goes_on else (letter, 1)
        if letters >= _LETTERS:
            return True
    return False


def _picture(page: pypdfium2.PdfPage) -> _Picture:
    scale = min(_SCALE, _LONGEST_SIDE / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True, force_bitmap_format=pdfium.FPDFBitmap_Gray)
    try:
        return _Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()


def _letters(page: pypdfium2.PdfPage, picture: _Picture) -> Iterator[Box]:
    """The places of the letters and figures on the picture, in the order of the text."""
    text = page.get_textpage()
    try:
        for place in range(min(text.count_chars(), _CHARACTERS_LIMIT)):
            if chr(pdfium.FPDFText_GetUnicode(text, place)).isalnum():
                box = _place(page, picture, text.get_charbox(place))
                if box.left < box.right and box.top < box.bottom:
                    yield box
    finally:
        text.close()


def _place(page: pypdfium2.PdfPage, picture: _Picture, edges: tuple[float, float, float, float]) -> Box:
    """Where the part of the page is on the picture, however the page is turned; nowhere when it is outside."""
    left, bottom, right, top = edges
    corners = [_pixel(page, picture, x, y) for x, y in ((left, bottom), (right, top))]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Box(
        max(across[0], 0), max(down[0], 0), min(across[1] + 1, picture.width), min(down[1] + 1, picture.height)
    )


def _pixel(page: pypdfium2.PdfPage, picture: _Picture, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, across, down)
    return across.value, down.value
