"""A paper as a Word document (ISO/IEC 29500): real styles, headings, lists, tables and page numbers.

Our own reader takes it back as the same paper: see `readers.extract.docx`, which knows the styles by name.
"""

import io
from datetime import datetime, time

from docx.document import Document

from sagsgang.paper.blocks import parse
from sagsgang.paper.model import Access, Attachment, Decision, Item, Paper
from sagsgang.writers import wording
from sagsgang.writers.plain import is_known
from sagsgang.writers.unparted import unparted
from sagsgang.writers.word_blocks import add_attachments, add_blocks, add_line
from sagsgang.writers.word_page import blank, number_pages
from sagsgang.writers.word_styles import CONTENTS_LINE, DECISION, SECTION, STUB
from sagsgang.writers.word_toc import Contents


def write(paper: Paper) -> bytes:
    """The bytes of a .docx file."""
    document = blank()
    title = wording.title(paper)
    _describe(document, paper, title)
    number_pages(document, " · ".join(filter(None, (paper.authority, title))))
    _header(document, paper, title)
    contents = Contents(document, CONTENTS_LINE)
    if paper.items:
        document.add_paragraph(wording.CONTENTS, style="TOC Heading")
        contents.list([f"{item.number}. {wording.item_title(item)}" for item in paper.items])
    for place, item in enumerate(paper.items, 1):
        _item(document, item, place, contents, paper)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _describe(document: Document, paper: Paper, title: str) -> None:
    about = document.core_properties
    about.title = title
    about.author = about.last_modified_by = paper.authority or ""
    about.language = "da-DK"
    about.comments = ""
    if paper.date:
        about.created = about.modified = datetime.combine(paper.date, time())


def _header(document: Document, paper: Paper, title: str) -> None:
    if paper.authority:
        document.add_paragraph(paper.authority)
    document.add_paragraph(unparted(title), style="Title")
    for label, value in (*wording.facts(paper), *wording.people(paper)):
        add_line(document, label, value)
    if paper.remarks:
        document.add_paragraph(wording.REMARKS, style="Heading 2")
        add_blocks(document, parse(paper.remarks))


def _item(document: Document, item: Item, place: int, contents: Contents, paper: Paper) -> None:
    contents.heading(place, f"Punkt {item.number}: {wording.item_title(item)}")
    if item.access is Access.OPEN or wording.holds_more(item):
        _content(document, item, paper)
    if extract := wording.extract(item):
        document.add_paragraph(wording.EXTRACT, style=SECTION)
        add_blocks(document, parse(extract))


def _content(document: Document, item: Item, paper: Paper) -> None:
    document.add_paragraph(wording.access_word(item), style=STUB)
    for label, value in (*wording.numbers(item), *wording.handling(item)):
        line = add_line(document, label, value)
        line.paragraph_format.keep_with_next = True  # the numbers alone below a heading say nothing
    for section in item.sections:
        if section.heading:
            style = "Heading 2" if is_known(section) else SECTION
            document.add_paragraph(section.heading + wording.closed_mark(section.access), style=style)
        add_blocks(document, parse(section.text))
    _attachments(document, item.attachments)
    if item.treatments:
        document.add_paragraph(wording.TREATMENTS, style="Heading 2")
        for past in item.treatments:
            document.add_paragraph(wording.treatment(past), style="List Bullet")
    for decision in item.decisions:
        _decision(document, decision, current=wording.is_current(decision, paper))


def _attachments(document: Document, attachments: tuple[Attachment, ...]) -> None:
    if not attachments:
        return
    document.add_paragraph(wording.ATTACHMENTS, style="Heading 2")
    head = (wording.ATTACHMENT_TITLE, wording.DOCUMENT_NUMBER)
    rows = ((part.title + wording.closed_mark(part.access), part.document_number or "") for part in attachments)
    add_attachments(document, [head, *rows])


def _decision(document: Document, decision: Decision, *, current: bool) -> None:
    heading = wording.decision_heading(decision) + wording.closed_mark(decision.access)
    document.add_paragraph(heading, style="Heading 2")
    add_blocks(document, parse(decision.text or wording.NO_DECISION), style=DECISION if current else None)
