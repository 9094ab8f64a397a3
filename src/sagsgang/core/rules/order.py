"""The order of an agenda and the numbers of its items. Pure: it knows places, not rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class Place(IntEnum):
    """Where a standing item stands; all others are in between."""

    FIRST = 0
    BETWEEN = 1
    LAST = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the agenda. `together_with` is the id of the item that it is taken together with."""

    id: int
    closed: bool
    place: Place = Place.BETWEEN
    together_with: int | None = None

    @property
    def rank(self) -> tuple[bool, Place]:
        """Closed items come last, so that listeners can go once; then standing first, others, standing last."""
        return self.closed, self.place


def by_rule(entries: Sequence[Entry]) -> list[int]:
    """The ids in the order of the rules; entries of one rank stay as they stood."""
    return together(sorted(entries, key=lambda entry: entry.rank))


def inserted(entries: Sequence[Entry], new: Entry) -> list[int]:
    """The ids with `new` put behind the last of its rank or a lower one: what was arranged by hand stays so."""
    behind = [at for at, entry in enumerate(entries, 1) if entry.rank <= new.rank]
    at = behind[-1] if behind else 0
    return together([*entries[:at], new, *entries[at:]])


def together(entries: Sequence[Entry]) -> list[int]:
    """The ids with items that are taken together right behind each other, the one that leads them first."""
    known = {entry.id for entry in entries}
    led: dict[int, list[int]] = {}
    leaders = []
    for entry in entries:
        lead = entry.together_with
        if lead is None or lead not in known or lead == entry.id:
            leaders.append(entry.id)
        else:
            led.setdefault(lead, []).append(entry.id)
    found = [one for leader in leaders for one in _with_led(leader, led)]
    # Two that lead each other would be left out.
    return [*found, *(entry.id for entry in entries if entry.id not in set(found))]


def _with_led(leader: int, led: dict[int, list[int]]) -> list[int]:
    found: list[int] = []
    waiting = [leader]
    while waiting:
        one = waiting.pop(0)
        found.append(one)
        waiting = [*led.pop(one, []), *waiting]
    return found


def numbers(ids: Sequence[int], last: int) -> dict[int, int]:
    """The number of each item, on from the `last` that was given: 0 for a body that begins at 1 with each meeting."""
    return {one: number for number, one in enumerate(ids, last + 1)}
