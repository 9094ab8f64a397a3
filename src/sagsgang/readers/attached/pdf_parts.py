"""What hides in a PDF: how many pages it has, comments, the author, other files."""

import ctypes
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from sagsgang.readers.attached.boxes import pages_with_hidden_text

# Notes and markings that a reader puts on a page; links and form fields are part of the document.
_COMMENTS = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_INK,
    }
)
_PAGES_LIMIT = 2_000


class Looked(NamedTuple):
    """The number of pages, None when it cannot be opened, the codes of what was found, and where text is hidden."""

    pages: int | None
    codes: set[str]
    hidden: tuple[int, ...] = ()


def look(data: bytes) -> Looked:
    """Look through the document and each of its pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return Looked(None, set())
    try:
        codes = {"author"} if document.get_metadata_dict(skip_empty=True).get("Author") else set()
        if pdfium.FPDFDoc_GetAttachmentCount(document):
            codes.add("inner_files")
        if any(_is_commented(document, page) for page in range(min(len(document), _PAGES_LIMIT))):
            codes.add("comments")
        hidden = tuple(pages_with_hidden_text(document))
        return Looked(len(document), codes | ({"black_boxes"} if hidden else set()), hidden)
    finally:
        document.close()


def _is_commented(document: pypdfium2.PdfDocument, number: int) -> bool:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return False
    try:
        return any(_kind(page, place) in _COMMENTS for place in range(pdfium.FPDFPage_GetAnnotCount(page)))
    finally:
        pdfium.FPDF_ClosePage(page)


def _kind(page: "ctypes._Pointer[pdfium.fpdf_page_t__]", place: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)
