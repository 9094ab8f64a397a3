"""A marked-up text (HTML, Word, OpenDocument) as a flow of marks and words, and that flow as lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SPACE = re.compile("[ \r\n\f\u00a0\u2007\u202f]+")
_ROUND_TAB = re.compile(" ?\t ?")
_DEEPEST_LIST = 8  # deeper ones stay at this depth, so that indentation cannot outgrow the text
_CELL_BLOCKS = 4  # blocks in one cell from which a table is there for the page's layout
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol"))
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Start:
    """A block begins: p, h1 to h6, ul, ol, li, table, tr, td, br or pre.

    `number` is the first of an ol, or an li's own; `lettered` says that an ol counts a, b, c.
    """

    tag: str
    number: int | None = None
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """A block ends."""

    tag: str


Flow = Sequence[Start | End | str]


def lines(flow: Flow) -> list[str]:
    """The flow as lines: paragraphs with blank lines between, lists with marks, table rows with TAB between cells."""
    writing = _Writing(_layout_tables(flow))
    for at, each in enumerate(flow):
        if isinstance(each, str):
            writing.words(each)
        elif isinstance(each, Start):
            writing.start(at, each)
        else:
            writing.end(each.tag)
    return writing.finished()


class _Writing:
    def __init__(self, layout: frozenset[int]) -> None:
        self._layout = layout
        self._lines: list[str] = []
        self._words: list[str] = []
        self._lists: list[int | None] = []  # the next number of each open list; None for bullets
        self._lettered: list[bool] = []  # of each open list
        self._mark = ""
        self._items = 0
        self._tables: list[bool] = []  # for each open table whether it holds data
        self._cells: list[str] | None = None
        self._pre = 0
        self._last = "p"

    def words(self, text: str) -> None:
        self._words.append(text.replace("\n", "\r\x0b") if self._pre else text)

    def start(self, at: int, each: Start) -> None:
        tag = each.tag
        if tag == "br":
            self._words.append(" " if self._in_cell() else "\x0b")
        elif tag == "table":
            self._flush()
            self._tables.append(not self._in_data() and at not in self._layout)
        elif tag in _LISTS and not self._in_data():
            self._flush()
            self._lists.append((each.number or 1) if tag == "ol" else None)
            self._lettered.append(each.lettered)
        elif tag == "li" and not self._in_data():
            self._begin_item(each.number)
        elif tag == "tr" and self._in_data():
            self._flush()
            self._cells = []
        else:
            self._pre += tag == "pre"
            self._break()

    def end(self, tag: str) -> None:
        if tag == "table":
            self._end_table()
        elif tag in _LISTS and not self._in_data():
            self._flush()
            if self._lists:
                self._lists.pop()
                self._lettered.pop()
            self._gap(bool(self._lists))
        elif tag == "li" and not self._in_data():
            self._flush()
            self._mark = ""
            self._items = max(0, self._items - 1)
        elif tag == "td" and self._cells is not None:
            self._cells.append(self._taken().replace("\t", " ").replace("\x0b", " "))
        elif tag == "tr" and self._cells is not None:
            self._end_row()
        else:
            self._pre -= tag == "pre"
            self._break()

    def finished(self) -> list[str]:
        self._end_row()
        self._flush()
        return self._lines

    def _in_data(self) -> bool:
        return bool(self._tables) and self._tables[-1]

    def _in_cell(self) -> bool:
        return self._in_data() and self._cells is not None

    def _begin_item(self, number: int | None) -> None:
        self._flush()
        if not self._lists:
            self._lists.append(None)
            self._lettered.append(False)
        following = self._lists[-1]
        if following is not None:
            following = number if number is not None else following
            self._lists[-1] = following + 1
        depth = min(len(self._lists), _DEEPEST_LIST) - 1
        self._mark = "  " * depth + _mark(following, lettered=self._lettered[-1])
        self._items += 1

    def _break(self) -> None:
        """A paragraph's border; inside a cell or an item it is no more than a space."""
        if self._in_cell() or (self._items and self._words and self._mark):
            self._words.append(" ")
        else:
            self._flush()

    def _end_table(self) -> None:
        self._end_row()
        self._flush()
        if self._tables:
            self._tables.pop()
        self._gap(False)

    def _end_row(self) -> None:
        if self._cells is None:
            return
        rest = self._taken()
        cells, self._cells = [*self._cells, *([rest] if rest else [])], None
        row = "\t".join(cells).rstrip("\t")
        if row.strip():
            self._write([row], "tr")

    def _taken(self) -> str:
        text = "".join(self._words)
        self._words = []
        return _ROUND_TAB.sub("\t", _SPACE.sub(" ", text.replace("\u00ad", ""))).strip(" ")

    def _flush(self) -> None:
        if self._in_cell():
            self._words.append(" ")
            return
        texts = [part.strip() for part in self._taken().split("\x0b")]
        if not any(texts):
            return
        kind = "li" if self._items else "p"
        if kind == "li":
            texts = [self._mark + " ".join(part for part in texts if part)]
            self._mark = " " * len(self._mark)
        self._write(texts, kind)

    def _write(self, texts: list[str], kind: str) -> None:
        if self._lines and not (kind == self._last != "p"):
            self._lines.append("")
        self._lines.extend(texts)
        self._last = kind

    def _gap(self, inside: bool) -> None:
        """After a whole list or table the next one stands apart."""
        if not inside:
            self._last = "p"


def _layout_tables(flow: Flow) -> frozenset[int]:
    """Where tables begin that only lay out a page: with blocks in their cells, or a single column."""
    found: set[int] = set()
    tables: list[_Table] = []
    for at, each in enumerate(flow):
        if isinstance(each, str) or not (tables or each.tag == "table"):
            continue
        if isinstance(each, Start) and each.tag == "table":
            for outer in tables[-1:]:
                outer.is_layout = True
            tables.append(_Table(at))
        elif isinstance(each, Start):
            tables[-1].see(each.tag)
        elif each.tag == "table":
            table = tables.pop()
            if table.is_layout or table.widest < 2:
                found.add(table.at)
    return frozenset(found | {table.at for table in tables})


@dataclass(slots=True)
class _Table:
    at: int
    is_layout: bool = False
    widest: int = 0
    cells: int = 0
    blocks: int = 0

    def see(self, tag: str) -> None:
        if tag == "tr":
            self.cells = 0
        elif tag == "td":
            self.cells += 1
            self.widest = max(self.widest, self.cells)
            self.blocks = 0
        elif tag in HEADINGS:
            self.is_layout = True
        elif tag in ("p", "li", "pre"):
            self.blocks += 1
            self.is_layout = self.is_layout or self.blocks >= _CELL_BLOCKS


def _mark(number: int | None, *, lettered: bool) -> str:
    """What stands before a list's item: "- ", "3. " or "c) "."""
    if number is None:
        return "- "
    return f"{chr(ord('a') + number - 1)}) " if lettered and 0 < number <= _LETTERS else f"{number}. "
