"""The last look before publishing: whether lines of a closed or unknown item stand where only open text should."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sagsgang.paper.model import Access, Item
from sagsgang.readers.base import Doubt, Line
from sagsgang.readers.case_numbers import begins_numbers
from sagsgang.readers.clean import GUARD
from sagsgang.readers.doubts import doubt
from sagsgang.readers.draft import Draft, squeezed
from sagsgang.readers.marks import ends_closed, heads_closed, hinted, says_closed
from sagsgang.readers.roles import Role

# A heading of an item in any form that minutes use, also those that the layout at hand does not.
ANY_ITEM = re.compile(
    r"(?:(?:Dagsordenspunkt|Dagsordenens punkt|Sag(?:snr| nr)?|Punkt(?: nr)?|Pkt|Ad|Nr|Emne)\b\.? {0,2}|§ ?)?"
    r"(?P<number>\d{1,4})[a-z]?(?: ?[.:)–-]\s{0,2}|\t|\s{1,3})(?P<title>[^\W\d_].{2,200}|[\"”»].{2,200})$",
    re.IGNORECASE,
)
_ITEM_FIRSTS = frozenset("0123456789DdSsPpAaNnEe§")
# Behind the number of a page: "3 | Side".
_PAGE_WORDS = frozenset({"Side", "Page"})
_CASE_LINE = re.compile(r"(?:Sags?\.? ?(?:nr|nummer|id)\b|Acadre sagsnr).{2,150}$", re.IGNORECASE)
_CASE_FIRSTS = frozenset("SsAa")
# What stands under such a heading where there was nothing to treat.
_NOTHING = frozenset({"ingen", "ingen.", "-", "ingen punkter", "ingen sager"})
_DECISION = frozenset({"beslutning", "beslutninger"})
_B = "bB"
_LONGEST = 220
_SENTENCE = 5
_MARKED_PART = " (lukket)"
# Lists of the header under which an item's lines can be taken for more of it.
_SWALLOWERS = frozenset({Role.MEMBERS, Role.ABSENT, Role.REMARKS})


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a part of the paper begins; `item` is the number of the item it is of, None in the meeting's own."""

    line: int
    item: str | None
    role: Role | None
    is_open: bool
    closed_here: bool = False


