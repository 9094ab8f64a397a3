"""A search's filters as addresses write them: on the search page, in its feeds, and in searches that are followed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sagsgang.archive.search.query import Query
from sagsgang.danish.digits import whole_number
from sagsgang.paper.model import Access

# The facets by the names of their filters.
PARAMETER_OF = {
    "bodies": "udvalg",
    "years": "aar",
    "item_types": "type",
    "outcomes": "udfald",
    "kle_groups": "emne",
    "access": "adgang",
}
FIRST, LAST = "dato_fra", "dato_til"
PARAMETERS = (*PARAMETER_OF.values(), FIRST, LAST)


def filtered(query: Query, filters: Mapping[str, Sequence[str]]) -> Query:
    """The query narrowed by `filters`, by the names of the address; values that mean nothing are passed over."""
    return replace(
        query,
        bodies=_numbers(filters.get("udvalg", ())),
        years=_numbers(filters.get("aar", ())),
        item_types=tuple(filters.get("type", ())),
        outcomes=tuple(filters.get("udfald", ())),
        kle_groups=tuple(filters.get("emne", ())),
        access=next((value for value in filters.get("adgang", ()) if value in set(Access)), ""),
        first=_day(filters.get(FIRST, ())),
        last=_day(filters.get(LAST, ())),
    )


def _numbers(values: Sequence[str]) -> tuple[int, ...]:
    return tuple(number for value in values if (number := whole_number(value)) is not None)


def _day(values: Sequence[str]) -> date | None:
    """The day as a browser's field for dates writes it; None for none, and for what is none."""
    try:
        return date.fromisoformat(values[-1]) if values else None
    except ValueError:
        return None
