"""From a person to the Viewer that they are."""

from django.db.models import Count, F, Q

from sagsgang.core.models import Grant, Person, Seat
from sagsgang.core.viewer import Place, Role, Viewer


def viewer_of(person_id: int) -> Viewer | None:
    """The viewer that an active person is now; None when there is none. Three queries."""
    person = Person.objects.filter(id=person_id).first()
    return as_viewer(person) if person else None


def as_viewer(person: Person) -> Viewer | None:
    """The viewer that this person is now; None for somebody who has left. Two queries."""
    if not person.active:
        return None
    grants = _grants(person)
    seats = Seat.objects.filter(person=person).values_list("body_id", "since", "until", "substitute")
    return Viewer(
        person=person.id,
        name=person.name,
        roles=frozenset((body, Role(role)) for body, role, _, _ in grants),
        seats=tuple(Place(*row) for row in seats),
        approves=frozenset((body, place) for body, _, step, place in grants if step),
        administers=person.administers,
    )


def _grants(person: Person) -> list[tuple[int, str, int | None, int]]:
    """Body, role, step and the step's place in the body's chain, counted from 0 whatever the positions are."""
    before = Q(step__body__steps__position__lt=F("step__position"))
    placed = Grant.objects.filter(person=person).annotate(place=Count("step__body__steps", filter=before))
    return list(placed.values_list("body_id", "role", "step_id", "place"))
