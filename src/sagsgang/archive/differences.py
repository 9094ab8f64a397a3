"""How two open editions of one meeting differ, in a few Danish lines that quote neither of them."""

from collections.abc import Callable, Iterator

from sagsgang.archive.texts import item_texts
from sagsgang.paper.model import Item, Paper

_FIELDS = {
    "authority": "myndigheden",
    "start": "starttidspunktet",
    "end": "sluttidspunktet",
    "place": "stedet",
    "members": "medlemmerne",
    "absences": "afbuddene",
    "remarks": "bemærkningerne",
}
_PARTS = {
    "title": "titlen",
    "access": "åbent eller lukket",
    "case_number": "sagsnummeret",
    "sections": "afsnittene",
    "attachments": "bilagene",
    "decisions": "beslutningerne",
    "extract": "det offentlige uddrag",
}
_COUNTS: dict[str, Callable[[Item], int]] = {
    "afsnit": lambda item: len(item.sections),
    "bilag": lambda item: len(item.attachments),
    "beslutninger": lambda item: len(item.decisions),
    "tegn": lambda item: sum(len(text) for _, text in item_texts(item)),
}


def differences(one: Paper, other: Paper) -> Iterator[str]:
    """The fields, counts and items in which `one` is not as `other`; `one` stands first in each line."""
    if fields := _unlike(one, other, _FIELDS):
        yield f"forskel i {fields}"
    if len(one.items) != len(other.items):
        yield f"punkter: {len(one.items)} mod {len(other.items)}"
    for name, count in _COUNTS.items():
        mine, theirs = sum(map(count, one.items)), sum(map(count, other.items))
        if mine != theirs:
            yield f"{name}: {mine} mod {theirs}"
    yield from _items({item.number: item for item in one.items}, {item.number: item for item in other.items})


def _items(mine: dict[str, Item], theirs: dict[str, Item]) -> Iterator[str]:
    for number in dict.fromkeys([*mine, *theirs]):
        if number not in theirs or number not in mine:
            yield f"punkt {number}: findes kun i {'det første' if number in mine else 'det andet'}"
        elif parts := _unlike(mine[number], theirs[number], _PARTS):
            yield f"punkt {number}: forskel i {parts}"


def _unlike(one: Paper | Item, other: Paper | Item, names: dict[str, str]) -> str:
    pairs = ((name, getattr(one, name), getattr(other, name)) for name in names)
    return ", ".join(names[name] for name, mine, theirs in pairs if mine != theirs)
