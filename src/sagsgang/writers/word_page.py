"""The page of a Word document: A4, a running head, and "Side 2 af 9" at its foot."""

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from sagsgang.writers.word_styles import set_styles

_WIDTH, _HEIGHT, _MARGIN = Cm(21), Cm(29.7), Cm(2.5)


def blank() -> Document:
    """An empty document with our styles."""
    document = docx.Document()
    set_styles(document)
    page = document.sections[0]
    page.page_width, page.page_height = _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    return document


def number_pages(document: Document, head: str) -> None:
    """Print `head` above and the page's number below each page."""
    page = document.sections[0]
    top = page.header.paragraphs[0]
    top.add_run(head).font.size = Pt(9)
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("Side ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" af ")
    add_field(foot, "NUMPAGES", "1")


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word computes; `shown` stands there until it has."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
