"""From a person to the Viewer that they are."""

from sagsgang.core.models import Grant, Person, Seat, Step
from sagsgang.core.viewer import Place, Role, Viewer


def viewer_of(person_id: int) -> Viewer | None:
    """The viewer that an active person is now; None when there is none. Three or four queries."""
    person = Person.objects.filter(id=person_id, active=True).first()
    if person is None:
        return None
    grants = list(Grant.objects.filter(person=person).values_list("body_id", "role", "step_id"))
    seats = Seat.objects.filter(person=person).values_list("body_id", "since", "until", "substitute")
    return Viewer(
        person=person.id,
        name=person.name,
        roles=frozenset((body, Role(role)) for body, role, _ in grants),
        seats=tuple(Place(*row) for row in seats),
        approves=_places(frozenset(step for _, _, step in grants if step)),
        administers=person.administers,
    )


def _places(steps: frozenset[int]) -> frozenset[tuple[int, int]]:
    """Body and place in its chain, counted from 0 whatever the positions are."""
    if not steps:
        return frozenset()
    found: set[tuple[int, int]] = set()
    order: dict[int, int] = {}
    for step, body in Step.objects.order_by("body_id", "position").values_list("id", "body_id"):
        place = order.get(body, 0)
        order[body] = place + 1
        if step in steps:
            found.add((body, place))
    return frozenset(found)
