"""The numbers under which entries lie in the index, and the terms for filters and for case and document numbers."""

import re
from collections.abc import Iterator
from datetime import date

_PLACES = 40
_MASK = (1 << _PLACES) - 1
_COMPONENT = re.compile(r"[^\W_]+")
_SHORTEST_NUMBER = 4
_MOST_COMPONENTS = 8
_LONGEST_NUMBER = 200  # PostgreSQL takes no term of 2 kB

AUDIENCE, BODY, YEAR, TYPE, OUTCOME, KLE, ACCESS, NUMBER = (letter + "§" for letter in "abytokcn")


def key_of(day: date, entry_id: int) -> int:
    """The entry's place in the index: falling keys are falling dates, and within a day the order of entry."""
    return (day.toordinal() << _PLACES) | (_MASK - entry_id)


def entry_of(key: int) -> int:
    """The entry's id."""
    return _MASK - (key & _MASK)


def day_of(key: int) -> int:
    """The entry's day, as the day's ordinal number."""
    return key >> _PLACES


def between(first: date | None, last: date | None) -> tuple[int, int] | None:
    """The lowest and the highest place of entries from `first` to `last`, either of them open; None for all."""
    if first is None and last is None:
        return None
    lowest, highest = (first or date.min).toordinal(), (last or date.max).toordinal()
    return lowest << _PLACES, highest << _PLACES | _MASK


def filter_term(kind: str, value: object) -> str:
    """The term that all entries with this value have. Anything but letters and digits is left out of it."""
    return kind + "".join(_COMPONENT.findall(str(value).lower()))


def number_terms(number: str) -> Iterator[str]:
    """A term for each way to write a case or document number: whole or only its last components, zeros or not.

    326-2016-59792 is found by 326201659792, 201659792, 59792; a year or code alone finds nothing.
    """
    components = _COMPONENT.findall(number[:_LONGEST_NUMBER].lower())[:_MOST_COMPONENTS]
    bare = [part.lstrip("0") or "0" for part in components]
    for parts in (components, bare) if bare != components else (components,):
        for start in range(len(parts)):
            tail = "".join(parts[start:])
            if start == 0 or len(tail) >= _SHORTEST_NUMBER:
                yield NUMBER + tail
        if len(parts) > 2:
            yield NUMBER + "".join(parts[:-1])


def asked_number(components: list[str]) -> str:
    """The term for a number as somebody wrote it, from its words."""
    return NUMBER + "".join(components).lower()
