"""Bytes to lines, whatever the file calls itself."""

from collections.abc import Callable
from importlib import import_module

from sagsgang.readers.base import Line
from sagsgang.readers.extract.extracted import Extracted
from sagsgang.readers.extract.refused import Refused
from sagsgang.readers.extract.sniff import Kind, kind_of

BYTES_LIMIT = 100_000_000
EMPTY = "Filen er tom."
NO_TEXT = "Filen indeholder ingen tekst."
TOO_BIG = f"Filen er større end {BYTES_LIMIT // 1_000_000} MB og bliver ikke læst."


def extract(data: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a file. Raises `Refused` with one Danish line when there are none to be had."""
    return extracted(data, name).lines


def extracted(data: bytes, name: str) -> Extracted:
    """The same, with the pages that could not be read. `name` is the file's, and is not believed."""
    del name
    if len(data) > BYTES_LIMIT:
        raise Refused(TOO_BIG)
    if not data.strip(b"\x00 \t\r\n\f\v"):
        raise Refused(EMPTY)
    found = _extractor(kind_of(data))(data)
    if not any(line.text.strip(" \t\u200b\ufeff") for line in found.lines):
        raise Refused(NO_TEXT)
    return found


def _extractor(kind: Kind) -> Callable[[bytes], Extracted]:
    """Each extractor brings a library of its own, loaded when the first file of its kind comes."""
    module = import_module(f"sagsgang.readers.extract.{kind.value}")
    found: Callable[[bytes], Extracted] = module.extract
    return found
