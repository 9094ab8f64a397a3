"""Which files may be attachments: decided by their bytes; what can run when it is opened is turned away."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from sagsgang.readers.extract.refused import Refused
from sagsgang.readers.extract.sniff import BROKEN_ZIP, BROKEN_ZIP_ERRORS

EMPTY = "Filen er tom."
MACROS = "Filen har makroer, og dem må et bilag ikke have. Gem den uden makroer, eller gem den som PDF."
RUNS = "Filen er et program eller kan starte et. Den kan ikke være et bilag."
UNKNOWN = "Den slags fil kan ikke være et bilag. Brug Word, Excel, PowerPoint, PDF, billeder eller tekst."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its usual ending, and its media type. `office`: a zipped document with parts of XML."""

    ending: str
    media_type: str
    office: bool = False


_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
PDF = Kind(".pdf", "application/pdf")
WORD = Kind(".docx", f"{_OOXML}wordprocessingml.document", office=True)
EXCEL = Kind(".xlsx", f"{_OOXML}spreadsheetml.sheet", office=True)
SLIDES = Kind(".pptx", f"{_OOXML}presentationml.presentation", office=True)
OPEN_TEXT = Kind(".odt", f"{_ODF}text", office=True)
OPEN_SHEET = Kind(".ods", f"{_ODF}spreadsheet", office=True)
OPEN_SLIDES = Kind(".odp", f"{_ODF}presentation", office=True)
RICH = Kind(".rtf", "application/rtf")
PLAIN = Kind(".txt", "text/plain")
_OLD = {
    "WordDocument": Kind(".doc", "application/msword"),
    "Workbook": Kind(".xls", "application/vnd.ms-excel"),
    "PowerPoint Document": Kind(".ppt", "application/vnd.ms-powerpoint"),
}
LOCKED = Kind("", "application/octet-stream")
_ZIPPED = {"word/": WORD, "xl/": EXCEL, "ppt/": SLIDES}
_OPEN = {kind.media_type: kind for kind in (OPEN_TEXT, OPEN_SHEET, OPEN_SLIDES)}
_IMAGES = (
    (b"\x89PNG\r\n", Kind(".png", "image/png")),
    (b"\xff\xd8\xff", Kind(".jpg", "image/jpeg")),
    (b"II*\x00", Kind(".tif", "image/tiff")),
    (b"MM\x00*", Kind(".tif", "image/tiff")),
    (b"GIF8", Kind(".gif", "image/gif")),
)
_WEBP = Kind(".webp", "image/webp")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXTS = frozenset({".txt", ".csv"})
# Whatever the bytes say: Windows goes by the name.
_RUNNING = frozenset(
    f".{ending}"
    for endings in (
        "exe com scr msi msix bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta jar lnk reg sh app dll",
        "docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm",
        "html htm svg iso img url one",
    )
    for ending in endings.split()
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa")


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of the file. Raises Refused with one Danish line when it cannot be an attachment."""
    if not data:
        raise Refused(EMPTY)
    ending = PurePath(name).suffix.lower()
    if ending in _RUNNING or data.startswith(_PROGRAMS):
        raise Refused(MACROS if ending.endswith("m") and ending[1:4] in {"doc", "xls", "ppt"} else RUNS)
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"{\\rtf"):
        return RICH
    return _old_office(data) if data.startswith(_OLE) else _plain(data, ending)


def _zipped(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if _has_macros(archive, names):
                raise Refused(MACROS)
            if "mimetype" in names:
                with archive.open("mimetype") as file:
                    found = _OPEN.get(file.read(200).decode("ascii", "replace").strip())
            else:
                found = next((kind for folder, kind in _ZIPPED.items() if _holds(names, folder)), None)
    except BROKEN_ZIP_ERRORS as error:
        raise Refused(BROKEN_ZIP) from error
    if found is None:
        raise Refused(UNKNOWN)
    return found


def _holds(names: list[str], folder: str) -> bool:
    return any(name.startswith(folder) for name in names)


def _has_macros(archive: zipfile.ZipFile, names: list[str]) -> bool:
    """Macros of Microsoft's formats by their parts and their declared type, of OpenDocument by their folders."""
    if any(name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name.lower() for name in names):
        return True
    if any(name.startswith("Scripts/") or (name.startswith("Basic/") and name.endswith(".xml")) for name in names):
        return True
    if "[Content_Types].xml" not in names:
        return False
    with archive.open("[Content_Types].xml") as file:
        return b"macroEnabled" in file.read(1_000_000)


def _old_office(data: bytes) -> Kind:
    """The formats from before 2007, and whatever Office has encrypted; their streams are named in UTF-16."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return LOCKED
    if holds("_VBA_PROJECT") or holds("Macros"):
        raise Refused(MACROS)
    found = next((kind for stream, kind in _OLD.items() if holds(stream)), None)
    if found is None:
        raise Refused(UNKNOWN)
    return found


def _plain(data: bytes, ending: str) -> Kind:
    for opening, kind in _IMAGES:
        if data.startswith(opening):
            return kind
    if data[8:12] == b"WEBP":
        return _WEBP
    has_zero_bytes = b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if ending not in _TEXTS or has_zero_bytes:
        raise Refused(UNKNOWN)
    return PLAIN
