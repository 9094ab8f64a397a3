"""What a database does for search, one module for each; the one in use is chosen by its vendor."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from django.db import connection

from sagsgang.archive.search.document import Document
from sagsgang.archive.search.match import Match


class Hits(NamedTuple):
    """Keys of documents and their facts, side by side. Two long lists, as a small object for each would be slow."""

    keys: list[int]
    facts: list[str]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str]]) -> "Hits":
        """The hits in rows of key and facts."""
        keys, facts = list(zip(*rows, strict=True)) or ((), ())
        return cls(list(keys), list(facts))


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

    def scores(self, match: Match, keys: Sequence[int], rarity: Sequence[float]) -> dict[int, float]:
        """How well each of the keys, newest first, answers the groups; `rarity` weighs one group against another."""

    def clear(self) -> None:
        """Drop all documents."""


def backend() -> Backend:
    """The backend of the database in use."""
    return cast("Backend", import_module(f"{__name__}.{connection.vendor}"))
