"""The one engine: walks the lines once, and puts each under the heading or item that it belongs to."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from sagsgang.readers.adorned import unadorned
from sagsgang.readers.base import Line
from sagsgang.readers.bodies import route
from sagsgang.readers.case_numbers import continues_numbers
from sagsgang.readers.classifier import Classifier, Token
from sagsgang.readers.clean import GUARD, UNDERLINE, bare
from sagsgang.readers.contents import parse_contents
from sagsgang.readers.decision_headings import whole_headings
from sagsgang.readers.draft import Draft, ItemDraft, Slot
from sagsgang.readers.header import is_title_line, title_body
from sagsgang.readers.item_start import ItemStarts
from sagsgang.readers.marks import group_of
from sagsgang.readers.noise import Noise
from sagsgang.readers.profile import Profile
from sagsgang.readers.profiles import CASE_ID, NUMBERED, PUNKT
from sagsgang.readers.repeats import repeats, same_title, without_mark
from sagsgang.readers.roles import MEETING, MEETING_WORDS, Role
from sagsgang.readers.sections import section_role
from sagsgang.readers.titles import item_type, parse_title

_BULLETS = "-–·•*o"
_CLOSED_MARK = " (lukket)"
# As `writers` print it. Known in our own papers only, where it is underlined: elsewhere text under a closed item is
# a doubt, whatever its heading says.
_EXTRACT = "Offentligt uddrag af beslutningen"
# What stands under a heading over items where there are none.
_NOTHING = "ingen"
_KINDS = frozenset(MEETING_WORDS[Role.KIND].split("|"))
_TEXTS = frozenset({Role.PREAMBLE, Role.SUMMARY, Role.RECOMMENDATION, Role.PRESENTATION, Role.DECISION, Role.REMARK})


class Engine:
    """Reads one paper's lines by one profile."""

    def __init__(self, profile: Profile, lines: Sequence[Line]) -> None:
        self._profile = profile
        self._lacks_numbers = bool(profile.restarts) or CASE_ID in profile.forms
        self._lines = lines
        texts = unadorned(bare(lines), profile.words, numbered=PUNKT in profile.forms)
        self._texts = whole_headings(texts, profile.words)
        self._classifier = Classifier(profile, self._texts)
        self._noise = Noise(self._texts, self._classifier.known, [line.page for line in lines])
        self._classifier.is_noise = self._noise.is_noise
        self._underlines = _places_of(UNDERLINE, self._texts)
        self._draft = Draft()
        self._starts = ItemStarts(self._classifier, self._texts, self._draft)
        self._slot = Slot(Role.PREAMBLE)
        self._draft.header.append(self._slot)
        self._item: ItemDraft | None = None
        self._group: bool | None = None
        self._broken = False
        self._body: str | None = None
        self._skip = -1
        self._between = False
        self._mark_before: bool | None = None

    def run(self) -> Draft:
        """The whole source under its roles."""
        for at, text in enumerate(self._texts):
            if not text:
                self._slot.lines.append("")
            elif at > self._skip:
                self._line(at, text)
        self._end_contents()
        return self._draft

    def _line(self, at: int, text: str) -> None:
        first = text[0]
        if first == GUARD:
            line = self._lines[at].text
            self._text(at, line.strip()[1:] if text[1:2] != " " else line[1:], guarded=True)
        elif at + 1 in self._underlines:
            self._underlined(at, text)
        elif first in self._noise.firsts and self._item is not None and self._noise.is_noise(at):
            self._broken = True
        else:
            token = self._classifier.token(at)
            if token is None or not self._TAKERS.get(token.role, Engine._heading)(self, token, at):
                self._text(at, text)

    @property
    def texts(self) -> Sequence[str]:
        """The bare lines, as they were read."""
        return self._texts

    # --- items ---

    def _item_line(self, token: Token, at: int) -> bool:
        if self._repeats_title(token, at):
            return True
        if token.form is PUNKT and not token.value:
            token, at = self._starts.with_title_below(token, at)
        if token.form is not None and token.form.title_before:
            self._titled_item(token, at)
            return True
        if not self._starts.is_start(token, at, self._slot):
            return False
        if token.form is not None:
            self._draft.forms.add(token.form)
        self._begin(token.number, token.value, at)
        self._skip = max(self._skip, at)
        return True

    def _begin(self, number: str, title: str, at: int) -> None:
        self._end_contents()
        parsed = parse_title(self._whole_title(number, title, at))
        said = parsed.is_open if parsed.is_open is not None else self._group
        is_open = False if self._mark_before is False else self._mark_before or said
        self._classifier.in_header = False
        if self._item and not self._item.number and not any(slot.filled for slot in self._item.slots):
            self._draft.items.remove(self._item)
        self._item = ItemDraft(number, parsed.text, self._lines[at].number, is_open, parsed.item_type)
        self._draft.items.append(self._item)
        self._mark_before = None
        self._between = False
        self._slot = self._add(Role.PREAMBLE, at)

    def _whole_title(self, number: str, title: str, at: int, known: str = "") -> str:
        """The title with the lines it was wrapped over."""
        for following in self._starts.wrapped(number, title, at, known):
            title = f"{title} {self._texts[following]}"
            self._skip = following
        return title

    def _repeats_title(self, token: Token, at: int) -> bool:
        """The title stands a second time where the item's page begins: "Sagsfremstilling", "7. Title"."""
        item = self._item
        if item is None or token.number != item.number or item.has(Role.DECISION) or item.has_text:
            return False
        whole = parse_title(self._whole_title(token.number, token.value, at, item.title))
        title, is_open = without_mark(whole, item.title)
        if not same_title(title, item.title):
            self._skip = -1
            return False
        item.title = max(title, item.title, key=len)
        self._back_to_preamble(at)
        mark = Role.OPEN if is_open else Role.CLOSED
        if is_open is not None and not item.has(mark):
            self._add(mark, at)
        return True

    def _titled_item(self, token: Token, at: int) -> None:
        """The title is the line before the number, or there is none."""
        title = self._slot.pop_title() or ""
        number = token.number
        if not number:
            number, title = self._numbered(title)
        self._begin(number, title, at)
        if token.value:
            self._numbers_line(Token(Role.NUMBERS, value=self._texts[at].removeprefix("Udskriv").strip()), at)

    def _restarts(self, token: Token) -> bool:
        """Whether a heading that an item has once only stands again, or before any item."""
        if token.role not in self._profile.restarts or token.date is not None:
            return False
        heading = token.heading.casefold()
        return self._item is None or any(slot.heading.casefold() == heading for slot in self._item.slots)

    def _restart(self, at: int) -> bool:
        """Another item began; its title is the line before. False when no line there can be one."""
        title = self._slot.pop_title() or ""
        if not title and any(item.title for item in self._draft.items):
            return False
        self._draft.guessed = True
        self._begin(*self._numbered(title), at)
        return True

    def _numbered(self, title: str) -> tuple[str, str]:
        """The number that a title's line begins with, or the next one, and the title."""
        own = NUMBERED.pattern.match(title)
        if own and self._draft.follows(own["number"]):
            return own["number"].lstrip("0"), own["title"]
        return self._draft.next_number(), title

    def _group_line(self, token: Token, at: int) -> bool:
        """A heading over several items says whether they are open; what stands between it and them is no one's."""
        if self._slot.role is Role.CONTENTS and self._starts.is_caption(at):
            return False
        self._end_contents()
        if self._item is None and token.heading.casefold() in _KINDS:
            self._draft.header.append(Slot(Role.KIND, token.heading, self._lines[at].number))
        self._group = token.role is Role.OPEN_GROUP
        self._starts.closed_group = token.role is Role.CLOSED_GROUP
        if self._item is not None:
            self._between = True
        return True

    def _stray(self, at: int, text: str) -> bool:
        """Text that belongs to no item is kept, closed; that there are none is not worth it."""
        if text.casefold().rstrip(".") == _NOTHING:
            return False
        self._between = False
        self._item = ItemDraft("", "", self._lines[at].number, is_open=None)
        self._draft.items.append(self._item)
        self._slot = self._add(Role.PREAMBLE, at)
        return True

    # --- the meeting ---

    def _meeting_line(self, token: Token, at: int) -> bool:
        if token.role is Role.CONTENTS and self._item and self._starts.is_last_list(token.heading, at):
            self._slot = Slot(Role.CONTENTS)
            return True
        if self._item is not None:
            return token.role is Role.END and bool(token.value) and self._end_of_meeting(token, at)
        if self._slot.role is Role.CONTENTS and token.role is not Role.CONTENTS:
            return False
        if self._slot.role is token.role is Role.PLACE and _last(self._slot)[-1:] in ("", ","):
            return False  # "Mødested", or "Mødested Rådhuset,", and below it "Mødelokale 3"
        self._slot = Slot(token.role, token.heading, self._lines[at].number)
        self._draft.header.append(self._slot)
        if token.value:
            self._slot.add(token.value)
        return True

    def _end_of_meeting(self, token: Token, at: int) -> bool:
        self._draft.header.append(Slot(token.role, token.heading, self._lines[at].number, [token.value]))
        return True

    def _end_contents(self) -> None:
        if self._slot.role is Role.CONTENTS and not self._draft.contents:
            self._draft.contents = parse_contents(self._noise.without_heads(self._slot.lines))
            self._starts.learn_contents()

    # --- inside an item ---

    def _add(self, role: Role, at: int, heading: str = "") -> Slot:
        if self._item is None:
            self._end_contents()
            self._classifier.in_header = False
            self._item = ItemDraft("", "", self._lines[at].number)
            self._draft.items.append(self._item)
        slot = Slot(role, heading, self._lines[at].number)
        self._item.slots.append(slot)
        return slot

    def _numbers_line(self, token: Token, at: int) -> bool:
        slot = self._slot
        at_top = slot.role in (Role.PREAMBLE, Role.NUMBERS) or self._is_wrapper(slot)
        if self._item is None or not (at_top or (self._item.has(Role.DECISION) and not token.value[0].isdigit())):
            return False
        if slot.role is not Role.NUMBERS:
            self._drop_wrapper()
            self._slot = self._add(Role.NUMBERS, at)
        self._slot.add(token.value)
        return True

    def _mark(self, token: Token, at: int) -> bool:
        role = token.role
        if self._slot.role is Role.CONTENTS and group_of(self._texts[at]) and self._starts.is_caption(at):
            return False
        if self._starts.item_follows(at) and not (self._item and self._item.is_bare):
            self._end_contents()
            self._mark_before = role is Role.OPEN
            self._between = self._item is not None
            return True
        may_restart = self._profile.restarts and self._slot.filled and (self._item is None or self._item.is_under_way)
        if may_restart and self._starts.opener_follows(at, role):
            self._restart(at)
        if self._item is None:
            return False
        if self._is_wrapper(self._slot):
            self._back_to_preamble(at)
        self._add(role, at)
        return True

    def _heading(self, token: Token, at: int) -> bool:
        in_list = self._slot.role in (Role.CONTENTS, Role.REMARKS)
        if self._item is None and not in_list and token.role is Role.OTHER:
            return False
        if self._is_sub_heading(token, at):
            return False
        if self._between:
            self._stray(at, token.heading)
        if self._slot.role is Role.TYPE and not self._slot.filled and not token.date and item_type(token.heading):
            return False  # "Punkttype", and below it "Beslutning"
        if token.role is Role.RECOMMENDATION is self._slot.role and not self._slot.filled:
            return False  # "Indstilling", "Det indstilles:": the second is the text's own beginning
        if self._restarts(token):
            self._restart(at)
        slot = self._add(Role.OTHER if token.role is Role.AFTERWARDS else token.role, at, token.heading)
        slot.body, slot.date, slot.closed, slot.unread = token.body, token.date, token.closed, token.unread
        if token.value:
            slot.add(token.value)
        self._slot = slot
        self._broken = False
        return True

    def _is_sub_heading(self, token: Token, at: int) -> bool:
        """Whether the word heads a part of a text: "Høring", "Lovgrundlag:" in one, "Behandling" over no route."""
        has_colon = token.role is Role.OTHER and self._profile.has_weak_headings and self._texts[at][-1] == ":"
        if token.role is Role.AFTERWARDS or has_colon:
            return bool(token.value) or self._slot.role in _TEXTS
        if token.role is not Role.ROUTE or self._item is None or not self._item.has(Role.ROUTE):
            return False
        following = next((text for text in self._texts[at + 1 : at + 4] if text), "")
        return not route(token.value or following)

    def _underlined(self, at: int, text: str) -> None:
        closed = text.endswith(_CLOSED_MARK)
        heading = text.removesuffix(_CLOSED_MARK)
        role = Role.EXTRACT if text == _EXTRACT else section_role(heading)
        slot = self._add(role, at, heading)
        slot.closed = closed
        self._slot = slot
        self._skip = at + 1

    def _text(self, at: int, text: str, *, guarded: bool = False) -> None:
        if self._lacks_numbers and not guarded and self._closed_title(at, text):
            return
        if self._between and not self._stray(at, text):
            return
        slot = self._slot
        if slot.role is Role.NUMBERS and (guarded or not continues_numbers(text, _last(slot))):
            slot = self._slot = self._add(Role.PREAMBLE, at)
        if guarded:
            slot.guarded = True
            slot.lines.append(text)
            return
        if self._item is None:
            self._header_text(text)
            if slot.role is Role.CONTENTS and is_title_line(text) and self._body in (None, title_body(text)):
                return
        elif self._is_own_title(slot, text, at):
            return
        raw = self._lines[at].text
        if self._broken:
            slot.add_after_break(text)
            self._broken = False
        elif raw[:1] in " \t" and text[0] in _BULLETS and text[1:2] in " \t":
            slot.lines.append(raw.rstrip().expandtabs(2))
        else:
            slot.lines.append(text)

    def _is_own_title(self, slot: Slot, text: str, at: int) -> bool:
        """Whether the line repeats the item's title, perhaps with a number that a scanner spoiled: "l. Title"."""
        title = self._item.title if self._item else ""
        if slot.role is Role.PREAMBLE:
            return not slot.filled and same_title(text, title)
        if not self._is_wrapper(slot):
            return False
        if repeats(text, title):
            self._back_to_preamble(at)
            return True
        return bool(self._item and text.rstrip(".):") == self._item.number)

    def _closed_title(self, at: int, text: str) -> bool:
        """An item without number whose title says that it is closed."""
        if not text.startswith(("Lukket", "LUKKET")) or not self._classifier.is_alone(at):
            return False
        if parse_title(text).is_open is not False or self._slot.role is Role.CONTENTS:
            return False
        if self._starts.number_follows(at):
            return False
        self._begin(self._draft.next_number(), text, at)
        return True

    def _header_text(self, text: str) -> None:
        if self._slot.role is not Role.CONTENTS and is_title_line(text):
            self._noise.learn(text)
            self._body = self._body or title_body(text)

    # --- the first "Sagsfremstilling" of an item stands over its page, not over a text ---

    def _is_wrapper(self, slot: Slot) -> bool:
        return self._item is not None and self._item.is_wrapped_by(slot)

    def _drop_wrapper(self) -> None:
        if self._item is not None and self._is_wrapper(self._slot):
            self._item.slots.remove(self._slot)

    def _back_to_preamble(self, at: int) -> None:
        self._drop_wrapper()
        if self._slot.role is not Role.PREAMBLE or self._slot.filled:
            self._slot = self._add(Role.PREAMBLE, at)

    # What takes a line of each role that is no heading of an item. It says whether it did; if not, the line is text.
    _TAKERS: ClassVar[Mapping[Role, Callable[["Engine", Token, int], bool]]] = {
        **dict.fromkeys(MEETING | {Role.CONTENTS}, _meeting_line),
        Role.ITEM: _item_line,
        Role.NUMBERS: _numbers_line,
        Role.OPEN: _mark,
        Role.CLOSED: _mark,
        Role.OPEN_GROUP: _group_line,
        Role.CLOSED_GROUP: _group_line,
        Role.NOISE: lambda *_: True,
    }


def _places_of(text: str, texts: Sequence[str]) -> frozenset[int]:
    return frozenset(at for at, other in enumerate(texts) if other == text) if text in texts else frozenset()


def _last(slot: Slot) -> str:
    return next((line for line in reversed(slot.lines) if line), "")
