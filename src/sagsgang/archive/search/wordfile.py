"""A list of words with their base forms as one file, looked up where it lies: processes share it, none loads it.

Read by place, not mapped into memory: all that was ever looked up would count as each web worker's own, 20 MB.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from struct import Struct
from zlib import crc32

from sagsgang.archive.files import write_beside

_PLACES = 1 << 16
_HEAD = Struct(f"<{_PLACES + 1}I")
_SPAN = Struct("<II")


class WordFile:
    """The file: where each of 65,536 places begins, then the words of each place, one a line with a tab between."""

    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
        self._head = os.pread(self._file, _HEAD.size, 0)

    def __del__(self) -> None:
        with suppress(AttributeError):  # the file could not be opened
            os.close(self._file)

    def get(self, word: str) -> str | None:
        """What stands beside the word, None when it is not in the list."""
        key = word.encode()
        words = self._words(key)
        found = words.find(b"\n%b\t" % key)
        if found < 0:
            return None
        beside = found + len(key) + 2
        return words[beside : words.find(b"\n", beside)].decode()

    def __contains__(self, word: str) -> bool:
        key = word.encode()
        return self._words(key).find(b"\n%b\t" % key) >= 0

    def _words(self, key: bytes) -> bytes:
        """The words of the place where `key` would be."""
        start, end = _SPAN.unpack_from(self._head, _SPAN.size // 2 * _place(key))
        return os.pread(self._file, end - start, start)


def write(file: Path, words: Mapping[str, str]) -> None:
    """Write the words whole or not at all; none of them has a tab or a line's end in it."""
    places: list[list[bytes]] = [[] for _ in range(_PLACES)]
    for word, beside in words.items():
        key = word.encode()
        places[_place(key)].append(b"\n%b\t%b" % (key, beside.encode()))
    texts = [b"".join(place) + b"\n" for place in places]
    starts = [_HEAD.size]
    for text in texts:
        starts.append(starts[-1] + len(text))
    write_beside(file, b"".join((_HEAD.pack(*starts), *texts))).replace(file)


def _place(key: bytes) -> int:
    return crc32(key) % _PLACES
