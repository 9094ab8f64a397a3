"""What the pages of an item hold besides the item: keys, choices, templates for routes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from sagsgang.core.models import Body, BodyKind, Item
from sagsgang.core.states import ItemState
from sagsgang.desk.queries.item import ItemPage
from sagsgang.desk.uploads import too_big

_SPARE = 2
_READINGS = 2  # of the annual budget in the council
_ECONOMY = re.compile("økonomi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """The item with the key for what is kept in the browser, and what may close a text.

    `editing`: texts are fields. Whoever only approves reads first, and asks for the fields.
    """

    item: ItemPage
    keep_key: str
    bases: tuple[str, ...]
    editing: bool

    @property
    def upload_limit(self) -> int:
        """How many bytes a file may have."""
        return int(settings.ATTACHMENT_LIMIT)

    @property
    def too_big(self) -> str:
        """What is said of one that has more."""
        return too_big()


@dataclass(frozen=True, slots=True)
class Template:
    """A usual way, by name; `budget`: that of the annual budget, which the council reads twice."""

    name: str
    bodies: tuple[int, ...]
    budget: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A row for each step of the way, some spare ones, and the usual ways. Steps in `fixed` cannot be changed."""

    item: int
    title: str
    bodies: tuple[Body, ...]
    rows: tuple[int, ...]
    fixed: int
    templates: tuple[Template, ...]
    annual_budget: bool
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
            annual_budget=item.annual_budget,
            may_write=item.state not in {ItemState.DECIDED, ItemState.WITHDRAWN},
        )


def _usual(bodies: tuple[Body, ...], so_far: tuple[int, ...]) -> Iterable[Template]:
    """What comes after the steps that are passed: nothing, the council, or a committee and then the council."""
    every = [body for body in bodies if body.id not in so_far]
    councils = [body for body in every if body.kind == BodyKind.COUNCIL]
    passed = [body for one in so_far for body in bodies if body.id == one]
    ways: list[tuple[Body, ...]] = [(council,) for council in councils]
    for committee in (body for body in every if body.kind == BodyKind.COMMITTEE):
        ways += [(committee,), *((committee, council) for council in councils)]
    for way in ((), *ways):
        whole = (*passed, *way)
        yield _template(whole)
    if budget := _budget(bodies, passed):
        yield _template(budget, budget=True)


def _budget(bodies: tuple[Body, ...], passed: list[Body]) -> tuple[Body, ...]:
    """Over the committee for economy, which the law asks for, to the council, twice (styrelsesloven §§ 17, 37)."""
    council = next((body for body in bodies if body.kind == BodyKind.COUNCIL), None)
    if council is None or passed.count(council) >= _READINGS:
        return ()
    proposes = [body for body in bodies if body.kind == BodyKind.COMMITTEE and _ECONOMY.search(body.name)][:1]
    before = () if council in passed else (body for body in proposes if body not in passed)
    return (*passed, *before, *[council] * (_READINGS - passed.count(council)))


def _template(way: tuple[Body, ...], *, budget: bool = False) -> Template:
    return Template(" → ".join(body.name for body in way), tuple(body.id for body in way), budget)
