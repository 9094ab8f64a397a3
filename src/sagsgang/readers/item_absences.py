"""Who was absent while one item was treated: lines under its title that belong to the meeting's absences."""

import re

from sagsgang.readers.draft import ItemDraft, Slot
from sagsgang.readers.people import people_and_rest
from sagsgang.readers.roles import MEETING_WORDS, Role

# "Anne Alm (A), Bo Birk (V)"
_MEMBER = r"[A-ZÆØÅ][^\W\d_.'-]{1,20}(?:[ .'-]{1,2}[A-ZÆØÅ][^\W\d_.'-]{0,20}){1,5} \([A-ZÆØÅ]{1,3}\)"
_MEMBERS = re.compile(rf"{_MEMBER}(?:(?:, | og |; ){_MEMBER}){{0,30}}\.?")
_HEADING = "Fraværende"
_LABELS = frozenset(MEETING_WORDS[Role.ABSENT].split("|"))
_LONGEST = max(map(len, _LABELS)) + 2


def take_absences(item: ItemDraft) -> tuple[str, ...]:
    """The names under "Fraværende:" and its like at the item's top, taken out, each with the item's number."""
    return tuple(f"{name}, punkt {item.number}" for name in _taken_from(item))


def set_apart_absences(item: ItemDraft) -> None:
    """Such names in a closed item, which no one else may read: a part of their own, for they are none of its text."""
    line = next((slot.line for slot in item.slots if slot.role is Role.PREAMBLE and slot.filled), item.line)
    if names := _taken_from(item):
        item.slots.insert(0, Slot(Role.OTHER, _HEADING, line, [", ".join(names)]))


def _taken_from(item: ItemDraft) -> list[str]:
    return [name for slot in item.slots if slot.role is Role.PREAMBLE and not slot.guarded for name in _taken(slot)]


def _taken(slot: Slot) -> tuple[str, ...]:
    taken: tuple[str, ...] = _first_line(slot.lines)
    at = 0
    while at < len(slot.lines):
        end, names = _named(slot.lines, at)
        if names:
            del slot.lines[at:end]
        else:
            at += 1
        taken += names
    return taken


def _first_line(lines: list[str]) -> tuple[str, ...]:
    """The names of a list of members with their parties right under the title, where some layouts have the absent."""
    first = next((at for at, line in enumerate(lines) if line), -1)
    if first < 0 or not _MEMBERS.fullmatch(lines[first]):
        return ()
    return people_and_rest([lines.pop(first)])[0]


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
