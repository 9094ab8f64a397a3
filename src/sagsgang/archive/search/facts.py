"""What the facets count of an entry, one character a fact: ten thousand words would take too long to count.

What a character means is for good, as the index keeps it: a new value goes last, any other change migrates.
"""

import re
from collections.abc import Sequence
from operator import add
from typing import Final

from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.paper.model import Access, ItemType

# In this order. A KLE group ("85.11") is two facts: the main group, which is counted, and the group in it.
NAMES: Final = ("years", "bodies", "item_types", "outcomes", "kle_groups", "groups", "access")
_TWO_DIGITS = ("", *(f"{number:02}" for number in range(100)))
_VALUES: dict[str, Sequence[str]] = {
    "item_types": ("", *ItemType),
    "outcomes": ("", *OutcomeKind),
    "kle_groups": _TWO_DIGITS,
    "groups": _TWO_DIGITS,
    "access": tuple(Access),
}
WIDTH: Final = len(NAMES)
_KLE = re.compile(r"(\d\d)(?:\.(\d\d))?", re.ASCII)
# Characters up to 255 are counted fastest: the years of our time are among them.
_FIRST_YEAR, _YEARS = 1800, 10_000
# PostgreSQL takes no 0 in a text, and no text may hold half a pair of UTF-16.
_FIRST, _HALVES, _HALF = 1, 0xD800, 0x800


def written(year: int, body: int, item_type: str, outcome: str, kle_number: str, access: str) -> str:
    """The facts of an entry in the order of NAMES; a KLE number that does not begin as one is none."""
    main, group = found.groups("") if (found := _KLE.match(kle_number)) else ("", "")
    said = {"item_types": item_type, "outcomes": outcome, "kle_groups": main, "groups": group, "access": access}
    numbers = ((year - _FIRST_YEAR) % _YEARS, body, *(_VALUES[name].index(text) for name, text in said.items()))
    return "".join(map(_character, numbers))


def column(facts: str, name: str) -> str:
    """One fact of all the entries whose facts stand one after the other."""
    return facts[NAMES.index(name) :: WIDTH]


def cells(facts: str, name: str) -> Sequence[str]:
    """What a filter of that name looks at in each of the entries."""
    found = column(facts, name)
    return list(map(add, found, column(facts, "groups"))) if name == "kle_groups" else found


def meaning(name: str, cell: str) -> str:
    """What a character of a column, or a cell, says: "2025", a body's id, "approved", "85" or "85.11"."""
    return ".".join(filter(None, (_meaning(name, ord(character)) for character in cell)))


def _character(number: int) -> str:
    place = number + _FIRST
    return chr(place if place < _HALVES else place + _HALF)


def _meaning(name: str, place: int) -> str:
    number = (place if place < _HALVES else place - _HALF) - _FIRST
    if name in _VALUES:
        return str(_VALUES[name][number])
    return str((number + _FIRST_YEAR) % _YEARS if name == "years" else number)
