"""What lies on a page: pieces of text with their place and type."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one line without a wide gap in it. Points (1/72 inch); `y` is the baseline, growing upwards.

    `size` is the height of the type with room above and below; `lead` the width of the first word.
    """

    text: str
    page: int
    x0: float
    x1: float
    y: float
    size: float
    lead: float
    bold_start: bool = False
    bold_end: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points, and its pieces in the order of the file."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text, or a row of a table with TAB between its cells. `bottom` is its last baseline."""

    text: str
    page: int
    x0: float
    x1: float
    y: float
    bottom: float
    size: float
    lead: float
    bold_start: bool
    bold_end: bool

    @property
    def is_table(self) -> bool:
        return "\t" in self.text

    @property
    def all_bold(self) -> bool:
        return self.bold_start and self.bold_end
