"""Files on their way in one zip file, read from the disk a piece at a time: none is held whole."""

import zipfile
from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import Any

from sagsgang.core import files
from sagsgang.desk.queries.bundle import Laid

_PIECE = 256 * 1024  # bytes
# Zip files know no year before; the same files give the same bytes.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class _Tap(RawIOBase):
    """Takes what the zip file writes, until it is sent on."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[bytes] = []

    def writable(self) -> bool:
        """It takes bytes, and can go to no place in them."""
        return True

    def write(self, data: Any) -> int:
        """Keep a copy."""
        self._kept.append(bytes(data))
        return len(data)

    def drawn(self) -> bytes:
        """What was written since the last time."""
        kept, self._kept = b"".join(self._kept), []
        return kept


def streamed(made: dict[str, bytes], laid: Iterable[Laid], missing: str) -> Iterator[bytes]:
    """The zip file in pieces: what was `made`, then the files as they lie; `missing` names those that are gone.

    Not compressed: what takes room among papers, PDF, Word and pictures, is so already.
    """
    tap, gone = _Tap(), []
    with zipfile.ZipFile(tap, "w") as whole:
        for name, data in made.items():
            whole.writestr(_entry(name), data)
            yield tap.drawn()
        for one in laid:
            try:
                yield from _copied(whole, tap, one)
            except FileNotFoundError:
                gone.append(one.name)
        if gone:
            whole.writestr(_entry(missing), "\r\n".join(gone))
    yield tap.drawn()


def _copied(whole: zipfile.ZipFile, tap: _Tap, one: Laid) -> Iterator[bytes]:
    with files.stream(one.checksum) as source, whole.open(_entry(one.name), "w", force_zip64=True) as entry:
        while piece := source.read(_PIECE):
            entry.write(piece)
            yield tap.drawn()


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, _LONG_AGO)
