"""What a database does for search, one module for each; the one in use is chosen by its vendor."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from django.db import connection

from sagsgang.archive.search.document import Document
from sagsgang.archive.search.facts import WIDTH
from sagsgang.archive.search.match import Group, Match


class Hits(NamedTuple):
    """Keys of documents and their facts, one after the other.

    There may be ten thousand: databases hand them over as two texts, as a row for each would take longer to read
    than to find. Keys stay as they were written, as few of them are looked at.
    """

    keys: list[str]
    facts: str

    @classmethod
    def of(cls, keys: str | None, facts: str | None) -> "Hits":
        """The hits in the keys with commas between and the facts with nothing between; none in None."""
        return cls(keys.split(",") if keys else [], facts or "")

    def first(self, most: int) -> "Hits":
        """At most so many of them."""
        return Hits(self.keys[:most], self.facts[: most * WIDTH])

    def merged(self, others: "Hits", most: int) -> "Hits":
        """These and the others, either the newest first and none twice: at most so many."""
        if not others.keys:
            return self
        facts = {
            int(key): hits.facts[at * WIDTH : (at + 1) * WIDTH]
            for hits in (self, others)
            for at, key in enumerate(hits.keys)
        }
        newest = sorted(facts, reverse=True)[:most]
        return Hits([str(key) for key in newest], "".join(facts[key] for key in newest))

    def and_then(self, more: "Hits") -> "Hits":
        """These, then the others."""
        return Hits(self.keys + more.keys, self.facts + more.facts)


class Backend(Protocol):
    """How terms are kept and found. Every function runs in the caller's transaction."""

    def lock(self) -> None:
        """Let nobody else write to the index until the transaction ends."""

    def add(self, documents: Sequence[Document]) -> None:
        """Keep new documents."""

    def remove(self, keys: Sequence[int]) -> Iterable[Iterable[str]]:
        """Drop the documents; the distinct terms of each."""

    def newest(self, match: Match, most: int, expected: int) -> Hits:
        """The `most` newest documents that match, the newest first. `expected`: at most so many, roughly."""

    def scores(self, match: Match, keys: Sequence[int], rarity: Sequence[float], commonest: int) -> dict[int, float]:
        """How well each of the keys, newest first, answers the groups; `rarity` weighs one group against another.

        `commonest`: how many documents have the most common group, roughly.
        """

    def titled(self, match: Match, groups: Sequence[Group], most: int) -> tuple[str, list[object]]:
        """A statement for the `most` newest keys that match and have all groups in their titles; with its values."""

    def having(self, match: Match, most: int) -> tuple[str, list[object]]:
        """A statement for the `most` newest keys that match; with its values."""

    def read_in(self) -> None:
        """Read what every search looks up of its hits: a new server's first searches need not wait for the disk."""

    def clear(self) -> None:
        """Drop all documents."""


def backend() -> Backend:
    """The backend of the database in use."""
    return cast("Backend", import_module(f"{__name__}.{connection.vendor}"))
