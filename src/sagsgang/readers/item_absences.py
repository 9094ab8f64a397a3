"""Who was absent while one item was treated: lines under its title that belong to the meeting's absences."""

from sagsgang.readers.draft import ItemDraft, Slot
from sagsgang.readers.people import people_and_rest
from sagsgang.readers.roles import MEETING_WORDS, Role

_LABELS = frozenset(MEETING_WORDS[Role.ABSENT].split("|"))
_LONGEST = max(map(len, _LABELS)) + 2


def take_absences(item: ItemDraft) -> tuple[str, ...]:
    """The names under "Fraværende:" and its like at the item's top, taken out, each with the item's number."""
    found = (name for slot in item.slots if slot.role is Role.PREAMBLE and not slot.guarded for name in _taken(slot))
    return tuple(f"{name}, punkt {item.number}" for name in found)


def _taken(slot: Slot) -> tuple[str, ...]:
    taken: tuple[str, ...] = ()
    at = 0
    while at < len(slot.lines):
        end, names = _named(slot.lines, at)
        if names:
            del slot.lines[at:end]
        else:
            at += 1
        taken += names
    return taken


def _named(lines: list[str], at: int) -> tuple[int, tuple[str, ...]]:
    """The names that the label at that place gives, and where they end: on its line, or on the lines right below."""
    label, colon, value = lines[at][:_LONGEST].partition(":")
    if label.strip().casefold() not in _LABELS:
        return at, ()
    below = at + 1
    if colon and (value := lines[at].partition(":")[2].strip()):
        names, rest = people_and_rest([value])
        return below, () if rest else names
    while below < len(lines) and lines[below]:
        below += 1
    names, rest = people_and_rest(lines[at + 1 : below])
    return below, () if rest else names
