"""The styles of our Word documents. Their names are how our own reader knows them again."""

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

# A section's heading in words that do not say by themselves that they are one.
SECTION = "Afsnitsoverskrift"
# A line of the contents list, which is no text of the paper.
CONTENTS_LINE = "Indholdslinje"
# Whether an item is open.
STUB = "Åbenhed"
# The label of a fact, before its value.
LABEL = "Ledetekst"
# What this meeting decided.
DECISION = "Beslutning"
# A numbered list with letters, and one that does not count from its beginning.
LETTERED, PRINTED = "Bogstavliste", "Fortsat liste"

_INK, _BLUE = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x00, 0x4D, 0x99)
_SIZES = {"Title": 21, "Heading 1": 17, "Heading 2": 13, "Heading 3": 11.5}
_LANGUAGE = "da-DK"


def set_styles(document: Document) -> None:
    """Give the built-in styles their looks, and add our own."""
    normal = _style(document, "Normal")
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    _speak_danish(normal)
    for name, size in _SIZES.items():
        _heading(_style(document, name), size)
    _style(document, "Title").paragraph_format.space_after = Pt(12)
    _new(document, SECTION, "Heading 2")
    stub = _new(document, STUB, "Normal")
    stub.font.color.rgb, stub.paragraph_format.keep_with_next = RGBColor(0x45, 0x45, 0x45), True
    line = _new(document, CONTENTS_LINE, "Normal")
    line.paragraph_format.space_after = Pt(2)
    line.paragraph_format.right_indent = Cm(1)
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    decision = _new(document, DECISION, "Normal")
    decision.paragraph_format.left_indent = Cm(0.5)
    _rule(decision)
    for name in (LETTERED, PRINTED):
        _new(document, name, "Normal").paragraph_format.space_after = Pt(2)
    document.styles.add_style(LABEL, WD_STYLE_TYPE.CHARACTER).font.bold = True


def _style(document: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _new(document: Document, name: str, base: str) -> ParagraphStyle:
    made = cast("ParagraphStyle", document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    made.base_style = document.styles[base]
    made.next_paragraph_style = document.styles["Normal"]
    return made


def _heading(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), True
    style.font.color.rgb = _BLUE if style.name == "Heading 1" else _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size), Pt(4)
    style.paragraph_format.keep_with_next = True
    for borders in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(borders)


def _speak_danish(style: ParagraphStyle) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGE)
    style.element.get_or_add_rPr().append(language)


def _rule(style: ParagraphStyle) -> None:
    """A line down the left side."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", "004D99")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
