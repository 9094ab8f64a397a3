"""What the pages of an item hold besides the item: keys, choices, templates for routes."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sagsgang.core.models import Body, BodyKind, Item
from sagsgang.core.states import ItemState
from sagsgang.desk.queries.item import ItemPage

_SPARE = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """The item with the key for what is kept in the browser, and what may close a text."""

    item: ItemPage
    keep_key: str
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A usual way, by name."""

    name: str
    bodies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A row for each step of the way, some spare ones, and the usual ways. Steps in `fixed` cannot be changed."""

    item: int
    title: str
    bodies: tuple[Body, ...]
    rows: tuple[int, ...]
    fixed: int
    templates: tuple[Template, ...]
    may_write: bool

    @classmethod
    def of(cls, item: Item, bodies: tuple[Body, ...], route: tuple[int, ...]) -> "Route":
        """The editor for this item's route as it stands."""
        return cls(
            item=item.id,
            title=item.public_title,
            bodies=bodies,
            rows=(*route, *(0 for _spare in range(_SPARE))),
            fixed=item.step + 1,
            templates=tuple(_usual(bodies, route[: item.step + 1] or (item.body_id,))),
            may_write=item.state not in {ItemState.DECIDED, ItemState.WITHDRAWN},
        )


def _usual(bodies: Iterable[Body], so_far: tuple[int, ...]) -> Iterable[Template]:
    """What comes after the steps that are passed: nothing, the council, or a committee and then the council."""
    every = [body for body in bodies if body.id not in so_far]
    councils = [body for body in every if body.kind == BodyKind.COUNCIL]
    yield Template(_("Slutter her"), so_far)
    for council in councils:
        yield Template(council.name, (*so_far, council.id))
    for committee in (body for body in every if body.kind == BodyKind.COMMITTEE):
        yield Template(committee.name, (*so_far, committee.id))
        for council in councils:
            yield Template(f"{committee.name} → {council.name}", (*so_far, committee.id, council.id))
