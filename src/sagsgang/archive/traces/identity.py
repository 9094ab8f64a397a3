"""Which item of a new edition is which of the one before: what is the same keeps its number in addresses.

Pure. An item is the same when it treats the same case, else when it has the same title, else when it has the same
number and nearly the same title.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_NEARLY = 0.6
_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an item is known by."""

    case_key: str
    title: str
    number: str


def numbers(known: dict[int, Likeness], items: Sequence[Likeness], last: int) -> list[int]:
    """The number in addresses of each of `items`; new ones are counted on from `last`, the highest ever given."""
    given: dict[int, int] = {}
    for feature in (_case, _title):
        _pair(feature, known, items, given)
    _pair_nearly(known, items, given)
    for index in range(len(items)):
        if index not in given:
            last += 1
            given[index] = last
    return [given[index] for index in range(len(items))]


def _case(one: Likeness) -> Hashable:
    return one.case_key


def _title(one: Likeness) -> Hashable:
    return one.title.casefold()


def _pair(
    feature: Callable[[Likeness], Hashable],
    known: dict[int, Likeness],
    items: Sequence[Likeness],
    given: dict[int, int],
) -> None:
    taken = set(given.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for number in sorted(known.keys() - taken, reverse=True):
        waiting[feature(known[number])].append(number)
    for index, item in enumerate(items):
        if index not in given and (same := feature(item)) and waiting[same]:
            given[index] = waiting[same].pop()


def _pair_nearly(known: dict[int, Likeness], items: Sequence[Likeness], given: dict[int, int]) -> None:
    taken = set(given.values())
    waiting = {known[number].number: number for number in sorted(known.keys() - taken, reverse=True)}
    for index, item in enumerate(items):
        if index in given or item.number not in waiting:
            continue
        if _alike(known[waiting[item.number]].title, item.title):
            given[index] = waiting.pop(item.number)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False).ratio() >= _NEARLY
