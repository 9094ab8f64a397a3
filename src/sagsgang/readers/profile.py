"""A layout as data: how to know it, how its items begin, what its headings and decisions are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sagsgang.readers.fuzzy import Near
from sagsgang.readers.roles import Role


@dataclass(frozen=True, slots=True)
class ItemForm:
    """How an item's first line looks. The pattern names `number` and `title`, either of which may lack.

    `sure`: the form needs no witness. Otherwise what follows (a heading, the title again, numbers) or the contents
    list must speak for it. `title_before`: the title is the line before. `chars` are the letters, in lower case,
    that such a line begins with ("0" for any digit).
    """

    pattern: re.Pattern[str]
    chars: str
    sure: bool = False
    title_before: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """What gives a layout away, and how much (the layout with most points, at least 2, is taken)."""

    pattern: re.Pattern[str]
    points: int = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """One layout family."""

    name: str
    signs: tuple[Sign, ...]
    words: Mapping[str, Role]
    forms: tuple[ItemForm, ...]
    decisions: tuple[re.Pattern[str], ...]
    # Whether an item may hold several decisions of one meeting, each under a dated heading, where one was lost.
    recovers: bool = False
    # A heading of one of these roles begins an item of its own when the item at hand already has one.
    restarts: frozenset[Role] = frozenset()
    # Whether "Beslutning" and "Økonomi" are headings where an item has no other ones of their kind.
    has_weak_headings: bool = False
    near: Near[Role] = field(init=False)
    longest: int = field(init=False)
    # What an item's first line may begin with, in either case.
    firsts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "near", Near(self.words.items()))
        object.__setattr__(self, "longest", max(map(len, self.words)) + 4)
        chars = "".join(form.chars.replace("0", "0123456789") for form in self.forms)
        object.__setattr__(self, "firsts", frozenset(chars + chars.upper()))
