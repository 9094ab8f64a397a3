"""What a file is, decided by its bytes: names in municipal archives often lie."""

import io
import lzma
import re
import zipfile
import zlib
from enum import Enum

from sagsgang.readers.extract.refused import Refused

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|meta|title|div|p|table|h[1-6]|ul|ol|span|br|article|section|main)[\s/>]",
    re.IGNORECASE,
)
_XML = re.compile(rb"\s*<\?xml\b|\s*<[a-z]\w*[:\s>]", re.IGNORECASE)

OLD_WORD = "Filen er i Words gamle format (.doc). Åbn den i Word, og gem den som .docx."
OLD_OFFICE = "Filen er i et gammelt Office-format, som ikke kan læses. Gem den som .docx eller PDF."
ENCRYPTED = "Filen er beskyttet med en adgangskode. Gem den uden adgangskode, og prøv igen."
SPREADSHEET = "Filen er et regneark. Kun dokumenter kan læses; gem det som PDF, hvis det er et referat."
PRESENTATION = "Filen er en præsentation. Kun dokumenter kan læses; gem den som PDF, hvis det er et referat."
PICTURE = "Filen er et billede. Gem det som PDF, så kan teksten læses med OCR."
RTF = "Filen er i RTF-format, som ikke kan læses. Åbn den i Word, og gem den som .docx."
ARCHIVE = "Filen er et ZIP-arkiv uden noget dokument. Pak det ud, og tag filerne én for én."
OTHER_XML = "Filen er XML af en slags, som ikke kendes. Gem dokumentet som .docx, PDF eller HTML."
MAIL = "Filen er en mail eller et webarkiv. Gem dokumentet som .docx, PDF eller HTML."
BROKEN_ZIP = "Filen er beskåret eller ødelagt og kan ikke åbnes."
# Everything that `zipfile` lets through from a damaged archive and the methods of packing in it.
BROKEN_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
)
COMPRESSED = "Filen er komprimeret. Pak den ud, og prøv igen."


class Kind(Enum):
    """The kinds of file that can be read; the value names the module that does."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    TEXT = "text"


def kind_of(data: bytes) -> Kind:
    """The kind of file that `data` is. Raises `Refused` for a kind that is known and cannot be read."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(data)
    _refuse_other_binaries(data, head)
    return _written(head)


def _refuse_other_binaries(data: bytes, head: bytes) -> None:
    if head.startswith(_OLE):
        raise Refused(_old_office(data))
    if head.startswith(_IMAGES) or head[8:12] == b"WEBP" or head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        raise Refused(PICTURE)
    if head.lstrip().startswith(b"{\\rtf"):
        raise Refused(RTF)
    if head.startswith((b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ")):
        raise Refused(COMPRESSED)


def _written(head: bytes) -> Kind:
    """HTML, XML or plain text; UTF-16 is seen through by leaving out its zero bytes."""
    plain = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
    if plain.startswith(b"MIME-Version:"):
        raise Refused(MAIL)
    if b"<?mso-application" in plain:
        raise Refused(OLD_OFFICE)
    opening = plain.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    if opening.startswith(b"<") and _HTML.search(plain):
        return Kind.HTML
    if opening.startswith(b"<") and _XML.match(opening):
        raise Refused(OTHER_XML)
    return Kind.TEXT


def _old_office(data: bytes) -> str:
    """The streams of a compound file are named in UTF-16; an encrypted .docx is one, too."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return ENCRYPTED
    if holds("WordDocument"):
        return OLD_WORD
    if holds("Workbook"):
        return SPREADSHEET
    return PRESENTATION if holds("PowerPoint Document") else OLD_OFFICE


def _zipped(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = _mimetype(archive) if "mimetype" in names else ""
    except BROKEN_ZIP_ERRORS as error:
        raise Refused(BROKEN_ZIP) from error
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return Kind.DOCX
    if any(name.startswith("xl/") for name in names) or "spreadsheet" in mimetype:
        raise Refused(SPREADSHEET)
    if any(name.startswith("ppt/") for name in names) or "presentation" in mimetype:
        raise Refused(PRESENTATION)
    if "opendocument.text" in mimetype or (not mimetype and "content.xml" in names):
        return Kind.ODT
    raise Refused(ARCHIVE)


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as file:
        return file.read(200).decode("ascii", "replace")
