"""The file of an attachment as a PDF that can be merged, or the Danish sentence that says why it cannot."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from sagsgang.paper.model import PaperFile
from sagsgang.writers.annex_tags import is_tagged, notes

_PDF = "application/pdf"
_CORNERS = 4
# What a reader of the file does not expect to happen when it is opened or a link is followed.
_DEEDS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Rendition", "/Hide"})
GONE = "Filen til bilaget er ikke længere i arkivet."
NO_PDF = "Bilaget er ikke en PDF-fil og kan derfor ikke stå her. Hent det for sig på mødets side."
LOCKED = "Bilaget er beskyttet med en adgangskode og kan derfor ikke stå her. Hent det for sig på mødets side."
BROKEN = "Bilaget er beskadiget og kan derfor ikke stå her. Hent det for sig på mødets side."
EMPTY = "Bilaget har ingen sider."


@dataclass(frozen=True, slots=True)
class Opened:
    """An open PDF, to be closed by whoever got it; `is_accessible`: it is tagged, and says that it is PDF/UA."""

    file: pikepdf.Pdf
    is_tagged: bool
    is_accessible: bool


def opened(path: Path | None, file: PaperFile) -> Opened | str:
    """The PDF, with nothing in it that runs or can be filled in; otherwise why there is none."""
    if path is None or not path.is_file():
        return GONE
    if file.media_type != _PDF:
        return NO_PDF
    try:
        found = pikepdf.open(path)
    except pikepdf.PasswordError:
        return LOCKED
    except (pikepdf.PdfError, OSError, ValueError):
        return BROKEN
    if not _is_whole(found):
        found.close()
        return BROKEN
    if not len(found.pages):
        found.close()
        return EMPTY
    return Opened(_still(found), is_tagged(found), _is_accessible(found))


def _is_whole(found: pikepdf.Pdf) -> bool:
    """Whether every page is one: a damaged file may open, and then hold nothing."""
    try:
        for page in found.pages:
            page.contents_coalesce()
        return all(page.obj.get("/Type") == "/Page" and len(page.mediabox) == _CORNERS for page in found.pages)
    except (pikepdf.PdfError, AttributeError, KeyError, RuntimeError, TypeError, ValueError):
        return False


def _still(found: pikepdf.Pdf) -> pikepdf.Pdf:
    """Fields of a form become what they show; what happens by itself goes."""
    if "/AcroForm" in found.Root:
        with suppress(pikepdf.PdfError, RuntimeError, ValueError):
            found.generate_appearance_streams()
            found.flatten_annotations("all")
    for page in found.pages:
        for holder in (page.obj, *notes(page)):
            _calm(holder)
    return found


def _calm(holder: Any) -> None:
    if "/AA" in holder:
        del holder["/AA"]
    action = holder.get("/A")
    if isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) in _DEEDS:
        del holder["/A"]


def _is_accessible(found: pikepdf.Pdf) -> bool:
    try:
        with found.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            return metadata.get("pdfuaid:part") == "1" and is_tagged(found)
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return False
