"""What a text is made of: paragraphs, lists, tables and sub-headings, to and from the plain convention.

Paragraphs are separated by one blank line, list items are consecutive lines `- x` or `1. x` (two spaces
more per level), table rows are lines with TAB between the cells.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

_BULLET = re.compile(r"([ \t]*)(?:[-–·•*]|o(?=[ \t]+\S))(?:[ \t]+(o[ \t]+)?(.*))?$")
_NUMBERED = re.compile(r"([ \t]*)(\d{1,3}|[a-z])([.)])[ \t]+(\S.*)$")
_HEADING_LENGTH = 70
_MONEY = re.compile(r"\bkr\.|\d%")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline in it is a line break."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading inside a text: a short line of its own before a paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `number` is as printed ("1", "a") and "" in a bullet list, `level` counts from 0."""

    text: str
    level: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items in the order of the text, each with its level."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Numbered items in the order of the text; deeper items may be bullets."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; rows may have unequal lengths."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Heading | BulletList | NumberedList | Table


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, which follows the convention or comes near it (other bullets, stray indents)."""
    blocks: list[Block] = []
    for filled, chunk in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        if filled:
            blocks.extend(_chunk(list(chunk)))
    return tuple(_with_headings(_joined(blocks)))


def render(blocks: Iterable[Block]) -> str:
    """The text of `blocks` by the convention; `parse(render(blocks))` gives them back when they came from `parse`."""
    return "\n\n".join(_lines(block) for block in blocks)


def _chunk(lines: Sequence[str]) -> Iterator[Block]:
    for kind, run in groupby(zip(_kinds(lines), lines, strict=True), key=itemgetter(0)):
        yield from _block(kind, [line for _, line in run])


def _kinds(lines: Sequence[str]) -> list[str]:
    """The kind of each line; a row whose one filled cell is the first or the last is known by its neighbours."""
    kinds = [_line_kind(line) for line in lines]
    for places in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for at in places:
            beside = at - 1 if places.step > 0 else at + 1
            if kinds[at] == "text" and kinds[beside] == "table" and "\t" in lines[at]:
                kinds[at] = "table"
    return kinds


def _line_kind(line: str) -> str:
    if _BULLET.match(line) or (line[:1].isspace() and _NUMBERED.match(line)):
        return "list"
    if "\t" in line.strip():
        return "table"
    return "list" if _NUMBERED.match(line) else "text"


def _block(kind: str, lines: Sequence[str]) -> Iterator[Block]:
    if kind == "table":
        yield Table(tuple(tuple(cell.strip() for cell in line.strip("\n").split("\t")) for line in lines))
    elif kind == "list":
        yield from _list(lines)
    else:
        yield Paragraph("\n".join(line.strip() for line in lines))


def _list(lines: Sequence[str]) -> Iterator[Block]:
    filled = [(item, line) for item, line in zip(map(_item, lines), lines, strict=True) if item.text]
    if not filled:  # a lone "-" says that nothing was noted
        yield Paragraph("\n".join(line.strip() for line in lines))
    for run in _runs(filled):
        items = tuple(item for item, _ in run)
        if not items[0].number:
            yield BulletList(items)
        elif _counts(items):
            yield NumberedList(items)
        else:
            yield Paragraph("\n".join(line.strip() for _, line in run))


def _item(line: str) -> ListItem:
    bullet = _BULLET.match(line)
    if bullet:
        indent, inner, text = bullet.groups()
        level = len(indent.expandtabs(2)) // 2 + (1 if inner else 0)
        return ListItem((text or "").strip(), level)
    number = _NUMBERED.match(line)
    assert number is not None, line  # noqa: S101 - `_line_kind` let only the two kinds through
    return ListItem(number[4].strip(), len(number[1].expandtabs(2)) // 2, number[2])


def _runs(items: Sequence[tuple[ListItem, str]]) -> Iterator[list[tuple[ListItem, str]]]:
    run: list[tuple[ListItem, str]] = []
    for item, line in items:
        if run and item.level == 0 and bool(item.number) != bool(run[0][0].number):
            yield run
            run = []
        run.append((item, line))
    if run:
        yield run


def _counts(run: Sequence[ListItem]) -> bool:
    """Whether the numbers count; a lone "31. december" is a sentence, a lone "1. Ansøgningen ..." is a list."""
    tops = [item for item in run if item.level == run[0].level]
    if len(tops) > 1:
        return all(_value(after.number) == _value(before.number) + 1 for before, after in pairwise(tops))
    return tops[0].number in {"1", "a"} and tops[0].text[0].isupper()


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    return ord(number) if number else -1


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Lists whose items stood apart by blank lines are one list again."""
    last: Block | None = None
    for block in blocks:
        if isinstance(last, BulletList) and isinstance(block, BulletList):
            last = BulletList(last.items + block.items)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _with_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    every = list(blocks)
    for block, after in zip(every, [*every[1:], None], strict=False):
        if (
            isinstance(block, Paragraph)
            and isinstance(after, Paragraph)
            and _looks_like_heading(block.text, after.text)
        ):
            yield Heading(block.text)
        else:
            yield block


def _looks_like_heading(text: str, following: str) -> bool:
    return (
        len(text) <= _HEADING_LENGTH
        and "\n" not in text
        and text[0].isupper()
        and (text[-1].isalnum() or text[-1] in ":?)")
        and len(following) > len(text)
        and not _MONEY.search(text)
    )


def _lines(block: Block) -> str:
    match block:
        case Paragraph(text) | Heading(text):
            return text
        case Table(rows):
            return "\n".join("\t".join(row) for row in rows)
        case BulletList(items) | NumberedList(items):
            return "\n".join(_item_line(item) for item in items)


def _item_line(item: ListItem) -> str:
    return f"{'  ' * item.level}{item.number + '.' if item.number else '-'} {item.text}"
