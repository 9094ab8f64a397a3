"""The one engine: walks the lines once, and puts each under the heading or item that it belongs to."""

from collections.abc import Callable, Mapping, Sequence

from sagsgang.readers.base import Line
from sagsgang.readers.bodies import route
from sagsgang.readers.case_numbers import continues_numbers
from sagsgang.readers.classifier import Token
from sagsgang.readers.clean import GUARD, UNDERLINE
from sagsgang.readers.draft import Draft, ItemDraft, Slot
from sagsgang.readers.header import is_title_line, title_body
from sagsgang.readers.item_lines import ItemLines
from sagsgang.readers.profile import Profile
from sagsgang.readers.repeats import repeats, same_title
from sagsgang.readers.roles import MEETING, SECTIONS, Role
from sagsgang.readers.sections import section_role
from sagsgang.readers.titles import item_type
from sagsgang.readers.walk import Walk
from sagsgang.readers.wrapped import Wrapping

_BULLETS = "-–·•*o"
_CLOSED_MARK = " (lukket)"
# As `writers` print it. Known in our own papers only, where it is underlined: elsewhere text under a closed item is
# a doubt, whatever its heading says.
_EXTRACT = "Offentligt uddrag af beslutningen"
_TEXTS = SECTIONS | {Role.PREAMBLE, Role.DECISION, Role.BOTH, Role.EXTRACT}
# In these a heading may be a part's.
_PARTED = frozenset({Role.PREAMBLE, Role.SUMMARY, Role.RECOMMENDATION, Role.PRESENTATION, Role.DECISION, Role.REMARK})


