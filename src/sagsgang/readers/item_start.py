"""Whether a line that looks like an item's heading is one: what stands around it must bear witness."""

import re
from collections.abc import Sequence

from sagsgang.readers.case_numbers import begins_numbers
from sagsgang.readers.classifier import Classifier, Token
from sagsgang.readers.draft import Draft, Entry, Slot, squeezed
from sagsgang.readers.profiles import NUMBERED, PADDED, PUNKT, PUNKT_BARE
from sagsgang.readers.roles import OPENERS, Role
from sagsgang.readers.titles import parse_title
from sagsgang.readers.unheaded import is_verdict

_LOOK = 3
_LONG_TITLE = 55
_SHORT_REST = 70
_LONGEST = 300
_BIGGEST_STEP = 30
# So many closed items in a row are no contents list.
_STUBS = 20
# What stands right under "Punkt 7: Title"; a point of a decision ("Punkt 7: Godkendt.") has other headings after it.
_PAGED = re.compile(r"(?:\.{2,40}|…|\t| {2,9})\s?\d{1,4}$")
_OWN_NUMBER = re.compile(r"^(?:(?:Punkt|Pkt\.?|Sag) )?\d{1,4}[.:)]? ?", re.IGNORECASE)
# Of a list whose numbers have dots all have.
_NUMBER_DOT = re.compile(r"\d{1,4}\.")
_MARKS = frozenset({Role.OPEN, Role.CLOSED, Role.OPEN_GROUP, Role.CLOSED_GROUP})
_BEFORE = _MARKS | {Role.NOISE}
_STRICT = frozenset({Role.PRESENTATION, Role.OPEN, Role.CLOSED, Role.NUMBERS, Role.TYPE, Role.SUMMARY})


