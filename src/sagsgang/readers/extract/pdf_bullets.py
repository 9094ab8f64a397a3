"""Bullets that were drawn as small shapes, as browsers do when they print: put back before their text."""

import ctypes
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import pypdfium2.raw as pdfium

from sagsgang.readers.extract.pieces import Piece

_OBJECTS_LIMIT = 10_000  # of one page
_LEVEL_LIMIT = 20  # at the height of one piece
_SMALLEST, _LARGEST = 1.5, 6.0  # points


class _Shape(NamedTuple):
    middle: float
    left: float
    right: float


def with_bullets(page: object, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, those with a drawn bullet just before them marked with "•"."""
    shapes = sorted(_shapes(page))
    for piece in pieces:
        shape = _before(piece, shapes) if shapes else None
        if shape is None:
            yield piece
        else:
            yield replace(piece, text=f"• {piece.text}", x0=shape.left, lead=piece.lead + piece.x0 - shape.left)


def _before(piece: Piece, shapes: list[_Shape]) -> _Shape | None:
    """The shape between the piece's baseline and the height of its small letters, close to its left."""
    at = bisect_left(shapes, _Shape(piece.y, 0, 0))
    level = (shape for shape in shapes[at : at + _LEVEL_LIMIT] if shape.middle < piece.y + 0.45 * piece.size)
    return next((shape for shape in level if 0 < piece.x0 - shape.right < 2 * piece.size), None)


def _shapes(page: object) -> Iterator[_Shape]:
    """The small shapes as wide as they are high."""
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS_LIMIT)):
        each = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(each, *sides):
            left, bottom, right, top = (side.value for side in sides)
            width, height = right - left, top - bottom
            if _SMALLEST < width < _LARGEST and abs(width - height) < 0.15 * width:
                yield _Shape((top + bottom) / 2, left, right)
