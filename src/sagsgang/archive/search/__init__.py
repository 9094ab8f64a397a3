"""Full-text search over what the archive shows: one function to ask, two to keep the index.

`index` and `forget` belong in the transaction that changes the entries, as its last step: on PostgreSQL
they take a lock until the transaction ends, so that two writers never wait for each other in a circle.
"""

from collections.abc import Iterable

from sagsgang.archive.search.query import MAX_PAGE_SIZE, Order, Query
from sagsgang.archive.search.results import Facet, FacetValue, Hit, Results

__all__ = [
    "MAX_PAGE_SIZE",
    "Facet",
    "FacetValue",
    "Hit",
    "Order",
    "Query",
    "Results",
    "forget",
    "index",
    "rebuild",
    "search",
]


def search(query: Query) -> Results:
    """The entries of `query.audience` that answer `query`; any text is a valid query and none raises."""
    raise NotImplementedError


def index(entry_ids: Iterable[int]) -> None:
    """Put the entries into the index, each in place of what was indexed of it before; unknown ids are forgotten."""
    del entry_ids


def forget(entry_ids: Iterable[int]) -> None:
    """Take the entries out of the index, with every word that stood in them only; unknown ids do no harm."""
    del entry_ids


def rebuild() -> int:
    """Index every entry afresh, with parts of compounds learnt from the whole archive; the number of entries."""
    raise NotImplementedError
