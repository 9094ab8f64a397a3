"""Text of pages that are pictures, through the program `tesseract` where the machine has it."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from sagsgang.readers.extract.pieces import Piece, Sheet
from sagsgang.readers.extract.refused import Refused

PAGES_LIMIT = 500
SECONDS_LIMIT = 120  # for one page
MISSING = (
    "PDF-filen er et billede uden tekst. Installér programmet tesseract med dansk (tesseract-ocr-dan),"
    " så kan den læses med OCR."
)
TOO_MANY = f"PDF-filen har flere end {PAGES_LIMIT} sider, der er billeder, og bliver ikke læst. Del den op."
FAILED = "PDF-filen er et billede, som OCR ikke kunne læse."
_DOTS_PER_INCH = 300
_LONGEST_SIDE = 6_000  # dots
_COLUMNS = 12
Word = tuple[float, float, float, float, str]  # left, top, right, bottom in points from the page's top; text


@cache
def _program() -> str | None:
    """The path of tesseract when it knows Danish."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)
    return program if "dan" in known.stdout.split() else None


def is_installed() -> bool:
    """Whether pictures can be read on this machine."""
    return _program() is not None


def sheets(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> dict[int, Sheet]:
    """The pages `numbers` (from 1) as sheets of pieces. Raises `Refused` without tesseract, or when it fails."""
    program = _program()
    if program is None:
        raise Refused(MISSING)
    if len(numbers) > PAGES_LIMIT:
        raise Refused(TOO_MANY)
    return {number: _sheet(program, document, number) for number in numbers}


def _sheet(program: str, document: pypdfium2.PdfDocument, number: int) -> Sheet:
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, _LONGEST_SIDE / max(width, height, 1))
    try:
        picture = _picture(page, scale)
    finally:
        page.close()
    lines = _words(_read(program, picture), scale)
    pieces = [piece for line in lines for piece in _pieces(line, number, height)]
    return Sheet(number, width, height, tuple(_evened(pieces)))


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """The page in grey as PGM, which needs no imaging library."""
    bitmap = page.render(scale=scale, grayscale=True, force_bitmap_format=pdfium.FPDFBitmap_Gray)
    try:
        raw = bytes(bitmap.buffer)
        lines = (raw[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
    finally:
        bitmap.close()


def _read(program: str, picture: bytes) -> str:
    command = [program, "stdin", "stdout", "-l", "dan", "--dpi", str(_DOTS_PER_INCH), "tsv"]
    # A second thread gains nothing on one page and slows down the others.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, check=True, timeout=SECONDS_LIMIT, env=environment
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise Refused(FAILED) from error
    return done.stdout.decode("utf-8", "replace")


def _words(table: str, scale: float) -> Iterator[list[Word]]:
    """The words line by line.

    Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    """
    here: tuple[str, ...] = ()
    line: list[Word] = []
    for record in table.splitlines()[1:]:
        field = record.split("\t")
        if len(field) < _COLUMNS or field[0] != "5" or not field[11].strip():
            continue
        if tuple(field[2:5]) != here and line:
            yield line
            line = []
        here = tuple(field[2:5])
        left, top, width, height = (int(each) / scale for each in field[6:10])
        line.append((left, top, left + width, top + height, field[11]))
    if line:
        yield line


def _pieces(line: list[Word], page: int, height: float) -> Iterator[Piece]:
    """A line cut at its wide gaps."""
    size = max(bottom - top for _, top, _, bottom, _ in line) * 1.25
    base = height - median(bottom for _, _, _, bottom, _ in line)
    group: list[Word] = []
    for word in line:
        if group and word[0] - group[-1][2] > 1.5 * size:
            yield _piece(group, page, base, size)
            group = []
        group.append(word)
    yield _piece(group, page, base, size)


def _piece(words: list[Word], page: int, base: float, size: float) -> Piece:
    text = " ".join(word[4] for word in words)
    return Piece(text, page, words[0][0], words[-1][2], base, size, words[0][2] - words[0][0])


def _evened(pieces: list[Piece]) -> Iterator[Piece]:
    """The height of a scanned line depends on its letters: near the usual one, it is the usual one."""
    usual = median(piece.size for piece in pieces) if pieces else 0.0
    for piece in pieces:
        yield replace(piece, size=usual) if abs(piece.size - usual) < 0.3 * usual else piece
