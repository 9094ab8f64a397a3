"""Every page of the desk: its address, and who gets to see it. All others get 404, and nobody who is logged out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sagsgang.core.viewer import Viewer
from tests.core.world import World

CAST = ("karen", "per", "bo", "lis", "mads", "ida", "rut")
ALL = frozenset(CAST)
STAFF = frozenset({"karen", "per", "bo", "lis"})


@dataclass(frozen=True, slots=True)
class Page:
    """`name` of the address; `address` in a world; `seen_by` names of the cast."""

    name: str
    address: Callable[[World], str]
    seen_by: frozenset[str]


def fixed(address: str) -> Callable[[World], str]:
    """An address that holds no number."""
    return lambda _there: address


HOUSE: tuple[Page, ...] = (
    Page("front", fixed("/arbejde/"), ALL),
    Page("bodies", fixed("/arbejde/udvalg/"), frozenset({"rut"})),
    Page("body", lambda there: f"/arbejde/udvalg/{there.board.id}/", frozenset({"rut"})),
    Page("people", fixed("/arbejde/personer/"), frozenset({"rut"})),
    Page("roster", fixed("/arbejde/personer/fil/"), frozenset({"rut"})),
    Page("person", lambda there: f"/arbejde/personer/{there.bo.person}/", frozenset({"rut"})),
    Page("journal", fixed("/arbejde/journal/"), STAFF | {"rut"}),
    Page("import-doubts", fixed("/arbejde/indlaesning/"), frozenset({"lis"})),
    Page("doubt", fixed("/arbejde/indlaesning/findes-ikke/"), frozenset()),
)
PAGES: tuple[Page, ...] = (*HOUSE,)


def cast(there: World) -> Iterator[tuple[str, Viewer]]:
    """Everybody, by name."""
    for name in CAST:
        yield name, getattr(there, name)
