"""The contents list of a Word document: a field over the items' headings, filled in beforehand, with links."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

_FIELD = r'TOC \o "1-1" \h \z \u'


class Contents:
    """Lists the headings, then sets them: the link of each line leads to the heading of the same place."""

    def __init__(self, document: Document, style: str) -> None:
        self._document, self._style = document, style

    def list(self, titles: Sequence[str]) -> None:
        """The list itself; Word puts the page numbers in when the field is brought up to date."""
        for place, title in enumerate(titles, 1):
            line = self._document.add_paragraph(style=self._style)
            if place == 1:
                _mark(line, "begin", _FIELD)
                _mark(line, "separate")
            _link(line, title, _name(place))
            if place == len(titles):
                _mark(line, "end")

    def heading(self, place: int, title: str) -> None:
        """The heading that the list's line leads to."""
        paragraph = self._document.add_paragraph(style="Heading 1")
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(place))
        start.set(qn("w:name"), _name(place))
        paragraph._p.append(start)  # noqa: SLF001 - python-docx has no bookmarks
        paragraph.add_run(title)
        paragraph._p.append(end)  # noqa: SLF001


def _name(place: int) -> str:
    return f"_Toc{place:08d}"


def _mark(line: Paragraph, kind: str, code: str = "") -> None:
    run = line.add_run()._r  # noqa: SLF001 - python-docx has no fields
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    if code:
        instruction = OxmlElement("w:instrText")
        instruction.set(qn("xml:space"), "preserve")
        instruction.text = code
        line.add_run()._r.append(instruction)  # noqa: SLF001


def _link(line: Paragraph, text: str, anchor: str) -> BaseOxmlElement:
    link: BaseOxmlElement = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    run = line.add_run(text)._r  # noqa: SLF001
    line._p.append(link)  # noqa: SLF001
    link.append(run)
    return link
