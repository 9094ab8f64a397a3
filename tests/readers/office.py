"""Office files that the tests make by hand, with what may hide in them."""

import io
import zipfile

from tests.readers.made import WORD, docx, zipped

# One red dot.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)
_CORE = (
    '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>Karen</dc:creator>'
    "<cp:lastModifiedBy>Karen</cp:lastModifiedBy></cp:coreProperties>"
)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_part(data: bytes, name: str, content: str) -> bytes:
    """The same file with one part more."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: content})


def word(body: str = "") -> bytes:
    """A clean Word file."""
    return docx(body or paragraph("Bilag om svømmehallen."))


def tracked() -> bytes:
    return word(paragraph("Før") + '<w:p><w:ins w:id="1"><w:r><w:t>Efter</w:t></w:r></w:ins></w:p>')


def commented() -> bytes:
    return with_part(
        word(),
        "word/comments.xml",
        f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0">{paragraph("Se lige her")}</w:comment></w:comments>',
    )


def hidden() -> bytes:
    return word("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Skjult</w:t></w:r></w:p>" + paragraph("Synlig"))


def signed() -> bytes:
    return with_part(word(), "docProps/core.xml", _CORE)


def macros() -> bytes:
    return with_part(word(), "word/vbaProject.bin", "x")


def headed(text: str) -> bytes:
    """A Word file with a text at the head of its pages, which our readers leave out."""
    return with_part(word(), "word/header1.xml", f'<w:hdr xmlns:w="{WORD}">{paragraph(text)}</w:hdr>')


def sheet(*rows: str, hidden_sheet: bool = False) -> bytes:
    """A workbook of one sheet; each row is one cell."""
    state = ' state="hidden"' if hidden_sheet else ""
    cells = "".join(f'<row><c t="s"><v>{place}</v></c></row>' for place in range(len(rows)))
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook><sheets><sheet name="Ark1"{state}/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
            "xl/sharedStrings.xml": "<sst>" + "".join(f"<si><t>{row}</t></si>" for row in rows) + "</sst>",
        }
    )
