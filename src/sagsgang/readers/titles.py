"""An item's title without what else its line says: that it is closed, its type, buttons of a web page."""

import re
from functools import lru_cache
from typing import NamedTuple

from sagsgang.danish.spelling import distance_within
from sagsgang.paper.model import ItemType

_CLOSED = re.compile(
    r"[(\[]?(?P<word>\w{6})\)?(?: (?:sag|punkt))?(?:[)\]]| ?[:;]| ?[-–] )\s{0,3}|\(Lukket\) ?"
    r"|(?:[(\[](?:fortroligt?|personsag|ikke[- ]offentligt?)[)\]]|(?:fortroligt?|personsag)(?: ?:| ?[-–] ))\s{0,3}",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:Åbent?|Åben sag)(?: punkt)? ?[:-] ?", re.IGNORECASE)
# "Lukket Grund": a small letter after the word would go on with a title of its own, "Lukket afdeling".
_CLOSED_BARE = re.compile(r"(?:Lukket|LUKKET) (?=[A-ZÆØÅ0-9\"”»])")
_OPEN_LAST = re.compile(r" \(åbent?(?: sag| punkt)?\)$", re.IGNORECASE)
_CLOSED_LAST = re.compile(
    r" (?:[(\[](?:lukket|lukket sag|lukket punkt|fortroligt?|ikke[- ]offentligt?|personsag|for lukkede døre)[)\]]"
    r"|[-–] (?:lukket(?: sag| punkt)?|fortroligt?|personsag))$",
    re.IGNORECASE,
)
_LAST_WORDS = ("kket", "kket)", "kket]", "olig", "oligt", "tlig", "tligt", "sag", "punkt", ")", "]")
_TYPE = re.compile(
    r" ?\((?P<type>[BOD]|(?:beslutning|orientering|drøftelse|efterretning)s?(?:sag)?)\)$", re.IGNORECASE
)
# What such a button's words end in.
_BUTTON_ENDS = ("punkt", "skriv", "oppen")
_BUTTON = re.compile(r" ?(?:Åbn/luk punkt|Udskriv|Til toppen)$", re.IGNORECASE)

_TYPES = {
    "b": ItemType.DECISION,
    "bes": ItemType.DECISION,
    "god": ItemType.DECISION,
    "d": ItemType.DISCUSSION,
    "drø": ItemType.DISCUSSION,
    "dro": ItemType.DISCUSSION,
    "tem": ItemType.DISCUSSION,
    "o": ItemType.INFORMATION,
    "ori": ItemType.INFORMATION,
    "0ri": ItemType.INFORMATION,
    "eft": ItemType.INFORMATION,
    "til": ItemType.INFORMATION,
}


class Title(NamedTuple):
    """A title's parts; `is_open` is None when it says nothing about that."""

    text: str
    is_open: bool | None = None
    item_type: ItemType | None = None


@lru_cache(maxsize=64)
def parse_title(text: str) -> Title:
    """The title in `text`, with what stands around it read and taken away. Asked several times for each title."""
    text = " ".join(text.split()) if "  " in text else text.strip()
    if text[-5:].casefold() in _BUTTON_ENDS:
        text = _BUTTON.sub("", text)
    text, is_open = _without_access(text)
    kind = _TYPE.search(text) if text.endswith(")") else None
    if kind:
        text = text[: kind.start()]
    return Title(text.strip(), is_open, item_type(kind["type"]) if kind else None)


def _without_access(text: str) -> tuple[str, bool | None]:
    closed = _CLOSED.match(text)
    if closed and (closed["word"] is None or distance_within(closed["word"].casefold(), "lukket", 1)):
        return text[closed.end() :], False
    if text[:1] in "Ll" and (bare := _CLOSED_BARE.match(text)):
        return text[bare.end() :], False
    if text.endswith(_LAST_WORDS) and (last := _CLOSED_LAST.search(text)):
        return text[: last.start()], False
    if text.endswith(")") and (last := _OPEN_LAST.search(text)):
        return text[: last.start()], True
    if text.startswith(("Å", "å")) and (first := _OPEN.match(text)):
        return text[first.end() :], True
    return text, None


def item_type(text: str) -> ItemType | None:
    """What "Beslutning.", "Orienteringssag", "(B)" ask of the board; None when `text` is no type."""
    word = text.strip(" .:()-·•").casefold().removeprefix("sag ").removeprefix("til ")
    if len(word) > 40 or len(word.split()) > 3:
        return None
    return _TYPES.get(word if len(word) == 1 else word[:3])
