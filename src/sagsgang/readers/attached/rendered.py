"""What is kept of a rendition: the PDF with its pages and text, looked through once more as others will see it."""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

import pypdfium2

from sagsgang.readers.attached.personal import personal
from sagsgang.readers.attached.rendition import SECONDS, UNOPENED, NoRendition, render
from sagsgang.readers.attached.warnings import Warned, in_order

ANSWERED_WITHIN = 2 * SECONDS  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A PDF, how many pages it has, the text on them, and whether personal data stand in it."""

    data: bytes
    pages: int
    text: str
    warnings: tuple[Warned, ...]


def rendered(data: bytes, ending: str, program: str) -> Rendered:
    """The Office file as PDF, looked through. Raises NoRendition."""
    made = render(data, ending, program)
    try:
        document = pypdfium2.PdfDocument(made)
    except pypdfium2.PdfiumError as error:
        raise NoRendition(UNOPENED) from error
    try:
        text = "\n".join(_text(document, page) for page in range(len(document))).replace("\x00", "").strip()
        return Rendered(data=made, pages=len(document), text=text, warnings=in_order(personal(text)))
    finally:
        document.close()


def answer(
    begin: Callable[[], None],
    told: "Connection[Rendered | str, object]",
    data: bytes,
    ending: str,
    program: str,
) -> None:
    """In a child process, which `begin` prepares: tell the PDF, or why there is none."""
    begin()
    try:
        told.send(rendered(data, ending, program))
    except NoRendition as reason:
        told.send(str(reason))


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        return str(page.get_textpage().get_text_range()).replace("\r\n", "\n")
    finally:
        page.close()
