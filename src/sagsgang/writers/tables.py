"""What a table in a text does not say of itself: which row names the columns, which columns hold figures."""

import re

from sagsgang.paper.blocks import Table
from sagsgang.writers.spans import bare

_FIGURE = re.compile(r"(?:kr\.? ?)?[-−+]? ?\d[\d.,\s%/–-]*(?:kr\.?|mio\.?(?: kr\.?)?|pct\.?|%)?", re.IGNORECASE)
# Characters of a word that stand together at most: a longer one is hyphenated.
_SYLLABLES = 12


def width(table: Table) -> int:
    """The number of columns: that of the longest row."""
    return max((len(row) for row in table.rows), default=0)


def padded(table: Table) -> tuple[tuple[str, ...], ...]:
    """The rows, each filled with empty cells to the full width."""
    columns = width(table)
    return tuple(row + ("",) * (columns - len(row)) for row in table.rows)


def has_header(table: Table) -> bool:
    """Whether the first row names the columns: words over figures. A table of words only is taken to have none."""
    first, *others = padded(table)
    return bool(others) and any(
        cell and not is_figure(cell) and any(is_figure(row[column]) for row in others)
        for column, cell in enumerate(first)
        if column
    )


def figure_columns(table: Table) -> tuple[bool, ...]:
    """Of each column, whether it holds figures and is set to the right; the first never is."""
    rows = padded(table)[1 if has_header(table) else 0 :]
    return tuple(column > 0 and _all_figures([row[column] for row in rows]) for column in range(width(table)))


def is_figure(cell: str) -> bool:
    """Whether `cell` is a number, an amount or a percentage."""
    return bool(_FIGURE.fullmatch(bare(cell).strip()))


def _all_figures(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(map(is_figure, filled))


def pieces(table: Table) -> tuple[str, ...]:
    """Of each column the longest piece that is not to be parted: a figure, or a word, of a long one its beginning."""
    columns = zip(*padded(table), strict=True)
    return tuple(
        max((piece for cell in column for piece in _pieces(cell)), key=len, default="") for column in columns
    )


def longest(table: Table) -> tuple[str, ...]:
    """Of each column the longest cell."""
    return tuple(max(map(bare, column), key=len) for column in zip(*padded(table), strict=True))


def _pieces(cell: str) -> list[str]:
    return [bare(cell)] if is_figure(cell) else [word[:_SYLLABLES] for word in bare(cell).split()]
