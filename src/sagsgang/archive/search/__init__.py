"""Full-text search over what the archive shows: one function to ask, two to keep the index.

`index` and `forget` belong in the transaction that changes the entries, as its last step: on PostgreSQL
they take a lock until the transaction ends, so that two writers never wait for each other in a circle. `rebuild`
after a large import learns the archive's own words for the parts of compounds, and after a new version of the
locked simplemma or PyStemmer it is a must. A server calls `prepare` before it answers: it takes two seconds once;
`read_in` beside its first answers.
"""

from sagsgang.archive.search.indexing import forget, index, rebuild
from sagsgang.archive.search.lexicon import prepare
from sagsgang.archive.search.offering import Offered, Offers, offers
from sagsgang.archive.search.query import MAX_PAGE_SIZE, Order, Query
from sagsgang.archive.search.results import Facet, FacetValue, Hit, InFile, Results
from sagsgang.archive.search.searching import answering, read_in, search

__all__ = [
    "MAX_PAGE_SIZE",
    "Facet",
    "FacetValue",
    "Hit",
    "InFile",
    "Offered",
    "Offers",
    "Order",
    "Query",
    "Results",
    "answering",
    "forget",
    "index",
    "offers",
    "prepare",
    "read_in",
    "rebuild",
    "search",
]