class Escaped:
    """Looks through the lines of one source, knowing which item each became part of."""

    def __init__(self, lines: Sequence[Line], texts: Sequence[str], draft: Draft, items: Sequence[Item]) -> None:
        self._lines = lines
        self._texts = texts
        self._items = {item.number: item for item in items}
        self._parts = sorted(_parts(draft, items), key=lambda part: part.line)
        self._begins = [part.line for part in self._parts]
        self._item_lines = {found.line for found in draft.items}
        self._closed_starts = {
            found.line for found, item in zip(draft.items, items, strict=True) if item.access is Access.CLOSED
        }
        self._decisions = [
            at
            for at, text in enumerate(texts)
            if text[:1] in _B and text and text.casefold().rstrip(" :") in _DECISION
        ]
        self._first_lines = [(at, text) for at, text in enumerate(texts) if text[:1] in _ITEM_FIRSTS and text]

    def doubts(self, *, bare_decisions: bool) -> Iterator[Doubt]:
        """What stands where it should not. `bare_decisions`: "Beslutning" alone is no heading of the layout."""
        yield from self._marks()
        yield from self._cases()
        yield from self._headings(bare_decisions=bare_decisions)

    def _marks(self) -> Iterator[Doubt]:
        for at in hinted(self._texts):
            text = self._texts[at]
            if text[0] == GUARD or not (says_closed(text) or self._is_closed_title(at)):
                continue
            part = self._part(at)
            if part is not None and not part.is_open and part.item is not None:
                continue
            if part is not None and (part.role is Role.CONTENTS or self._is_own(part, text, at)):
                continue
            if not self._leads_to_closed(at):
                yield doubt("closed_mark", part.item if part else None, self._lines[at].number)

    def _is_closed_title(self, at: int) -> bool:
        """Whether a line that begins a block could be an item's title, with a last word that closes it."""
        return ends_closed(self._texts[at]) and not (at and self._texts[at - 1])

    def _tells_below(self, at: int) -> bool:
        """Whether a sentence stands under the row of a list: then the row may be an item's title."""
        after = self._after(at)
        return after >= 0 and self._texts[after].endswith(".") and len(self._texts[after].split()) >= _SENTENCE

    def _leads_to_closed(self, at: int) -> bool:
        """Whether a closed item begins under the mark, or nothing does where several could have."""
        after = self._after(at)
        if heads_closed(self._texts[at]) and (after < 0 or self._texts[after].casefold() in _NOTHING):
            return self._after(after) < 0 if after >= 0 else True
        return after >= 0 and self._lines[after].number in self._closed_starts

    def _is_own(self, part: _Part, text: str, at: int) -> bool:
        """Whether the mark is of one part only, which it closed: a heading's, an attachment's."""
        if not text.endswith(_MARKED_PART) or ANY_ITEM.match(text):
            return False
        if part.role is Role.ATTACHMENTS:
            return not self._tells_below(at)
        return part.closed_here and part.line == self._lines[at].number

    def _cases(self) -> Iterator[Doubt]:
        """An item has one case: a second number, behind its text, is of another item."""
        seen: dict[str, str] = {}
        for at, text in self._first_lines:
            if text[0] not in _CASE_FIRSTS or not _CASE_LINE.match(text):
                continue
            part = self._part(at)
            if part is None or not begins_numbers(text):
                continue
            if part.item is None:
                stray = part.role in _SWALLOWERS
            else:
                value = squeezed(text)
                stray = part.is_open and (seen.setdefault(part.item, value) != value or part.role is Role.DECISION)
            if stray:
                yield doubt("stray_heading", part.item, self._lines[at].number)

    def _headings(self, *, bare_decisions: bool) -> Iterator[Doubt]:
        for at, text in self._first_lines:
            match = ANY_ITEM.match(text) if len(text) < _LONGEST and text[-1] not in ".,;" else None
            if match is None or match["title"] in _PAGE_WORDS:
                continue
            part = self._part(at)
            if part is None or part.role is Role.CONTENTS or (part.item is not None and not part.is_open):
                continue
            if self._is_own_heading(part, match["title"]):
                continue
            if (
                self._has_witness(at, part)
                or self._is_in_turn(at, part, match)
                or (bare_decisions and self._decided_later(at, part))
            ):
                yield doubt("stray_heading", part.item, self._lines[at].number)

    def _next_number(self, number: str) -> int:
        """The number of the item behind that one; 0 where there is none."""
        numbers = list(self._items)
        following = numbers[numbers.index(number) + 1 :] if number in self._items else []
        return int(following[0]) if following and following[0].isdigit() else 0

    def _is_own_heading(self, part: _Part, title: str) -> bool:
        item = self._items.get(part.item or "")
        have = squeezed(title)
        return item is not None and bool(have) and (squeezed(item.title)[:12] in have or have in squeezed(item.title))

    def _is_in_turn(self, at: int, part: _Part, match: re.Match[str]) -> bool:
        """Whether the line begins a block with the number that the next item would have, and goes on with no list."""
        if part.item is None or not part.item.isdigit() or (at and self._texts[at - 1]):
            return False
        number, here = int(match["number"]), int(part.item)
        in_turn = number in (here + 1, self._next_number(part.item)) or number == here > 1
        if not in_turn or not match["title"][0].isupper():
            return False
        begin = next((i for i in range(at, -1, -1) if self._lines[i].number in self._item_lines), 0)
        title = squeezed(self._items[part.item].title)
        before = re.compile(rf"(?:\W{{1,3}}|\w{{1,20}}\.? )?{number - 1}\b")
        in_list = (text for text in self._texts[begin + 1 : at] if before.match(text))
        return all(title in squeezed(text) for text in in_list)

    def _has_witness(self, at: int, part: _Part) -> bool:
        """Whether what stands right under the line is what stands under an item's title, and no item of its own."""
        after = self._after(at)
        if after < 0 or after > at + 3:
            return False
        below = self._part(after)
        if below is None or below.item != part.item or self._lines[after].number in self._item_lines:
            return False
        if self._texts[after][0] == GUARD:
            return False
        if part.role is Role.ATTACHMENTS and self._leads_to_closed(after) and self._goes_on_list(at):
            return False  # the last of a counted list, and the mark over the item after it
        return says_closed(self._texts[after]) or begins_numbers(self._texts[after])

    def _goes_on_list(self, at: int) -> bool:
        """Whether the line right above has the number before this one's."""
        above, here = ANY_ITEM.match(self._texts[max(0, at - 1)]), ANY_ITEM.match(self._texts[at])
        return above is not None and here is not None and int(above["number"]) + 1 == int(here["number"])

    def _decided_later(self, at: int, part: _Part) -> bool:
        """Whether "Beslutning", which is no heading of the layout, stands below in the same item."""
        after = bisect_right(self._decisions, at)
        found = self._part(self._decisions[after]) if after < len(self._decisions) else None
        return part.item is not None and found is not None and found.item == part.item

    def _part(self, at: int) -> _Part | None:
        found = bisect_right(self._begins, self._lines[at].number)
        return self._parts[found - 1] if found else None

    def _after(self, at: int) -> int:
        """The place of the next line with anything on it; -1 behind the last."""
        return next((after for after in range(at + 1, len(self._texts)) if self._texts[after]), -1)


def _parts(draft: Draft, items: Sequence[Item]) -> Iterable[_Part]:
    first = min((found.line for found in draft.items), default=None)
    for slot in draft.header:
        if first is None or slot.line < first:
            yield _Part(slot.line, None, slot.role, is_open=True)
    begun: set[int] = set()
    for found, item in zip(draft.items, items, strict=True):
        is_open = item.access is Access.OPEN
        # An item whose heading was lost stands at its neighbour's line.
        if found.line not in begun:
            yield _Part(found.line, found.number, None, is_open)
        begun.add(found.line)
        for slot in found.slots:
            shown = (is_open and not slot.closed) or slot.role is Role.EXTRACT
            yield _Part(slot.line, found.number, slot.role, shown, slot.closed)
