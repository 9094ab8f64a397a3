"""The lines that begin items, and those that say of items whether they are open."""

from sagsgang.readers.classifier import Token
from sagsgang.readers.draft import ItemDraft, Slot
from sagsgang.readers.hyphen import join
from sagsgang.readers.marks import group_of
from sagsgang.readers.profiles import CASE_ID, NUMBERED, PUNKT
from sagsgang.readers.repeats import same_title, without_mark
from sagsgang.readers.roles import MEETING_WORDS, Role
from sagsgang.readers.titles import parse_title
from sagsgang.readers.walk import Walk

# What stands under a heading over items where there are none.
_NOTHING = "ingen"
_KINDS = frozenset(MEETING_WORDS[Role.KIND].split("|"))


class ItemLines:
    """Takes such lines. Each taker says whether it did; if not, the line is text."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._lacks_numbers = bool(walk.profile.restarts) or CASE_ID in walk.profile.forms
        # What the heading over the items at hand says, and a mark above the next one.
        self._group: bool | None = None
        self._mark_before: bool | None = None

    def heading(self, token: Token, at: int) -> bool:
        """A line in one of the layout's forms of an item's first line."""
        walk = self._walk
        if self._repeats_title(token, at):
            return True
        if token.form is PUNKT and not token.value:
            token, at = walk.starts.with_title_below(token, at)
        if token.form is not None and token.form.title_before:
            self._titled(token, at)
            return True
        if not walk.starts.is_start(token, at, walk.slot):
            return False
        if token.form is not None:
            walk.draft.forms.add(token.form)
        self._begin(token.number, token.value, at)
        walk.skip = max(walk.skip, at)
        return True

    def _begin(self, number: str, title: str, at: int) -> None:
        walk = self._walk
        walk.end_contents()
        parsed = parse_title(self._whole_title(number, title, at))
        said = parsed.is_open if parsed.is_open is not None else self._group
        is_open = False if self._mark_before is False else self._mark_before or said
        self._mark_before = None
        walk.begin(ItemDraft(number, parsed.text, walk.lines[at].number, is_open, parsed.item_type), at)

    def _whole_title(self, number: str, title: str, at: int, known: str = "") -> str:
        """The title with the lines it was wrapped over."""
        for following in self._walk.starts.wrapped(number, title, at, known):
            title = join(title, self._walk.texts[following])
            self._walk.skip = following
        return title

    def _repeats_title(self, token: Token, at: int) -> bool:
        """The title stands a second time where the item's page begins: "Sagsfremstilling", "7. Title"."""
        walk, item = self._walk, self._walk.item
        if item is None or token.number != item.number or item.has(Role.DECISION) or item.has_text:
            return False
        whole = parse_title(self._whole_title(token.number, token.value, at, item.title))
        title, is_open = without_mark(whole, item.title)
        if not same_title(title, item.title):
            walk.skip = -1
            return False
        item.title = max(title, item.title, key=len)
        walk.back_to_preamble(at)
        mark = Role.OPEN if is_open else Role.CLOSED
        if is_open is not None and not item.has(mark):
            walk.add(mark, at)
        return True

    def _titled(self, token: Token, at: int) -> None:
        """The title is the line before the number, or there is none."""
        walk = self._walk
        title = walk.slot.pop_title(alone=not token.number) or ""
        number = token.number
        if not number:
            number, title = self._numbered(title)
        self._begin(number, title, at)
        if token.value:
            self.numbers(Token(Role.NUMBERS, value=walk.texts[at].removeprefix("Udskriv").strip()), at)

    def numbers(self, token: Token, at: int) -> bool:
        """A line of the item's numbers, at its top or behind its decision."""
        walk, slot = self._walk, self._walk.slot
        at_top = slot.role in (Role.PREAMBLE, Role.NUMBERS) or walk.is_wrapper(slot)
        if walk.item is None or not (at_top or (walk.item.has(Role.DECISION) and not token.value[0].isdigit())):
            return False
        if slot.role is not Role.NUMBERS:
            walk.drop_wrapper()
            walk.slot = walk.add(Role.NUMBERS, at)
        walk.slot.add(token.value)
        return True

    def restarts(self, token: Token) -> bool:
        """Whether a heading that an item has once only stands again, or before any item."""
        walk = self._walk
        if token.role not in walk.profile.restarts or token.date is not None:
            return False
        heading = token.heading.casefold()
        return walk.item is None or any(slot.heading.casefold() == heading for slot in walk.item.slots)

    def restart(self, at: int) -> bool:
        """Another item began; its title is the line before. False when no line there can be one."""
        draft = self._walk.draft
        title = self._walk.slot.pop_title() or ""
        if not title and any(item.title for item in draft.items):
            return False
        draft.guessed = True
        self._begin(*self._numbered(title), at)
        return True

    def _numbered(self, title: str) -> tuple[str, str]:
        """The number that a title's line begins with, or the next one, and the title."""
        own = NUMBERED.pattern.match(title)
        if own and self._walk.draft.follows(own["number"]):
            return own["number"].lstrip("0"), own["title"]
        return self._walk.draft.next_number(), title

    def closed_title(self, at: int, text: str) -> bool:
        """An item without number whose title says that it is closed."""
        walk = self._walk
        if not self._lacks_numbers or not text.startswith(("Lukket", "LUKKET")) or not walk.classifier.is_alone(at):
            return False
        if parse_title(text).is_open is not False or walk.slot.role is Role.CONTENTS:
            return False
        if walk.starts.number_follows(at):
            return False
        self._begin(walk.draft.next_number(), text, at)
        return True

    def group(self, token: Token, at: int) -> bool:
        """A heading over several items says whether they are open; what stands between it and them is no one's."""
        walk = self._walk
        if walk.slot.role is Role.CONTENTS and walk.starts.is_caption(at):
            return False
        walk.end_contents()
        if walk.item is None and token.heading.casefold() in _KINDS:
            walk.draft.header.append(Slot(Role.KIND, token.heading, walk.lines[at].number))
        self._group = token.role is Role.OPEN_GROUP
        walk.starts.closed_group = token.role is Role.CLOSED_GROUP
        if walk.item is not None:
            walk.between = True
        return True

    def stray(self, at: int, text: str) -> bool:
        """Text that belongs to no item is kept, closed; that there are none is not worth it."""
        if text.casefold().rstrip(".") == _NOTHING:
            return False
        walk = self._walk
        walk.between = False
        walk.item = ItemDraft("", "", walk.lines[at].number, is_open=None)
        walk.draft.items.append(walk.item)
        walk.slot = walk.add(Role.PREAMBLE, at)
        return True

    def mark(self, token: Token, at: int) -> bool:
        """Says "Åbent" or "Lukket" alone on a line: of the item at hand, or of the one that begins below."""
        walk, role = self._walk, token.role
        if walk.slot.role is Role.CONTENTS and group_of(walk.texts[at]) and walk.starts.is_caption(at):
            return False
        if walk.starts.number_follows(at):
            self._mark_before = role is Role.OPEN
            return True  # between an item's title and its number
        if walk.starts.item_follows(at) and not (walk.item and walk.item.is_bare):
            walk.end_contents()
            self._mark_before = role is Role.OPEN
            walk.between = walk.item is not None
            return True
        may_restart = self._lacks_numbers and walk.slot.filled and (walk.item is None or walk.item.is_under_way)
        if may_restart and walk.starts.opener_follows(at, role):
            self.restart(at)
        if walk.item is None:
            return False
        if walk.is_wrapper(walk.slot):
            walk.back_to_preamble(at)
        walk.add(role, at)
        return True
