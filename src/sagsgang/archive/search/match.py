"""A question in terms: groups that must all hold, each "any of these", and what must not be there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that stand side by side; mostly one. `exact` terms only, parts of compounds are alternatives."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every term that begins so."""

    start: str


Alternative = Phrase | Prefix
Group = tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What is looked up: `filters` and `groups` must all hold, none of `excluded` may. There is always a filter.

    `keys`: the lowest and the highest that count, where not all do.
    """

    filters: tuple[Group, ...]
    groups: tuple[Group, ...] = ()
    excluded: Group = ()
    keys: tuple[int, int] | None = None
