"""The contents list of a Word document: lines that lead to the items' headings, with the pages these are on.

Each number is a field of its own, not part of one over the whole list: LibreOffice counts it whenever it lays the
document out. Word does so when fields are brought up to date, and shows none before: it would be a guess, and having
Word do it on opening makes Word ask whether the document may look into other files.
"""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from sagsgang.writers.word_page import add_field


class Contents:
    """Lists the headings, then sets them: the link of each line leads to the heading of the same place."""

    def __init__(self, document: Document, style: str) -> None:
        self._document, self._style = document, style

    def list(self, titles: Sequence[str]) -> None:
        """The list itself."""
        for place, title in enumerate(titles, 1):
            line = self._document.add_paragraph(style=self._style)
            _link(line, title, _name(place))
            line.add_run("\t")
            add_field(line, f"PAGEREF {_name(place)} \\h", "")

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


def _link(line: Paragraph, text: str, anchor: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    run = line.add_run(text)._r  # noqa: SLF001
    line._p.append(link)  # noqa: SLF001
    link.append(run)
