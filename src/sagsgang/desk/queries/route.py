"""The route of an item as a line of steps: what is done, where it is, what lies ahead."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from sagsgang.core.models import Item, RouteStep, StepState
from sagsgang.core.states import ItemState

_SHOWN = ("item", "position", "state", "reason", "body__name")


@dataclass(frozen=True, slots=True)
class Stop:
    """A body on the way. `look`: done, here, ahead or dropped; `reason`: why it was dropped."""

    body: int
    name: str
    look: str
    reason: str


def route_of(item: Item) -> QuerySet[RouteStep]:
    """The steps of the item's route in order, each with its body's name."""
    return RouteStep.objects.filter(item=item).select_related("body").only(*_SHOWN).order_by("position")


def stops(item: Item, route: Iterable[RouteStep]) -> tuple[Stop, ...]:
    """The steps of the item's route, which are at hand with their bodies."""
    return tuple(Stop(step.body_id, step.body.name, _look(item, step), step.reason) for step in route)


def _look(item: Item, step: RouteStep) -> str:
    if step.state in {StepState.SKIPPED, StepState.STOPPED}:
        return "dropped"
    if step.state == StepState.DONE or step.position < item.step:
        return "done"
    if step.position > item.step:
        return "ahead"
    return "done" if item.state == ItemState.DECIDED else "here"
