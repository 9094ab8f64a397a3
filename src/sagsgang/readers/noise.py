"""Running heads and page numbers: lines that belong to the paper sheet, not to the text."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from sagsgang.danish.verdicts import verdict
from sagsgang.readers.roles import Role

_PAGE = re.compile(
    r"(?:Side|S\.|Page)[ \t]?\d{1,3}(?: ?(?:af|/|of) ?\d{1,3})?\.?(?: [-–])?$"
    r"|\[\d{1,3}\]$|\d{1,3}\tSide$|[-–] ?\d{1,3} ?[-–]$|\d{1,3} ?(?:/|af) ?\d{1,3}$",
    re.IGNORECASE,
)
_PAGE_AFTER = re.compile(r"[\s,|·•–-]*(?:(?:side|s\.) ?)?\d{1,3}(?: ?(?:af|/) ?\d{1,3})?$", re.IGNORECASE)
_SIDE = re.compile(r"(?<=\w)(?:[\s|,·•–-]{1,40}Side|\s?[|·•]\s?side) \d{1,3}(?: ?(?:af|/) ?\d{1,3})?$")
# No sentence or title has so wide a gap before a page.
_FAR = re.compile(r" {2}|[\t|·•]")
_NUMBER = re.compile(r"[0-9]{1,3}")
# What no list's number or date looks like.
_SURE_PAGE = re.compile(rf"(?!\d|S\.)(?:{_PAGE.pattern})", re.IGNORECASE)
_ITEM = re.compile(r"Punkt \d{1,3}:")
_LONG = 40
_LONGEST = 100
_SENTENCE_ENDS = ".:;,!?"
# On so many pages a line is furniture.
_FEWEST = 3
# What a page number begins with.
_FIRSTS = "0123456789sSpP-–["
_PAGE_FIRSTS = frozenset("sSpP-–[")


class Noise:
    """Knows the running heads of one source."""

    def __init__(
        self, texts: Sequence[str], role_of: Callable[[str], object | None], pages: Sequence[int | None] = ()
    ) -> None:
        self._texts = texts
        self._sheets = frozenset(_sheet_numbers(texts, pages)) if any(pages) else frozenset()
        self._role_of = role_of
        self._heads: set[str] = set()
        self._starts: set[str] = set()
        self.firsts = set(_FIRSTS)
        for stem, times in Counter(self._stems()).items():
            if times > 1:
                self.learn(stem)
        self._learn_around(
            [at for at, text in enumerate(texts) if text[:1] in _PAGE_FIRSTS and _SURE_PAGE.match(text)]
        )

    def _stems(self) -> Iterator[str]:
        """What stands before "Side 3" on lines that end so: a running head on two pages, or far from the page."""
        for text in self._texts:
            if "ide " in text and text[-1].isdigit() and len(text) < _LONGEST and (found := _SIDE.search(text)):
                stem = text[: found.start()].rstrip()
                yield stem
                if _FAR.search(found[0]):
                    yield stem

    def learn(self, head: str) -> None:
        """`head` is a title line; where it stands again it is a running head."""
        if head.casefold() in self._heads:
            return
        self._heads.add(head.casefold())
        self._starts.update((head[0].lower(), head[0].upper()))
        self.firsts |= self._starts
        self._learn_around([at for at, text in enumerate(self._texts) if text == head][1:])

    def _learn_around(self, places: Sequence[int]) -> None:
        """What stands next to many of `places`, which are furniture of pages, is furniture as well."""
        for step in (-1, 1):
            beside = Counter(text for at in places if (text := self._beside(at, step)))
            for text, times in beside.items():
                if times >= _FEWEST and times * 3 >= len(places) and not _PAGE.match(text):
                    self.learn(text)

    def _beside(self, at: int, step: int) -> str:
        """The next line that way, where it may be furniture: a name, neither a heading nor a sentence or decision."""
        at += step
        while 0 <= at < len(self._texts) and not self._texts[at]:
            at += step
        text = self._texts[at] if 0 <= at < len(self._texts) else ""
        if not text[:1].isupper() or len(text) > _LONGEST or text[-1] in _SENTENCE_ENDS:
            return ""
        role = self._role_of(text)
        return "" if role not in (None, Role.KIND) or verdict(text.lower()) else text

    def is_noise(self, at: int) -> bool:
        """Whether the line at that place, which is none of the blank ones, is a page number or a running head."""
        text = self._texts[at]
        first = text[0]
        if first not in self.firsts:
            return False
        if first.isdigit():
            return len(text) < 12 and (self._lone_number(at) if text.isdigit() else bool(_PAGE.match(text)))
        if first in "sSpP-–[" and len(text) < 20 and _PAGE.match(text):
            return True
        return first in self._starts and self._is_head(text)

    def without_heads(self, lines: Sequence[str]) -> list[str]:
        """The lines but for running heads; a page's number may be a row's."""
        return [line for line in lines if not (line and line[0] in self._starts and self._is_head(line))]

    def _is_head(self, text: str) -> bool:
        key = text.casefold()
        if key in self._heads:
            return True
        if len(key) > 150 or not key[-1].isdigit():
            return False
        tail = _PAGE_AFTER.search(key)
        return tail is not None and key[: tail.start()].rstrip(" \t|") in self._heads

    def _lone_number(self, at: int) -> bool:
        if len(self._texts[at]) > 3:
            return False
        before = self._texts[at - 1] if at else ""
        after = self._texts[at + 1] if at + 1 < len(self._texts) else ""
        last = before or self._texts[max(0, at - 2)]
        if last.endswith("-") and len(last) > 1:
            return False  # the second half of a number
        if at in self._sheets or _ITEM.match(after):
            return True
        return self._parts(before) and self._parts(after)

    def _parts(self, text: str) -> bool:
        """Whether a number next to `text` cannot be of one list or table with it."""
        return not text or len(text) > _LONG or self._role_of(text) is not None


def _sheet_numbers(texts: Sequence[str], pages: Sequence[int | None]) -> Iterator[int]:
    """The places of numbers that stand last on their sheets and count them, whichever number the first one has."""
    last = {page: at for at, (text, page) in enumerate(zip(texts, pages, strict=True)) if text and page}
    counted = {at: int(texts[at]) - page for page, at in last.items() if page and _NUMBER.fullmatch(texts[at])}
    steps = Counter(counted.values())
    yield from (at for at, step in counted.items() if steps[step] > 1)
