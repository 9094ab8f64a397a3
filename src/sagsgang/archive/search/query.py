"""What one asks the index for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MAX_PAGE_SIZE = 100


class Order(StrEnum):
    """Which hit stands first."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Words and filters. Within a filter several values mean "any of them"; filters and words must all hold.

    `text` is what the user typed: words (all must be found), OR, -not, "phrase", prefix*, a case or document
    number in any form. Without text every entry that passes the filters is a hit, newest first.
    `bodies` are ids, `years` calendar years, `item_types` and `outcomes` the values of the paper's enums (`""` for
    none), `kle_groups` main groups ("85") or groups ("85.11"), `access` "open", "closed" or "" for both. `first` and
    `last` are the first and the last day that count.
    `page` counts from 1; `size` is at most MAX_PAGE_SIZE.
    """

    audience: str
    text: str = ""
    bodies: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    item_types: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    kle_groups: tuple[str, ...] = ()
    access: str = ""
    first: date | None = None
    last: date | None = None
    order: Order = Order.RELEVANCE
    page: int = 1
    size: int = 20
