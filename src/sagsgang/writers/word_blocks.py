"""Texts of a paper in a Word document: paragraphs, headings, real lists, tables with a head that repeats."""

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from sagsgang.paper import blocks
from sagsgang.writers import tables
from sagsgang.writers.nesting import NodeList, nested, ordinal
from sagsgang.writers.spans import spans
from sagsgang.writers.word_lists import Numbering
from sagsgang.writers.word_styles import LABEL, LETTERED, PRINTED

_AIR, _SMALL, _SMALLEST, _NARROW = Pt(3), Pt(9), Pt(6), Pt(2)
# How wide a letter is at most on the average, in parts of its height.
_LETTER = 0.58
# The column of the attachments' numbers, and how many of the list's last rows are not parted from what follows.
_NUMBER, _TOGETHER = Cm(4.2), 2
# Between the margins: so wide, so many characters; a column's two sides take the room of some of them.
_PRINTED_WIDTH, _LINE, _ASIDE = Cm(16), 85, 2
_LONG = 60


def add_blocks(document: Document, parts: Iterable[blocks.Block], style: str | None = None) -> None:
    """`parts` at the end of `document`; plain paragraphs in `style`."""
    for part in parts:
        match part:
            case blocks.Paragraph(text):
                _lines(document.add_paragraph(style=style), text)
            case blocks.Heading(text):
                _lines(document.add_paragraph(style="Heading 3"), text)
            case blocks.BulletList(items) | blocks.NumberedList(items):
                for each in nested(items):
                    _list(document, each, 0)
            case blocks.Table():
                _table(document, part)


def add_line(document: Document, label: str, value: str) -> Paragraph:
    """ "Mødested: Rådhuset", the label in bold."""
    line = document.add_paragraph()
    line.add_run(f"{label}:", style=LABEL)
    line.add_run(f" {value}")
    line.paragraph_format.space_after = 0
    return line


def add_table(document: Document, rows: Sequence[Sequence[str]], *, headed: bool) -> None:
    """A table with lines; its head, if it has one, is repeated on every page."""
    made = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for place, row in enumerate(rows):
        line = made.add_row()
        for cell, text in zip(line.cells, row, strict=False):
            _fill(cell, text, bold=headed and place == 0)
        _mark(line, "w:cantSplit")
        if headed and place == 0:
            _mark(line, "w:tblHeader")
    document.add_paragraph().paragraph_format.space_after = 0


def add_attachments(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """Titles with their numbers, the head first; the last of them stay with what follows."""
    add_table(document, rows, headed=True)
    made = document.tables[-1]
    for column, width in zip(made.columns, (_PRINTED_WIDTH - _NUMBER, _NUMBER), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    last = [cell.paragraphs[0] for row in made.rows[-_TOGETHER:] for cell in row.cells]
    for paragraph in (*last, document.paragraphs[-1]):
        paragraph.paragraph_format.keep_with_next = True


def _table(document: Document, table: blocks.Table) -> None:
    add_table(document, tables.padded(table), headed=tables.has_header(table))
    _widen(document.tables[-1], table)
    figures = tables.figure_columns(table)
    for row in document.tables[-1].rows:
        for cell, figure in zip(row.cells, figures, strict=True):
            if figure:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widen(made: Table, table: blocks.Table) -> None:
    """Where not all are at ease, set them smaller, each with room for its longest word or figure, long texts more."""
    needed, wanted = [len(cell) for cell in tables.pieces(table)], [len(cell) for cell in tables.longest(table)]
    if sum(wanted) + _ASIDE * len(wanted) < _LINE:
        return
    size = _smaller(sum(needed), len(needed))
    if size < _SMALL:
        _narrow(made)
    shares = [least * 1.2 + _ASIDE + min(most, _LONG) / 8 for least, most in zip(needed, wanted, strict=True)]
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Emu(int(_PRINTED_WIDTH * share / sum(shares)))
        for cell in column.cells:
            cell.width = column.width
            for run in cell.paragraphs[0].runs:
                run.font.size = size


def _smaller(needed: int, columns: int) -> Pt:
    """The size at which so many letters have room beside each other, bold ones too, but none that nobody can read."""
    room = _PRINTED_WIDTH.pt - columns * 2 * _NARROW.pt
    return Pt(max(_SMALLEST.pt, min(_SMALL.pt, int(2 * room / (needed * _LETTER)) / 2)))


def _narrow(made: Table) -> None:
    """Less air at the two sides of every cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(int(_NARROW.pt * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")  # noqa: SLF001


def _fill(cell: _Cell, text: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = _AIR
    _lines(paragraph, text)
    for run in paragraph.runs:
        run.bold = bold or run.bold


def _mark(row: _Row, name: str) -> None:
    """That a row stays on its page, or is repeated on each."""
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no marks of rows


def _list(document: Document, part: NodeList, level: int) -> None:
    if part.ordered and not _counts(part):
        _printed(document, part, level)
        return
    numbering = Numbering(document, ordered=part.ordered, lettered=part.ordered and part.lettered, level=level)
    for node in part.nodes:
        paragraph = document.add_paragraph(style=LETTERED if numbering.lettered else None)
        numbering.put(paragraph)
        _lines(paragraph, node.text)
        for inner in node.lists:
            _list(document, inner, level + 1)


def _printed(document: Document, part: NodeList, level: int) -> None:
    """A list that does not count 1, 2, 3: its numbers stand as they were printed, line by line."""
    lines: list[str] = []
    for node in part.nodes:
        lines.append(f"{node.number}. {node.text}")
        if node.lists:
            _lines(document.add_paragraph(style=PRINTED), "\n".join(lines))
            lines = []
            for inner in node.lists:
                _list(document, inner, level + 1)
    if lines:
        _lines(document.add_paragraph(style=PRINTED), "\n".join(lines))


def _counts(part: NodeList) -> bool:
    return [ordinal(node.number) for node in part.nodes] == list(range(1, len(part.nodes) + 1))


def _lines(paragraph: Paragraph, text: str) -> None:
    """The text with its line breaks, bold and underlined words."""
    for place, line in enumerate(text.splitlines()):
        if place:
            paragraph.add_run().add_break()
        for span in spans(line):
            run = paragraph.add_run(span.text)
            run.bold, run.italic = span.style == "bold" or None, span.style == "italic" or None
            run.underline = span.style == "underline" or None
