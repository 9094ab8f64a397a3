"""The route of an item as a line of steps: what is done, where it is, what lies ahead."""

from collections.abc import Iterable
from dataclasses import dataclass

from sagsgang.core.models import Item, RouteStep, StepState
from sagsgang.core.states import ItemState


@dataclass(frozen=True, slots=True)
class Stop:
    """A body on the way. `look`: done, here, ahead or dropped; `reason`: why it was dropped."""

    body: int
    name: str
    look: str
    reason: str


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