class ItemStarts:
    """Decides about the candidates of one source, with its contents list where there is one."""

    def __init__(self, classifier: Classifier, texts: Sequence[str], draft: Draft) -> None:
        self._classifier = classifier
        self._texts = texts
        self._draft = draft
        self._contents: dict[str, Entry] = {}
        self.closed_group = False
        self._last: dict[str, int] = {}

    def learn_contents(self) -> None:
        """Take the contents list of the draft into account from here on."""
        self._contents = {entry.number: entry for entry in self._draft.contents}

    def is_start(self, token: Token, at: int, slot: Slot) -> bool:
        """Whether an item begins at that place."""
        if slot.role is Role.CONTENTS and not self._leaves_contents(token, at, slot):
            return False
        if token.form is not None and token.form.sure:
            return True
        if token.form is PUNKT:
            return self._is_punkt(token, at, listed=slot.role is Role.CONTENTS and _is_listed(token, slot.lines))
        if token.form is PUNKT_BARE:
            return self._is_known(token) or self._stands_below(token, at)
        return self._is_numbered(token, at, slot)

    def wrapped(self, number: str, title: str, at: int, known: str = "") -> list[int]:
        """The places of the lines on which the title goes on; `known` is the whole title, where it stood before."""
        entry = self._contents.get(number)
        whole = squeezed(entry.title) if entry else squeezed(known)
        rest = self._rest_of(squeezed(parse_title(title).text), whole, at) if whole else []
        if entry is not None or rest:
            return rest
        following = at + 1
        if (len(title) < _LONG_TITLE and not self._is_punkt_line(at)) or not self._is_rest(following):
            return []
        return [following]

    def _is_punkt_line(self, at: int) -> bool:
        """Whether the line is "Punkt 7: ...", under which text stands only where the title is wrapped."""
        token = self._classifier.candidate(self._texts[at])
        return token is not None and token.form in (PUNKT, PUNKT_BARE)

    def with_title_below(self, token: Token, at: int) -> tuple[Token, int]:
        """The item's line with the next line as its title, and that line's place, where the title stands there."""
        following = self._next(at)
        if following < 0 or self._role(following) or self._classifier.candidate(self._texts[following]):
            return token, at
        return token._replace(value=self._texts[following]), following

    def is_last_list(self, heading: str, at: int) -> bool:
        """Whether a contents list stands last in the source: all that follows has pages."""
        rest = [text for text in self._texts[at + 1 :] if text]
        paged = sum(text[-1].isdigit() for text in rest)
        return heading.casefold() == "indholdsfortegnelse" and not self._contents and 0 < len(rest) <= paged * 2

    def _rest_of(self, have: str, whole: str, at: int) -> list[int]:
        places: list[int] = []
        following = at
        while have != whole and whole.startswith(have) and len(places) < _LOOK:
            following = self._next(following)
            while following >= 0 and self._classifier.is_noise(following):
                following = self._next(following)
            if following < 0:
                return []
            have += squeezed(self._texts[following])
            places.append(following)
        return places if have == whole else []

    def _is_rest(self, at: int) -> bool:
        text = self._texts[at] if at < len(self._texts) else ""
        if not text or len(text) > _SHORT_REST or text[-1] in ".:" or self._role(at) is not None:
            return False
        return self._classifier.candidate(text) is None

    def _leaves_contents(self, token: Token, at: int, contents: Slot) -> bool:
        title = token.value
        if title[-1:].isdigit() and ("\t" in title or ".." in title):
            return False
        if token.form in (NUMBERED, PADDED) and self._last_of(at) > max(at, self._next(at)):
            return False
        is_first = not self._draft.items
        return is_first and (
            self._witness(at, token, OPENERS) or self._is_stub(token, at) or _is_listed(token, contents.lines)
        )

    def _is_stub(self, token: Token, at: int) -> bool:
        """A closed item has nothing under it, so only an item after it can bear witness."""
        for _ in range(_STUBS):
            if parse_title(token.value).is_open is not False or token.form not in (PUNKT, NUMBERED, PADDED):
                return False
            at = self._next(at)
            after = self._classifier.candidate(self._texts[at]) if at >= 0 else None
            if after is None or self._witness(at, after, _STRICT):
                return True
            if not _follows(token.number, after.number):
                return False
            token = after
        return True

    def is_caption(self, at: int) -> bool:
        """Whether the heading over items stands in the contents list: the title below it stands again later."""
        following = self._next(at)
        if following < 0:
            return False
        text = self._texts[following]
        return (
            bool(_PAGED.search(text, max(0, len(text) - _SHORT_REST)))
            or self._last_of(following) > self._next(following) > 0
        )

    def _last_of(self, at: int) -> int:
        """The last place where the title at that place stands, with or without a number."""
        if not self._last:
            self._last = {_untold(text): place for place, text in enumerate(self._texts) if text}
        return self._last[_untold(self._texts[at])]

    def _is_punkt(self, token: Token, at: int, *, listed: bool) -> bool:
        if self._is_known(token):
            return True
        if parse_title(token.value).is_open is False or self._witness(at, token, _STRICT) or listed:
            return True
        last = self._draft.items[-1].number if self._draft.items else "0"
        follows = last.isdigit() and token.number == str(int(last) + 1)
        return not self._contents and follows and self._ends_or_item_follows(token, at)

    def _is_known(self, token: Token) -> bool:
        entry = self._contents.get(token.number)
        return entry is not None and _alike(parse_title(token.value).text, entry.title)

    def _stands_below(self, token: Token, at: int) -> bool:
        following = at
        for _ in range(2):
            following = self._next(following)
            again = self._classifier.candidate(self._texts[following]) if following >= 0 else None
            if again is not None:
                return again.number == token.number and _alike(again.value, token.value)
        return False

    def _ends_or_item_follows(self, token: Token, at: int) -> bool:
        if token.value.endswith("."):
            return False
        following = self._next(at)
        if following < 0:
            return True
        after = self._classifier.candidate(self._texts[following])
        return after is not None and after.form is PUNKT and not after.value.endswith(".")

    def _is_numbered(self, token: Token, at: int, slot: Slot) -> bool:
        entry = self._contents.get(token.number)
        last = self._last_number()
        if not token.number.isdigit():
            return False
        number = int(token.number)
        if entry and _alike(parse_title(token.value).text, entry.title):
            return number > last
        steps = number - last if last else 1
        if 0 < steps <= _BIGGEST_STEP and PUNKT not in self._classifier.forms and self._stands_twice(at):
            return True
        if not 0 < steps <= _BIGGEST_STEP:
            return False
        in_turn = number == last + 1 or not last
        if not self._may_be_title(token.value, at) and not (in_turn and self._stands_in_crowd(token, at, slot)):
            return False
        if PUNKT in self._classifier.forms:
            return slot.role is Role.PRESENTATION and not slot.filled and self._witness(at, token, _STRICT)
        if self._says_itself(token, number, last) or self._role_before(at) in _MARKS:
            return True
        below = self._next(at)
        witness = self._witness(at, token, OPENERS) or (below > 0 and is_verdict(self._texts[below]))
        return witness and not self._in_list(number, at)

    def _stands_twice(self, at: int) -> bool:
        """Whether the next line is the same one again, as some layouts have their items' headings."""
        following = self._next(at)
        return following >= 0 and self._texts[following] == self._texts[at]

    def item_follows(self, at: int) -> bool:
        """Whether the next line is an item's heading, in layouts where a mark may stand above it."""
        if PUNKT in self._classifier.forms:
            return False
        following = self._next(at)
        token = self._classifier.candidate(self._texts[following]) if following > 0 else None
        if token is None or not token.number.isdigit() or (token.form is not None and token.form.title_before):
            return False
        last = self._last_number()
        return (int(token.number) == last + 1 or not last) and self._may_be_title(token.value, 0)

    def number_follows(self, at: int) -> bool:
        """Whether the next line is the number of the item whose title stands here."""
        following = self._next(at)
        token = self._classifier.candidate(self._texts[following]) if following > 0 else None
        return token is not None and token.form is not None and token.form.title_before

    def opener_follows(self, at: int, role: Role) -> bool:
        """Whether the mark stands between an item's title and its first heading, or ends a closed item."""
        following = self._next(at)
        if following < 0 or NUMBERED.pattern.match(self._texts[following]):
            return role is Role.CLOSED
        return self._role(following) in OPENERS

    def _last_number(self) -> int:
        """The number of the last item that has one; 0 before the first."""
        numbers = (item.number for item in reversed(self._draft.items) if item.number.isdigit())
        return int(next(numbers, "0"))

    def _says_itself(self, token: Token, number: int, last: int) -> bool:
        """A closed item's line says so, and nothing need stand under it; a button stands at headings only."""
        in_turn = number == last + 1 or not last
        return in_turn and (
            parse_title(token.value).is_open is False or "Åbn/luk" in token.value or self.closed_group
        )

    def _role_before(self, at: int) -> Role | None:
        before = next((text for text in reversed(self._texts[max(0, at - 4) : at]) if text), "")
        return self._classifier.known(before) if before else None

    def _may_be_title(self, title: str, at: int) -> bool:
        alone = at < 2 or not self._texts[at - 1] or self._role_before(at) in _BEFORE
        return alone and _reads_as_title(title)

    def _stands_in_crowd(self, token: Token, at: int, slot: Slot) -> bool:
        """Whether the next item's title stands under other text: it says it is closed, or a heading stands below."""
        if PUNKT in self._classifier.forms or not _reads_as_title(token.value):
            return False
        if parse_title(token.value).is_open is False:
            return bool(self._draft.items)
        before = f"{int(token.number) - 1}. "
        in_list = slot.role is not Role.CONTENTS and any(line.startswith(before) for line in slot.lines)
        return not in_list and self._heads_below(self._next(at), token.value)

    def _heads_below(self, below: int, title: str) -> bool:
        """Whether a heading, a number or the title again stands at that place, whatever else it could be."""
        text = self._texts[below] if below > 0 else ""
        return bool(text) and (self._classifier.known(text) in OPENERS or begins_numbers(text) or _alike(text, title))

    def _in_list(self, number: int, at: int) -> bool:
        before = next((text for text in reversed(self._texts[max(0, at - 4) : at]) if text), "")
        if self._draft.items and before.endswith(self._draft.items[-1].title):
            return False
        separators = (". ", ") ") if _NUMBER_DOT.match(self._texts[at]) else (". ", ") ", " ")
        return before.startswith(tuple(f"{number - 1}{separator}" for separator in separators))

    def _witness(self, at: int, token: Token | None, roles: frozenset[Role]) -> bool:
        """Whether one of the next lines is what stands at an item's top."""
        if token is None:
            return False
        following = at
        for _ in range(_LOOK):
            following = self._next(following)
            if following < 0:
                return False
            text = self._texts[following]
            if self._role(following) in roles or _alike(text, token.value):
                return True
            repeat = self._classifier.candidate(text)
            if repeat is not None:
                title, again = parse_title(token.value).text, parse_title(repeat.value).text
                return repeat.number == token.number and _alike(again, title)
        return False

    def _role(self, at: int) -> Role | None:
        text = self._texts[at]
        role = self._classifier.known(text)
        if role is None and begins_numbers(text):
            return Role.NUMBERS
        if role is None:
            token = self._classifier.token(at)
            return token.role if token and token.role is not Role.ITEM else None
        return role

    def _next(self, at: int) -> int:
        for following in range(at + 1, min(at + 12, len(self._texts))):
            if self._texts[following]:
                return following
        return -1


def _reads_as_title(text: str) -> bool:
    return text[-1] not in ".,;:" and text[0] not in "-–" and not text[0].islower()


def _untold(text: str) -> str:
    """The line as titles are compared, without a number before it or a page behind it."""
    return squeezed(_OWN_NUMBER.sub("", _PAGED.sub("", text[:_LONGEST])))


def _follows(number: str, after: str) -> bool:
    return number.isdigit() and after.isdigit() and int(after) > int(number)


def _is_listed(token: Token, contents: Sequence[str]) -> bool:
    """Whether "Punkt 1: Title" repeats what the contents list, which says no "Punkt", has said already."""
    title = squeezed(parse_title(token.value).text)
    return token.form is PUNKT and bool(title) and any(title in squeezed(line) for line in contents)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    a, b = squeezed(one), squeezed(other)
    return bool(a and b) and (a == b or (len(a) > 12 and b.startswith(a)) or (len(b) > 12 and a.startswith(b)))