class Engine:
    """Reads one paper's lines by one profile."""

    def __init__(self, profile: Profile, lines: Sequence[Line]) -> None:
        self._walk = Walk(profile, lines)
        self._items = ItemLines(self._walk)
        self._underlines = _places_of(UNDERLINE, self._walk.texts)
        self._wrapping = Wrapping(lines)
        # Whether a page ended right before, and the body that the title line names.
        self._broken = False
        self._body: str | None = None
        # What takes a line of each role that is no heading of a section. If it does not, the line is text.
        items = self._items
        self._takers: Mapping[Role, Callable[[Token, int], bool]] = {
            **dict.fromkeys(MEETING | {Role.CONTENTS}, self._meeting_line),
            Role.ITEM: items.heading,
            Role.NUMBERS: items.numbers,
            **dict.fromkeys((Role.OPEN, Role.CLOSED), items.mark),
            **dict.fromkeys((Role.OPEN_GROUP, Role.CLOSED_GROUP), items.group),
            Role.NOISE: lambda *_: True,
        }

    def run(self) -> Draft:
        """The whole source under its roles."""
        walk = self._walk
        for at, text in enumerate(walk.texts):
            if not text:
                walk.slot.lines.append("")
            elif at > walk.skip:
                self._line(at, text)
        walk.end_contents()
        return walk.draft

    def _line(self, at: int, text: str) -> None:
        walk, first = self._walk, text[0]
        if first == GUARD:
            line = walk.lines[at].text
            self._text(at, line.strip()[1:] if text[1:2] != " " else line[1:], guarded=True)
        elif at + 1 in self._underlines:
            self._underlined(at, text)
        elif first in walk.noise.firsts and walk.item is not None and walk.noise.is_noise(at):
            self._broken = True
        else:
            token = walk.classifier.token(at)
            if token is None or not self._takers.get(token.role, self._heading)(token, at):
                self._text(at, text)

    @property
    def texts(self) -> Sequence[str]:
        """The bare lines, as they were read."""
        return self._walk.texts

    # --- the meeting ---

    def _meeting_line(self, token: Token, at: int) -> bool:
        walk = self._walk
        if token.role is Role.CONTENTS and walk.item and walk.starts.is_last_list(token.heading, at):
            walk.slot = Slot(Role.CONTENTS)
            return True
        if walk.item is not None:
            return token.role is Role.END and bool(token.value) and self._end_of_meeting(token, at)
        if walk.slot.role is Role.CONTENTS and token.role is not Role.CONTENTS and not _names_people(token):
            return False
        if walk.slot.role is token.role is Role.PLACE and _last(walk.slot)[-1:] in ("", ","):
            return False  # "Mødested", or "Mødested Rådhuset,", and below it "Mødelokale 3"
        walk.slot = Slot(token.role, token.heading, walk.lines[at].number)
        walk.draft.header.append(walk.slot)
        if token.value:
            walk.slot.add(token.value)
        return True

    def _end_of_meeting(self, token: Token, at: int) -> bool:
        line = self._walk.lines[at].number
        self._walk.draft.header.append(Slot(token.role, token.heading, line, [token.value]))
        return True

    # --- inside an item ---

    def _heading(self, token: Token, at: int) -> bool:
        walk = self._walk
        in_list = walk.slot.role in (Role.CONTENTS, Role.REMARKS)
        if walk.item is None and not in_list and token.role is Role.OTHER:
            return False
        if self._is_sub_heading(token, at):
            return False
        if walk.between:
            self._items.stray(at, token.heading)
        if walk.slot.role is Role.TYPE and not walk.slot.filled and not token.date and item_type(token.heading):
            return False  # "Punkttype", and below it "Beslutning"
        if token.role is Role.RECOMMENDATION is walk.slot.role and not walk.slot.filled:
            return False  # "Indstilling", "Det indstilles:": the second is the text's own beginning
        if self._items.restarts(token):
            self._items.restart(at)
        slot = walk.add(Role.OTHER if token.role is Role.AFTERWARDS else token.role, at, token.heading)
        slot.body, slot.date, slot.closed, slot.unread = token.body, token.date, token.closed, token.unread
        if token.value:
            slot.add(token.value)
        walk.slot = slot
        self._broken = False
        return True

    def _is_sub_heading(self, token: Token, at: int) -> bool:
        """Whether the word heads a part of a text: "Høring", "Lovgrundlag:" in one, "Behandling" over no route."""
        walk = self._walk
        has_colon = token.role is Role.OTHER and walk.profile.has_weak_headings and walk.texts[at][-1] == ":"
        if token.role is Role.AFTERWARDS or has_colon:
            return bool(token.value) or walk.slot.role in _PARTED
        if token.role is not Role.ROUTE or walk.item is None or not walk.item.has(Role.ROUTE):
            return False
        following = next((text for text in walk.texts[at + 1 : at + 4] if text), "")
        return not route(token.value or following)

    def _underlined(self, at: int, text: str) -> None:
        closed = text.endswith(_CLOSED_MARK)
        heading = text.removesuffix(_CLOSED_MARK)
        role = Role.EXTRACT if text == _EXTRACT else section_role(heading)
        slot = self._walk.add(role, at, heading)
        slot.closed = closed
        self._walk.slot = slot
        self._walk.skip = at + 1

    def _text(self, at: int, text: str, *, guarded: bool = False) -> None:
        walk = self._walk
        if not guarded and self._items.closed_title(at, text):
            return
        if walk.between and not self._items.stray(at, text):
            return
        slot = walk.slot
        if slot.role is Role.NUMBERS and (guarded or not continues_numbers(text, _last(slot))):
            slot = walk.slot = walk.add(Role.PREAMBLE, at)
        if guarded:
            slot.guarded = True
            slot.lines.append(text)
            return
        if walk.item is None:
            self._header_text(text)
            if slot.role is Role.CONTENTS and is_title_line(text) and self._body in (None, title_body(text)):
                return
        elif self._is_own_title(slot, text, at) or _takes_type(walk.item, slot, text):
            return
        self._add_text(slot, at, text)

    def _add_text(self, slot: Slot, at: int, text: str) -> None:
        walk, raw = self._walk, self._walk.lines[at].text
        if self._broken:
            slot.add_after_break(text, walk.known_words)
            self._broken = False
        elif raw[:1] in " \t" and text[0] in _BULLETS and text[1:2] in " \t":
            slot.lines.append(raw.rstrip().expandtabs(2))
        elif slot.breaks_word(text) or self._goes_on(slot, at, text):
            slot.go_on(text, walk.known_words)
        else:
            slot.lines.append(text)

    def _goes_on(self, slot: Slot, at: int, text: str) -> bool:
        """Whether the page's width alone parts the line from the one above, which is of the same text."""
        if slot.role not in _TEXTS or not slot.lines or not slot.lines[-1]:
            return False
        return self._wrapping.goes_on(len(self._walk.lines[at - 1].text.rstrip()), slot.lines[-1], text)

    def _is_own_title(self, slot: Slot, text: str, at: int) -> bool:
        """Whether the line repeats the item's title, perhaps with a number that a scanner spoiled: "l. Title"."""
        walk = self._walk
        title = walk.item.title if walk.item else ""
        if slot.role is Role.PREAMBLE:
            return not slot.filled and same_title(text, title)
        if not walk.is_wrapper(slot):
            return False
        if repeats(text, title):
            walk.back_to_preamble(at)
            return True
        return bool(walk.item and text.rstrip(".):") == walk.item.number)

    def _header_text(self, text: str) -> None:
        if self._walk.slot.role is not Role.CONTENTS and is_title_line(text):
            self._walk.noise.learn(text)
            self._body = self._body or title_body(text)


def _places_of(text: str, texts: Sequence[str]) -> frozenset[int]:
    return frozenset(at for at, other in enumerate(texts) if other == text) if text in texts else frozenset()


def _names_people(token: Token) -> bool:
    """Whether the line says who was there or not, which no item's title does."""
    return bool(token.value) and token.role in (Role.ABSENT, Role.MEMBERS)


def _takes_type(item: ItemDraft, slot: Slot, text: str) -> bool:
    """Whether the line right under the title says in brackets what the item asks for: "(Orientering)"."""
    kind = item_type(text) if text[0] + text[-1] == "()" and slot.role is Role.PREAMBLE and not slot.filled else None
    item.item_type = item.item_type or kind
    return kind is not None


def _last(slot: Slot) -> str:
    return next((line for line in reversed(slot.lines) if line), "")
