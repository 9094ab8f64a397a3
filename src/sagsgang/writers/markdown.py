"""A paper as Markdown (CommonMark with pipe tables): the same order and words as in print."""

import re
from collections.abc import Iterable, Iterator

from sagsgang.paper.blocks import Block, BulletList, Heading, NumberedList, Paragraph, Table, parse
from sagsgang.paper.model import Access, Attachment, Decision, Item, Paper
from sagsgang.writers import tables, wording
from sagsgang.writers.nesting import NodeList, nested
from sagsgang.writers.spans import Span, bare, spans

_SPECIAL = re.compile(r"([\\`*\[\]<|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~(?=~))")
# What is a mark only at the beginning of a line: headings, lists, quotes, rules.
_LEADING = re.compile(r"(\s*)(#+(?=\s|$)|>|~|[-+=](?=\s|$|[-=])|\d+(?=[.)](?:\s|$)))")
_STYLES = {"underline": "*", "italic": "*", "bold": "**"}


def write(paper: Paper) -> str:
    """`paper` as Markdown, ending in a line end."""
    blocks = (*_header(paper), *(block for item in paper.items for block in _item(item)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _header(paper: Paper) -> Iterator[str]:
    yield f"# {_escaped(wording.title(paper))}"
    yield _escaped(paper.authority or "")
    yield _definitions((*wording.facts(paper), *wording.people(paper)))
    if paper.remarks:
        yield f"## {wording.REMARKS}"
        yield _text(paper.remarks, 3)
    if paper.items:
        yield f"## {wording.CONTENTS}"
        yield "\n".join(f"- {_escaped(f'{item.number}. {wording.item_title(item)}')}" for item in paper.items)


def _item(item: Item) -> Iterator[str]:
    yield f"## Punkt {_escaped(item.number)}: {_escaped(wording.item_title(item))}"
    if item.access is Access.OPEN or wording.holds_more(item):
        yield from _content(item)
    if extract := wording.extract(item):
        yield f"### {wording.EXTRACT}"
        yield _text(extract, 4)


def _content(item: Item) -> Iterator[str]:
    yield wording.access_word(item)
    yield _definitions((*wording.numbers(item), *wording.handling(item)))
    for section in item.sections:
        heading = _escaped(section.heading + wording.closed_mark(section.access))
        yield f"### {heading}" if section.heading else ""
        yield _text(section.text, 4 if section.heading else 3)
    yield from _attachments(item.attachments)
    if item.treatments:
        yield f"### {wording.TREATMENTS}"
        yield "\n".join(f"- {_escaped(wording.treatment(past))}" for past in item.treatments)
    for decision in item.decisions:
        yield from _decision(decision)


def _attachments(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    if attachments:
        yield f"### {wording.ATTACHMENTS}"
        head = (wording.ATTACHMENT_TITLE, wording.DOCUMENT_NUMBER)
        rows = ((part.title + wording.closed_mark(part.access), part.document_number or "") for part in attachments)
        yield _grid(head, rows)


def _decision(decision: Decision) -> Iterator[str]:
    yield f"### {_escaped(wording.decision_heading(decision) + wording.closed_mark(decision.access))}"
    yield _text(decision.text, 4) or _escaped(wording.NO_DECISION)


def _definitions(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- **{_escaped(label)}** {_escaped(value)}" for label, value in rows)


def _text(text: str, level: int) -> str:
    return "\n\n".join(_block(block, level) for block in parse(text))


def _block(block: Block, level: int) -> str:
    match block:
        case Paragraph(text):
            return "  \n".join(map(_inline, text.splitlines()))
        case Heading(text):
            return f"{'#' * level} {_inline(text)}"
        case BulletList(items) | NumberedList(items):
            return "\n\n".join("\n".join(_list(part, "")) for part in nested(items))
        case Table():
            rows = tables.padded(block)
            if tables.has_header(block):
                return _grid(rows[0], rows[1:])
            # A pipe table must have a head; an empty one claims nothing.
            return _grid(("",) * tables.width(block), rows)


def _list(part: NodeList, indent: str) -> Iterator[str]:
    for node in part.nodes:
        # Markdown knows no lettered lists: the letter then stands as text behind the point.
        mark = f"{node.number}." if part.ordered and not part.lettered else "-"
        letter = f"{node.number}) " if part.lettered else ""
        yield f"{indent}{mark} {letter}{_inline(node.text)}"
        for deeper in node.lists:
            yield from _list(deeper, indent + " " * (len(mark) + 1))


def _grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    first = [_escaped(bare(cell)) for cell in head]
    lines = [first, ["---"] * len(first), *([_escaped(bare(cell)) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _inline(text: str) -> str:
    return _unled("".join(map(_span, spans(text))))


def _span(span: Span) -> str:
    # Markdown takes a mark for one only where it touches the word.
    mark = _STYLES[span.style] if span.style and span.text == span.text.strip() else ""
    return f"{mark}{_marked(span.text)}{mark}"


def _escaped(text: str) -> str:
    return _unled(_marked(text))


def _marked(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _unled(line: str) -> str:
    """`line` with a mark at its beginning made harmless: "12. marts" would be a list, "# 3" a heading."""
    found = _LEADING.match(line)
    if not found:
        return line
    at = found.end() if found[2][0].isdigit() else found.end(1)
    return f"{line[:at]}\\{line[at:]}"
