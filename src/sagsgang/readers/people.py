"""The people of a meeting: lists of names, which end where something else begins."""

import re
from collections.abc import Sequence

from sagsgang.readers.case_numbers import begins_numbers
from sagsgang.readers.escaped import ANY_ITEM
from sagsgang.readers.marks import says_closed

_NOBODY = frozenset({"ingen", "-", "–", "ingen."})
_OF_THE_NAME = re.compile(r"(?:sag|sagerne|punkt|punkterne|pkt\.?|under|fra) ", re.IGNORECASE)
_BULLETS = ("- ", "· ", "• ")
# More words than these, unless parted by commas, are no name; a sentence has fewer.
_MOST_WORDS, _SENTENCE_WORDS = 12, 5
_PARTED = re.compile(r"[,;/]")


def people_and_rest(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in the lines under such a label, and the lines from the first that cannot be names."""
    filled = [line.strip() for line in lines if line.strip()]
    end = next((at for at, line in enumerate(filled) if not _may_name(line)), len(filled))
    return names("\n".join(filled[:end])), tuple(filled[end:])


def _may_name(line: str) -> bool:
    if ANY_ITEM.match(line) or begins_numbers(line) or says_closed(line):
        return False
    longest = max((len(part.split()) for part in _PARTED.split(line)), default=0)
    return longest <= (_SENTENCE_WORDS if line.endswith(".") and not line.endswith("kl.") else _MOST_WORDS)


def names(value: str) -> tuple[str, ...]:
    """The people in a list: a bulleted line each, or parted by semicolons, commas or lines."""
    found: list[str] = []
    for line in value.split("\n"):
        line = line.strip()
        if line[:2] in ("- ", "· ", "• "):
            found.append(line[2:].strip())
        elif line:
            found.extend(_parted(line))
    return tuple(name for name in found if name.casefold() not in _NOBODY)


def _parted(line: str) -> list[str]:
    parts = [part.strip() for part in line.split(";" if ";" in line else ",")]
    whole: list[str] = []
    for part in filter(None, parts):
        if whole and _OF_THE_NAME.match(part):
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole
