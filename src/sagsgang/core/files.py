"""Private storage of attachments: a file lies under its checksum, for its owner only. No address leads here."""

import hashlib
import os
import threading
from pathlib import Path

from django.conf import settings

_OWNER_ONLY = 0o600


def put(data: bytes) -> str:
    """Keep the bytes; gives their SHA-256 in hex, under which they are found. The same bytes are kept once."""
    checksum = hashlib.sha256(data).hexdigest()
    place = _place(checksum)
    if not place.exists():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = place.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY), "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.replace(place)
    return checksum


def get(checksum: str) -> bytes:
    """The bytes that were kept; raises FileNotFoundError when they are gone."""
    return _place(checksum).read_bytes()


def _place(checksum: str) -> Path:
    return Path(settings.DOCUMENTS) / checksum[:2] / checksum
