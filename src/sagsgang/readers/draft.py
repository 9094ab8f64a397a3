"""What the engine gathers before anything is made of it: lines under roles, in the order of the source."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from sagsgang.paper.model import ItemType
from sagsgang.readers.hyphen import join
from sagsgang.readers.profile import ItemForm
from sagsgang.readers.roles import SECTIONS, Role

_SQUEEZE = re.compile(r"[\W_]+")
# A page's foot, also as a scanner spells it: "Solbjerg Kommune Sidelaf 11".
_ABSENCE = re.compile(r"(?:Afbud(?: fra)?|Fraværende(?: med afbud)?|Ikke til ?stede|Deltog ikke): ?\S")
_PAGE_FOOT = re.compile(r"\bSide ?[\dlIOi]{1,3} ?(?:af|/) ?[\dlIO]{1,3}$")
_SENTENCE_END = ".:!?;"
# A line from this length on was wrapped for the page's sake.
_FULL = 45
# What begins an entry of a list.
_LISTED = re.compile(r"[-–·•*o] |\d{1,3}[.)]|[a-z][.)] ")
_WIDEST_STEP = 30
# "2018 Regnskab": a year is no item's number.
_YEAR = 4


@dataclass(slots=True)
class Slot:
    """Lines under one heading. `body` and `date` only for decisions; `closed` when the heading says so."""

    role: Role
    heading: str = ""
    line: int = 0
    lines: list[str] = field(default_factory=list)
    body: str | None = None
    date: datetime.date | None = None
    closed: bool = False
    unread: bool = False
    # Whether a line was guarded: then all of it is text, whatever it looks like.
    guarded: bool = False

    def add(self, text: str) -> None:
        """Another line; "" for a blank one."""
        self.lines.append(text)

    def add_after_break(self, text: str, known: Callable[[], frozenset[str]]) -> None:
        """A line after a page's end: it goes on with the sentence that the page's end parted."""
        last = next((line for line in reversed(self.lines) if line), "")
        if self._is_parted(last, text):
            while not self.lines[-1]:
                self.lines.pop()
            self.go_on(text, known)
        else:
            self.lines.append(text)

    def go_on(self, text: str, known: Callable[[], frozenset[str]]) -> None:
        """The rest of the last line; `known` tells the words that stand whole elsewhere in the source."""
        last = self.lines[-1]
        self.lines[-1] = join(last, text, known() if last[-1] == "-" else frozenset())

    def _is_parted(self, last: str, text: str) -> bool:
        """Whether a sentence goes on: with a small letter, or with a name or number under a full line."""
        if not last or last[-1] in _SENTENCE_END:
            return False
        if text[0].islower():
            return True
        is_full = len(last) >= _FULL and self.role is not Role.ATTACHMENTS
        return is_full and "\t" not in last + text and not _LISTED.match(text)

    def breaks_word(self, text: str) -> bool:
        """Whether a line begins with the rest of a word that the end of the last one broke."""
        last = self.lines[-1] if self.lines else ""
        return last[-1:] == "-" and len(last) >= _FULL and text[0].islower() and "\t" not in last

    def pop_title(self, *, alone: bool = True) -> str | None:
        """The last line taken out, when it could be a title and, where `alone`, stands alone as titles do."""
        lines = self.lines
        while lines and not lines[-1]:
            lines.pop()
        if not lines or not looks_like_title(lines[-1]) or (alone and len(lines) > 1 and lines[-2]):
            return None
        return lines.pop()

    @property
    def filled(self) -> bool:
        """Whether any line says something."""
        return any(self.lines)


@dataclass(slots=True)
class ItemDraft:
    """An item as found. `is_open` is what its heading or its group of items says; None when neither."""

    number: str
    title: str
    line: int
    is_open: bool | None = None
    item_type: ItemType | None = None
    slots: list[Slot] = field(default_factory=list)

    def has(self, role: Role) -> bool:
        """Whether something of that role stands under the item."""
        return any(slot.role is role for slot in self.slots)

    @property
    def has_text(self) -> bool:
        """Whether anything is said under the item."""
        return any(slot.filled for slot in self.slots if slot.role in SECTIONS or slot.role is Role.PREAMBLE)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a title is known of it: a mark right below is its own, and not the next item's."""
        return self.is_open is None and not any(
            slot.filled or slot.role in (Role.OPEN, Role.CLOSED) for slot in self.slots
        )

    @property
    def is_under_way(self) -> bool:
        """Whether the item is past its top, so that a mark of access must be another item's."""
        return any(slot.role in SECTIONS or slot.role is Role.DECISION for slot in self.slots)

    def is_wrapped_by(self, slot: Slot) -> bool:
        """Whether the slot's heading is the first "Sagsfremstilling", which stands over the item's page."""
        return (
            slot.role is Role.PRESENTATION
            and not slot.filled
            and not any(other.role in SECTIONS and other is not slot for other in self.slots)
        )


@dataclass(slots=True)
class Entry:
    """A line of the contents list."""

    number: str
    title: str
    page: int | None
    is_closed: bool
    # Whether the list itself shows no numbers.
    counted: bool = False


@dataclass(slots=True)
class Draft:
    """A whole source as found."""

    header: list[Slot] = field(default_factory=list)
    contents: list[Entry] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)
    # The forms of the items' headings; `guessed` when an item was begun without one.
    forms: set[ItemForm] = field(default_factory=set)
    guessed: bool = False

    def follows(self, number: str) -> bool:
        """Whether an item of that number may come next, and is not too far from the last."""
        last = next((item.number for item in reversed(self.items) if item.number.isdigit()), None)
        return 0 < int(number) - int(last) <= _WIDEST_STEP if last else len(number) < _YEAR

    def next_number(self) -> str:
        """The number of an item that shows none."""
        numbers = [item.number for item in self.items if item.number]
        last = numbers[-1] if numbers else "0"
        return str(int(last) + 1) if last.isdigit() else str(len(numbers) + 1)


@lru_cache(maxsize=1024)
def squeezed(text: str) -> str:
    """`text` as it is compared: lower case, letters and digits only."""
    return _SQUEEZE.sub("", text).casefold()


def looks_like_title(text: str) -> bool:
    """Whether a line could be an item's title: not too long, not a sentence, not a list item."""
    return (
        1 < len(text) <= 200
        and text[-1] not in ".,;:"
        and not _PAGE_FOOT.search(text)
        and not _ABSENCE.match(text)
        and (text[0].isupper() or text[0].isdigit() or text[0] in '§"”»')
    )
