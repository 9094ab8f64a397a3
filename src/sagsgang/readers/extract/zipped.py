"""A part of a zipped document, never more of it than a document can need."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from sagsgang.readers.extract.refused import Refused
from sagsgang.readers.extract.sniff import BROKEN_ZIP, BROKEN_ZIP_ERRORS, ENCRYPTED

UNPACKED_LIMIT = 300_000_000
PARTS_LIMIT = 20_000
TOO_BIG = "Filen fylder for meget, når den pakkes ud, og bliver ikke læst."
HOSTILE = "Filen indeholder XML, som et dokument ikke må have, og bliver ikke læst."


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive in `data`. Raises `Refused` when it is broken, encrypted, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
            yield archive
    except BROKEN_ZIP_ERRORS as error:
        raise Refused(BROKEN_ZIP) from error


def _check(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(ENCRYPTED)
    # zipfile never unpacks more of a part than its stated size, so the statements can be trusted as limits.
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise Refused(TOO_BIG)


def part(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """An XML part of the document, in bytes; `limit` is the most bytes that it may have."""
    if archive.getinfo(name).file_size > limit:
        raise Refused(TOO_BIG)
    content = archive.read(name)
    # A document type could define entities that grow without end; neither Word nor LibreOffice writes one.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused(HOSTILE)
    return content
