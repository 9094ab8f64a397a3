"""PDF to lines: through its text layer, or through OCR where a page is only a picture."""

import ctypes
import re
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from sagsgang.readers.extract import ocr, pdf_page
from sagsgang.readers.extract.extracted import Extracted, paged
from sagsgang.readers.extract.pdf_bullets import with_bullets
from sagsgang.readers.extract.pdf_furniture import without_furniture
from sagsgang.readers.extract.pdf_headings import Headings, headings, underlined
from sagsgang.readers.extract.pdf_paragraphs import edges, paragraphs
from sagsgang.readers.extract.pdf_rows import rows
from sagsgang.readers.extract.pieces import Piece, Sheet
from sagsgang.readers.extract.refused import Refused
from sagsgang.readers.extract.sniff import ENCRYPTED

PAGES_LIMIT = 5_000
CHARACTERS_LIMIT = 20_000_000
BROKEN = "PDF-filen er beskåret eller ødelagt og kan ikke åbnes."
NO_PAGES = "PDF-filen har ingen sider."
TOO_MANY_PAGES = f"PDF-filen har flere end {PAGES_LIMIT} sider og bliver ikke læst. Del den op."
_SENSELESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_PICTURE_SHARE = 0.4  # of the page's area


def extract(data: bytes) -> Extracted:
    """The lines of a PDF. Raises `Refused` when it cannot be opened, or is pictures only and OCR is missing."""
    document = _opened(data)
    try:
        sheets, pictures = _sheets(document)
        if not pictures and not any(sheet.pieces for sheet in sheets):
            return Extracted(())
        if pictures and (ocr.is_installed() or not any(sheet.pieces for sheet in sheets)):
            read = ocr.sheets(document, pictures)
            sheets = [read.get(sheet.number, sheet) for sheet in sheets]
            pictures = []
        wanted = headings(document)
    finally:
        document.close()
    return _lines(sheets, wanted, tuple(pictures))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused(ENCRYPTED if locked else BROKEN) from error
    if not 0 < pages <= PAGES_LIMIT:
        document.close()
        raise Refused(TOO_MANY_PAGES if pages else NO_PAGES)
    return document


def _sheets(document: pypdfium2.PdfDocument) -> tuple[list[Sheet], list[int]]:
    """The pages' pieces, and the numbers of the pages that are pictures without text."""
    sheets, pictures, characters = [], [], 0
    for number in range(1, len(document) + 1):
        page = pdfium.FPDF_LoadPage(document.raw, number - 1)
        if not page:
            raise Refused(BROKEN)
        try:
            sheet = _sheet(page, number)
            if not sheet.pieces and _is_picture(page, sheet):
                pictures.append(number)
        finally:
            pdfium.FPDF_ClosePage(page)
        characters += sum(len(piece.text) for piece in sheet.pieces)
        if characters > CHARACTERS_LIMIT:
            raise Refused(pdf_page.TOO_MUCH_TEXT)
        sheets.append(sheet)
    return sheets, pictures


def _sheet(page: object, number: int) -> Sheet:
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    pieces = tuple(with_bullets(page, pdf_page.pieces(page, number)))
    # A font without a map to Unicode gives signs that no one can read: such a page is as good as a picture.
    return Sheet(number, width, height, pieces if _is_readable(pieces) else ())


def _is_readable(pieces: Sequence[Piece]) -> bool:
    text = "".join(piece.text for piece in pieces)
    return len(_SENSELESS.findall(text)) <= sum(map(str.isalnum, text))


def _is_picture(page: object, sheet: Sheet) -> bool:
    """Whether a picture covers much of the page, or text is drawn that cannot be read."""
    box = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 1000)):
        each = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            return True
        if kind != pdfium.FPDF_PAGEOBJ_IMAGE or not pdfium.FPDFPageObj_GetBounds(each, *box):
            continue
        left, bottom, right, top = (side.value for side in box)
        if abs((right - left) * (top - bottom)) > _PICTURE_SHARE * sheet.width * sheet.height:
            return True
    return False


def _lines(sheets: Sequence[Sheet], wanted: Headings, unread: tuple[int, ...]) -> Extracted:
    found = [row for sheet in without_furniture(sheets) for row in rows(sheet.pieces)]
    widths = {sheet.number: sheet.width for sheet in sheets}
    return paged(underlined(paragraphs(found, edges(found, widths)), wanted), unread)
