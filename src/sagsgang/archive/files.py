"""Where an edition's PDF is kept, and how it gets there whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path
from socket import gethostname

from django.conf import settings

_BLOCK = 1 << 20


def pdf_file(edition_id: int) -> Path:
    """The PDF of that edition; it may be read when the edition has a seal for it."""
    return Path(settings.FILES) / "pdf" / f"{edition_id}.pdf"


def blocks(file: Path) -> Iterator[bytes]:
    """The bytes of a file, some at a time."""
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            yield block


def write_beside(file: Path, data: bytes) -> Path:
    """Put `data` on the disk next to where it shall stand; `Path.replace` then brings it there.

    Two machines that share the folder may have processes of one number.
    """
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = file.with_name(f"{file.name}.{gethostname()}.{os.getpid()}.unfinished")
    with unfinished.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    return unfinished
