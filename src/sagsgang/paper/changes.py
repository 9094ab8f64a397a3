"""What changed from one edition of a paper to another, as a reader wants to be told: item by item, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sagsgang.paper.difference import Run, difference
from sagsgang.paper.model import Access, Item, Paper, PaperKind

_KINDS = {PaperKind.AGENDA: "Dagsorden", PaperKind.MINUTES: "Referat"}


class Fate(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Part(StrEnum):
    """The parts that have no heading of their own in a paper."""

    KIND = "@kind"
    TIME = "@time"
    PLACE = "@place"
    MEMBERS = "@members"
    ABSENCES = "@absences"
    REMARKS = "@remarks"
    NUMBER = "@number"
    TITLE = "@title"
    ACCESS = "@access"
    CASE = "@case"
    ROUTE = "@route"
    TEXT = "@text"
    ATTACHMENTS = "@attachments"
    EXTRACT = "@extract"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A part of an item or of the paper: a `Part` or a heading, and what stayed, went and came of its text."""

    name: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that is not as it was; `fields` is empty for one that came or went."""

    number: str
    title: str
    fate: Fate
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in the paper's head and in its items, in the order of the later edition; what went comes last."""

    head: tuple[FieldChange, ...]
    items: tuple[ItemChange, ...]


def changes(before: Paper, after: Paper) -> Changes:
    """Everything in which `after` is not as `before`. O(text), each stretch bounded: see `difference`."""
    return Changes(tuple(_fields(_head(before), _head(after))), tuple(_items(before.items, after.items)))


def _items(before: Sequence[Item], after: Sequence[Item]) -> Iterator[ItemChange]:
    matched = _matched(before, after)
    for place, item in enumerate(after):
        earlier = matched.get(place)
        if earlier is None:
            yield ItemChange(item.number, item.title, Fate.ADDED)
        elif fields := tuple(_fields(_texts(before[earlier]), _texts(item))):
            yield ItemChange(item.number, item.title, Fate.CHANGED, fields)
    kept = set(matched.values())
    for place, item in enumerate(before):
        if place not in kept:
            yield ItemChange(item.number, item.title, Fate.REMOVED)


def _matched(before: Sequence[Item], after: Sequence[Item]) -> dict[int, int]:
    """Of each later item the earlier one: of the same case and title, of the same title, or of the same number."""
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(before)))
    for identity in (_case_and_title, _title, _number):
        places: dict[tuple[str, ...], list[int]] = {}
        for place in free:
            places.setdefault(identity(before[place]), []).append(place)
        for place, item in enumerate(after):
            same = places.get(identity(item))
            if place not in found and same:
                found[place] = same.pop(0)
                del free[found[place]]
    return found


def _case_and_title(item: Item) -> tuple[str, ...]:
    return (item.case_number or "", item.number, item.title)


def _title(item: Item) -> tuple[str, ...]:
    return (item.title,)


def _number(item: Item) -> tuple[str, ...]:
    return (item.number,)


def _fields(before: dict[str, str], after: dict[str, str]) -> Iterator[FieldChange]:
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name, ""), after.get(name, "")
        if one != other:
            yield FieldChange(name, difference(one, other))


def _head(paper: Paper) -> dict[str, str]:
    return {
        Part.KIND: _KINDS[paper.kind],
        Part.TIME: " – ".join(f"kl. {at:%H.%M}" for at in (paper.start, paper.end) if at),
        Part.PLACE: paper.place or "",
        Part.MEMBERS: "\n".join(paper.members),
        Part.ABSENCES: "\n".join(paper.absences),
        Part.REMARKS: paper.remarks or "",
    }


def _texts(item: Item) -> dict[str, str]:
    """The item's texts by the names of their headings; two of one heading stand together."""
    texts: dict[str, str] = {
        Part.NUMBER: item.number,
        Part.TITLE: item.title,
        Part.ACCESS: "Åbent" if item.access is Access.OPEN else "Lukket",
        Part.CASE: item.case_number or "",
        Part.ROUTE: ", ".join(item.route),
    }
    for section in item.sections:
        name = section.heading or Part.TEXT
        texts[name] = "\n\n".join(filter(None, (texts.get(name), section.text)))
    texts[Part.ATTACHMENTS] = "\n".join(_attachment(part.title, part.document_number) for part in item.attachments)
    for decision in item.decisions:
        name = f"{decision.body}, {decision.date:%d-%m-%Y}"
        texts[name] = "\n\n".join(filter(None, (texts.get(name), decision.text)))
    texts[Part.EXTRACT] = item.extract
    return texts


def _attachment(title: str, document_number: str | None) -> str:
    return f"{title} ({document_number})" if document_number else title
