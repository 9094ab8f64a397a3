"""What the print template is given: a paper as plain lists and words, so that the template holds only the look."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from sagsgang.danish.dates import long_date
from sagsgang.paper.blocks import Block, BulletList, Heading, NumberedList, Paragraph, Table, parse
from sagsgang.paper.model import Access, Decision, Item, Paper
from sagsgang.writers import tables, wording
from sagsgang.writers.breakable import breakable, is_address, parted
from sagsgang.writers.nesting import NodeList, nested, ordinal
from sagsgang.writers.spans import spans
from sagsgang.writers.unparted import unparted

Data = dict[str, Any]
OWN_MARK = "Sagsgang"
_SHORT = 700  # characters
_LEAD = 160  # characters
_FEW_LINES = 9
_NEED_NO_CONTENTS = 2  # items


def print_data(paper: Paper, size_pt: float, *, whole: bool = True) -> Data:
    """All that `paper.typ` reads from `sys.inputs.paper`. `whole`: the items are all of the meeting's."""
    return {
        "size": size_pt,
        "title": wording.title(paper) if whole else wording.excerpt_title(paper),
        "authors": [paper.authority] if paper.authority else [],
        # By this our reader knows our own print, and that its bookmarks are headings.
        "keywords": [OWN_MARK],
        "authority": paper.authority or "",
        "kind": wording.kind_name(paper) if whole else wording.excerpt_name(paper),
        "contents": whole or len(paper.items) > _NEED_NO_CONTENTS,
        "body": unparted(paper.body or wording.UNKNOWN_BODY),
        "day": unparted(long_date(paper.date)) if paper.date else "",
        "facts": rows_data((*wording.facts(paper), *wording.people(paper))),
        "remarks": blocks_data(paper.remarks or ""),
        "items": [_item(item, paper) for item in paper.items],
        "annexes": [],
        "words": {
            "page": "Side",
            "of": "af",
            "item": "Punkt",
            "contents": wording.CONTENTS,
            "remarks": wording.REMARKS,
            "extract": wording.EXTRACT,
            "treatments": wording.TREATMENTS,
            "attachments": wording.ATTACHMENTS,
            "attachment-columns": [wording.ATTACHMENT_TITLE, wording.DOCUMENT_NUMBER],
        },
    }


def blocks_data(text: str) -> list[Data]:
    """The blocks of `text`, each with its kind."""
    blocks = parse(text)
    short = len(text) < _SHORT and text.count("\n") < _FEW_LINES
    return [
        _block(block) | {"short": short or _is_short(block), "leads": _leads(block, following)}
        for block, following in zip_longest(blocks, blocks[1:])
    ]


def _leads(block: Block, following: Block | None) -> bool:
    """Whether the block is a line or two that a list follows."""
    return (
        isinstance(block, Paragraph) and len(block.text) < _LEAD and isinstance(following, BulletList | NumberedList)
    )


def _is_short(block: Block) -> bool:
    """Whether the block, set on one page, leaves no hole that one sees."""
    match block:
        case Paragraph(text) | Heading(text):
            return len(text) < _SHORT
        case Table(lines) | BulletList(lines) | NumberedList(lines):
            return len(lines) < _FEW_LINES


def _item(item: Item, paper: Paper) -> Data:
    return {
        "number": item.number,
        "heading": line_data(wording.item_title(item)),
        "closed": item.access is not Access.OPEN,
        "metadata": rows_data(_metadata(item)),
        "treatments": [wording.treatment(past) for past in item.treatments],
        "sections": [
            {
                "heading": section.heading and line_data(section.heading + wording.closed_mark(section.access)),
                "blocks": blocks_data(section.text),
            }
            for section in item.sections
        ],
        "attachments": [
            {
                "title": line_data(part.title + wording.closed_mark(part.access)),
                "number": line_data(part.document_number or ""),
            }
            for part in item.attachments
        ],
        "decisions": [_decision(decision, paper) for decision in item.decisions],
        "extract": blocks_data(wording.extract(item)),
    }


def _metadata(item: Item) -> tuple[tuple[str, str], ...]:
    """A stub is a number and a title and nothing more."""
    if item.access is not Access.OPEN and not wording.holds_more(item):
        return ()
    return ((wording.access_word(item), ""), *wording.numbers(item), *wording.handling(item))


def rows_data(rows: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Labels with their values, as they are set."""
    return [[label, line_data(value)] for label, value in rows]


def _decision(decision: Decision, paper: Paper) -> Data:
    return {
        "heading": line_data(wording.decision_heading(decision) + wording.closed_mark(decision.access)),
        "current": wording.is_current(decision, paper),
        "blocks": blocks_data(decision.text) or blocks_data(wording.NO_DECISION),
    }


def _block(block: Block) -> Data:
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "lines": [_run(line) for line in text.split("\n")]}
        case Heading(text):
            return {"kind": "heading", "text": _run(text)}
        case BulletList(items) | NumberedList(items):
            return {"kind": "list", "lists": [_list(part) for part in nested(items)]}
        case Table():
            return {
                "kind": "table",
                "header": tables.has_header(block),
                "figures": list(tables.figure_columns(block)),
                "rows": [[_run(cell) for cell in row] for row in tables.padded(block)],
                "pieces": list(tables.pieces(block)),
                "longest": list(tables.longest(block)),
            }


def _list(part: NodeList) -> Data:
    return {
        "ordered": part.ordered,
        "lettered": part.lettered,
        "nodes": [
            {
                "number": ordinal(node.number) if node.number else 0,
                "text": _run(node.text),
                "lists": [_list(deeper) for deeper in node.lists],
            }
            for node in part.nodes
        ],
    }


def _run(text: str) -> list[str | list[str]]:
    return list(_inline(text))


def _inline(text: str) -> Iterable[str | list[str]]:
    for span in spans(text):
        if span.style:
            yield [span.style, line_data(span.text)]
        else:
            yield from (["address", part] if is_address(part) else unparted(part) for part in parted(span.text))


def line_data(text: str) -> str:
    """A line as it is set: long words may break, values may not."""
    return unparted(breakable(text))
