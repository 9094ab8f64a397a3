"""Private storage of attachments: a file lies under its checksum, for its owner only. No address leads here."""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import BinaryIO

from django.conf import settings

from sagsgang.core.models import Attachment
from sagsgang.paper.model import PaperFile

_OWNER_ONLY = 0o600


def put(data: bytes) -> str:
    """Keep the bytes; gives their SHA-256 in hex, under which they are found. The same bytes are kept once."""
    checksum = hashlib.sha256(data).hexdigest()
    place = _place(checksum)
    if not place.exists():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The folder may be shared: two machines may have processes and threads of one number.
        temporary = place.with_suffix(f".{secrets.token_hex(8)}")
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY), "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.replace(place)
    return checksum


def get(checksum: str) -> bytes:
    """The bytes that were kept; raises FileNotFoundError when they are gone."""
    return _place(checksum).read_bytes()


def stream(checksum: str) -> BinaryIO:
    """The bytes as an open file, for what is too large to hold; raises FileNotFoundError when they are gone."""
    return _place(checksum).open("rb")


def public_file(attachment: Attachment) -> PaperFile:
    """The file that the street gets of an attachment when it is open: its PDF where there is one, else itself.

    Its bytes are kept here under its checksum.
    """
    if attachment.rendition:
        return PaperFile(
            sha256=attachment.rendition,
            name=PurePath(attachment.file_name).with_suffix(".pdf").name,
            media_type="application/pdf",
            size=attachment.rendition_size,
            pages=attachment.pages,
        )
    return PaperFile(
        sha256=attachment.checksum,
        name=attachment.file_name,
        media_type=attachment.media_type,
        size=attachment.size,
        pages=attachment.pages,
    )


class Kept(Mapping[str, bytes]):
    """The files with these checksums, each read when its bytes are asked for; one that is gone is not there."""

    def __init__(self, checksums: Iterable[str]) -> None:
        self._checksums = frozenset(checksums)

    def __getitem__(self, checksum: str) -> bytes:
        """The bytes; raises KeyError when they are gone."""
        if checksum not in self._checksums:
            raise KeyError(checksum)
        try:
            return get(checksum)
        except FileNotFoundError as gone:
            raise KeyError(checksum) from gone

    def __contains__(self, checksum: object) -> bool:
        """Without reading it."""
        return checksum in self._checksums

    def __iter__(self) -> Iterator[str]:
        """The checksums."""
        return iter(self._checksums)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._checksums)


def _place(checksum: str) -> Path:
    return Path(settings.DOCUMENTS) / checksum[:2] / checksum
