"""The smallest files that Word and Excel open (ECMA-376). The same content gives the same bytes."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from xml.sax.saxutils import escape

from sagsgang.paper.blocks import Block, BulletList, Heading, NumberedList, Paragraph, Table

_OFFICE = "http://schemas.openxmlformats.org"
_WORD = f"{_OFFICE}/wordprocessingml/2006/main"
_SHEET = f"{_OFFICE}/spreadsheetml/2006/main"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE = f"{_OFFICE}/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "bottom", "insideH"))
_WIDTHS = (
    '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="9" width="16" customWidth="1"/></cols>'
)
_STYLES = (
    f'<w:styles xmlns:w="{_WORD}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:sz w:val="22"/><w:lang w:val="da-DK"/></w:rPr></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in ((1, 32), (2, 26))
    )
    + "</w:styles>"
)


def word(title: str, blocks: Sequence[Block]) -> bytes:
    """A Word file: the title as heading 1, then the blocks."""
    body = _paragraph(title, "Heading1") + "".join(part for block in blocks for part in _written(block))
    return _package(
        "word/document.xml",
        f"{_TYPE}.wordprocessingml.document.main+xml",
        {
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": _STYLES,
            "word/_rels/document.xml.rels": _relations({"styles": "styles.xml"}),
        },
        {"word/styles.xml": f"{_TYPE}.wordprocessingml.styles+xml"},
    )


def sheet(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook with one sheet, each cell a text."""
    lines = "".join(_row(number, cells) for number, cells in enumerate(rows, start=1))
    data = f"<sheetData>{lines}</sheetData>"
    return _package(
        "xl/workbook.xml",
        f"{_TYPE}.spreadsheetml.sheet.main+xml",
        {
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATIONS}"><sheets>'
            f'<sheet name="{escape(title[:31])}" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations({"worksheet": "worksheets/sheet1.xml"}),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}">{_WIDTHS}{data}</worksheet>',
        },
        {"xl/worksheets/sheet1.xml": f"{_TYPE}.spreadsheetml.worksheet+xml"},
    )


def _written(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _paragraph(block.text, "Heading2")
        case Paragraph():
            yield _paragraph(block.text)
        case BulletList():
            yield from (_paragraph(f"– {item.text}") for item in block.items)
        case NumberedList():
            yield from (_paragraph(f"{item.number}. {item.text}") for item in block.items)
        case Table():
            rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in block.rows)
            yield f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>{rows}</w:tbl>{_paragraph('')}"


def _paragraph(text: str, style: str = "Normal") -> str:
    said = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{said}</w:p>'


def _cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{_paragraph(text)}</w:tc>'


def _row(number: int, cells: Sequence[str]) -> str:
    written = (
        f'<c r="{chr(ord("A") + place)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        for place, text in enumerate(cells)
        if text
    )
    return f'<row r="{number}">{"".join(written)}</row>'


def _relations(targets: Mapping[str, str]) -> str:
    numbers = count(1)
    lines = "".join(
        f'<Relationship Id="r{next(numbers)}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _package(main: str, content_type: str, parts: Mapping[str, str], types: Mapping[str, str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in {main: content_type, **types}.items()
    )
    listed = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    opened = io.BytesIO()
    with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED) as package:
        top = {"[Content_Types].xml": listed, "_rels/.rels": _relations({"officeDocument": main})}
        for name, content in {**top, **parts}.items():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(part, f"{_HEAD}{content}")
    return opened.getvalue()
