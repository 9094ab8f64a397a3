"""From a person to the Viewer that they are."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Count, DateField, Exists, F, IntegerField, Q, QuerySet, Subquery, Value

from sagsgang.core.models import Body, BodyKind, Grant, Person, Presence, Seat
from sagsgang.core.viewer import Place, Role, Viewer

Row = tuple[int, str, int | None, int, date | None, date | None, bool]
_CONFLICT, _MAYOR = "conflict", "mayor"


def viewer_of(person_id: int) -> Viewer | None:
    """The viewer that an active person is now; None when there is none. Two queries."""
    person = Person.objects.filter(id=person_id).first()
    return as_viewer(person) if person else None


def as_viewer(person: Person) -> Viewer | None:
    """The viewer that this person is now; None for somebody who has left. One query."""
    if not person.active:
        return None
    rows = list(_grants(person).union(_seats(person), _as_mayor(person), _conflicts(person), all=True))
    held = [(body, role, step, place) for body, role, step, place, since, *_ in rows if since is None]
    grants = [row for row in held if row[1] != _CONFLICT]
    return Viewer(
        person=person.id,
        name=person.name,
        roles=frozenset((body, Role(role)) for body, role, _, _ in grants),
        seats=tuple(_places(rows)),
        approves=frozenset((body, place) for body, _, step, place in grants if step),
        administers=person.administers,
        conflicts=frozenset(item for item, kind, *_ in held if kind == _CONFLICT),
    )


def _places(rows: Iterable[Row]) -> Iterator[Place]:
    """What has a first day: the seats, and where a mayor reads."""
    for body, kind, _step, _place, since, until, substitute in rows:
        if since is not None:
            yield Place(body, since, until, substitute, reads=kind == _MAYOR)


def _grants(person: Person) -> QuerySet[Grant, Row]:
    """Body, role, step and the step's place in the body's chain, counted from 0 whatever the positions are."""
    before = Q(step__body__steps__position__lt=F("step__position"))
    placed = Grant.objects.filter(person=person).annotate(place=Count("step__body__steps", filter=before))
    since, until = (Value(None, output_field=DateField(null=True)) for _ in range(2))
    return placed.order_by().values_list("body_id", "role", "step_id", "place", since, until, Value(value=False))


def _seats(person: Person) -> QuerySet[Seat, Row]:
    """The seats, in the columns of the grants: only a seat has a first day."""
    held = Seat.objects.filter(person=person).order_by()
    nothing = Value(None, output_field=IntegerField(null=True))
    return held.values_list("body_id", Value(""), nothing, Value(0), "since", "until", "substitute")


def _as_mayor(person: Person) -> QuerySet[Body, Row]:
    """The committees, in the columns of the seats, for who chairs the council, or did: as of their latest term."""
    chairs = Seat.objects.filter(person=person, chairs=True, substitute=False, body__kind=BodyKind.COUNCIL)
    latest, nothing = chairs.order_by("-since"), Value(None, output_field=IntegerField(null=True))
    since, until = (Subquery(latest.values(day)[:1]) for day in ("since", "until"))
    committees = Body.objects.filter(Exists(chairs), kind=BodyKind.COMMITTEE).order_by()
    return committees.values_list("id", Value(_MAYOR), nothing, Value(0), since, until, Value(value=False))


def _conflicts(person: Person) -> QuerySet[Presence, Row]:
    """The items of the person's conflicts of interest, in the columns of the grants, where their role stands."""
    none = Value(None, output_field=IntegerField(null=True))
    since, until = (Value(None, output_field=DateField(null=True)) for _ in range(2))
    found = Presence.objects.filter(person=person, conflict=True).order_by()
    return found.values_list("item_id", Value(_CONFLICT), none, Value(0), since, until, Value(value=False))
