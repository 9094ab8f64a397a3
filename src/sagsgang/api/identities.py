"""Ids in the form of a UUID, as the robots expect them, that say which row is meant and never change."""

import re
from enum import IntEnum
from uuid import UUID

_FORM = re.compile(r"[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")
_ROW = (1 << 48) - 1


class Kind(IntEnum):
    """What an id names."""

    BODY = 1
    MEETING = 2
    ITEM = 3
    ATTACHMENT = 4


def identity(kind: Kind, row: int, place: int = 0) -> str:
    """The id of a row; `place` (below 4096) counts what lies within it.

    Version 5, made from a name: what it is is version 8 (RFC 9562), but there are robots that know 1 to 5 only.
    """
    return f"{kind:08x}-0000-5{place:03x}-8000-{row:012x}"


def row_of(kind: Kind, text: str) -> tuple[int, int] | None:
    """The row, and the place within it, that an id of that kind names; None for any other text."""
    if not _FORM.fullmatch(text):
        return None
    number = UUID(text).int
    row, place = number & _ROW, (number >> 64) & 0xFFF
    return (row, place) if identity(kind, row, place) == str(UUID(text)) else None
