"""Texts of a paper as HTML fragments: everything escaped, heading levels as asked, case numbers linked on demand."""

from collections.abc import Callable, Iterable
from html import escape

from sagsgang.danish.numbers import find_numbers
from sagsgang.paper.blocks import Block, BulletList, Heading, NumberedList, Paragraph, Table
from sagsgang.writers import tables
from sagsgang.writers.nesting import Node, NodeList, nested, ordinal
from sagsgang.writers.spans import Span, spans

Link = Callable[[str], str | None]

_TAGS = {"underline": "u", "bold": "strong", "italic": "em"}


def blocks_html(blocks: Iterable[Block], level: int, link: Link | None = None) -> str:
    """`blocks` as HTML; headings among them become `<h{level}>`.

    `link` is asked for the address of each case or document number in the text, as printed; None leaves it be.
    """
    return "\n".join(_block(block, level, link) for block in blocks)


def inline_html(text: str, link: Link | None = None) -> str:
    """A line of text, its underlines and bold words marked up, its numbers linked where `link` knows them."""
    return "".join(_span(span, link) for span in spans(text))


def _block(block: Block, level: int, link: Link | None) -> str:
    match block:
        case Paragraph(text):
            return f"<p>{'<br>'.join(inline_html(line, link) for line in text.splitlines())}</p>"
        case Heading(text):
            # Six is the deepest heading that HTML has.
            return f"<h{min(level, 6)}>{inline_html(text, link)}</h{min(level, 6)}>"
        case BulletList(items) | NumberedList(items):
            return "".join(_list(part, link) for part in nested(items))
        case Table():
            return _table(block, link)


def _list(part: NodeList, link: Link | None) -> str:
    nodes = "".join(_node(node, link) for node in part.nodes)
    kind = ' type="a"' if part.lettered else ""
    return f"<ol{kind}>{nodes}</ol>" if part.ordered else f"<ul>{nodes}</ul>"


def _node(node: Node, link: Link | None) -> str:
    value = f' value="{ordinal(node.number)}"' if node.number else ""
    return f"<li{value}>{inline_html(node.text, link)}{''.join(_list(part, link) for part in node.lists)}</li>"


def _table(table: Table, link: Link | None) -> str:
    figures = tables.figure_columns(table)
    rows = tables.padded(table)
    head = ""
    if tables.has_header(table):
        head = f"<thead>{_row(rows[0], figures, 'col', link)}</thead>"
        rows = rows[1:]
    body = "".join(_row(row, figures, "row", link) for row in rows)
    # Wide tables scroll by themselves on a small screen, also by the keyboard.
    grid = f"<table>{head}<tbody>{body}</tbody></table>"
    return f'<div class="wide" role="group" aria-label="Tabel" tabindex="0">{grid}</div>'


def _row(row: tuple[str, ...], figures: tuple[bool, ...], scope: str, link: Link | None) -> str:
    return f"<tr>{''.join(_cell(cell, column, figures[column], scope, link) for column, cell in enumerate(row))}</tr>"


def _cell(cell: str, column: int, figure: bool, scope: str, link: Link | None) -> str:
    style = ' class="figure"' if figure else ""
    if cell and (scope == "col" or column == 0):
        return f'<th scope="{scope}"{style}>{inline_html(cell, link)}</th>'
    return f"<td{style}>{inline_html(cell, link)}</td>"


def _span(span: Span, link: Link | None) -> str:
    text = _linked(span.text, link) if link else escape(span.text)
    tag = _TAGS.get(span.style)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _linked(text: str, link: Link) -> str:
    parts: list[str] = []
    at = 0
    for number in find_numbers(text):
        address = link(number.text)
        if address:
            parts += [escape(text[at : number.start]), _anchor(address, text[number.start : number.end])]
            at = number.end
    return "".join((*parts, escape(text[at:])))


def _anchor(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>'
