"""Pieces to rows: what stands side by side belongs together, cell by cell where it is a table."""

import re
from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from sagsgang.readers.extract.pieces import Piece, Row
from sagsgang.readers.hyphen import join

MARKER = re.compile(r"(?:[-–—•·▪●◦‣\uf0b7*o]|\d{1,3}[.)]|[a-zæøå][.)])")
_LONGEST_CELL = 12  # lines; what is longer is a column of text
Cell = list[Piece]


def rows(pieces: Iterable[Piece]) -> list[Row]:
    """The rows of a page, in reading order."""
    found: list[list[Cell]] = []
    for piece in pieces:
        if not (found and _taken(found, piece)):
            found.append([[piece]])
    return [_row(cells) for cells in found]


def _taken(found: list[list[Cell]], piece: Piece) -> bool:
    """Whether `piece` was part of a row that is there already, and has been put into it."""
    cells = found[-1]
    if _is_beside(cells, piece):
        _set_beside(cells, piece)
        return True
    if len(cells) > 1 and _goes_on(cells[-1], piece):
        cells[-1].append(piece)
        return True
    return _starts_second_cell(found, piece)


def _is_beside(cells: list[Cell], piece: Piece) -> bool:
    """On the top line, right of all that the last cell holds."""
    on_line = abs(piece.y - cells[0][0].y) < 0.35 * piece.size
    return on_line and piece.x0 > max(each.x1 for each in cells[-1]) - 1.0


def _set_beside(cells: list[Cell], piece: Piece) -> None:
    last = cells[-1][-1]
    near = piece.x0 - last.x1 < 0.9 * piece.size or MARKER.fullmatch(last.text) is not None
    if near and len(cells[-1]) == 1:
        cells[-1][-1] = _glued(last, piece)
    else:
        cells.append([piece])


def _goes_on(cell: Cell, piece: Piece) -> bool:
    """Whether `piece` is the next line of a cell: close under its last line, with the same left edge."""
    drop = cell[-1].y - piece.y
    return 0.3 * piece.size < drop < 1.6 * piece.size and abs(piece.x0 - cell[0].x0) < 0.6 * piece.size


def _starts_second_cell(found: list[list[Cell]], piece: Piece) -> bool:
    """A jump back up, to the right of the last few lines: they were the lines of one cell, and this is the next."""
    for back in range(1, min(_LONGEST_CELL, len(found)) + 1):
        cells = found[-back]
        if len(cells) > 1 or cells[0][0].page != piece.page or cells[0][-1].x1 > piece.x0 + 1.0:
            return False
        if abs(cells[0][0].y - piece.y) < 0.35 * piece.size:
            first = [line for row in found[-back:] for line in row[0]]
            found[-back:] = [[first, [piece]]]
            return True
    return False


def _glued(last: Piece, piece: Piece) -> Piece:
    space = " " if piece.x0 - last.x1 > 0.12 * piece.size or MARKER.fullmatch(last.text) else ""
    return replace(
        last,
        text=last.text + space + piece.text,
        x1=piece.x1,
        size=max(last.size, piece.size),
        bold_end=piece.bold_end,
    )


def _row(cells: list[Cell]) -> Row:
    first = cells[0][0]
    pieces = [piece for cell in cells for piece in cell]
    return Row(
        text="\t".join(_cell_text(cell) for cell in cells),
        page=first.page,
        x0=first.x0,
        x1=max(piece.x1 for piece in pieces),
        y=first.y,
        bottom=min(piece.y for piece in pieces),
        size=median(piece.size for piece in pieces),
        lead=first.lead,
        bold_start=first.bold_start,
        bold_end=cells[-1][-1].bold_end,
    )


def _cell_text(cell: Cell) -> str:
    text = ""
    for piece in cell:
        text = join(text, piece.text)
    return text
