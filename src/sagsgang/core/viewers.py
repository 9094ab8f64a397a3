"""From a person to the Viewer that they are."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import connection
from django.db.models import DateField

from sagsgang.core.models import Person
from sagsgang.core.viewer import Place, Role, Viewer

Row = tuple[int, str, int | None, int, date | str | None, date | str | None, bool]
_CONFLICT, _MAYOR = "conflict", "mayor"
# Every page begins with this, and putting it together anew took longer than asking it. In the same columns: grants,
# with the place of their step in the body's chain, counted from 0 whatever the positions are; the seats; the
# committees for who chairs the council, or did, once for each term; the items of conflicts of interest.
_HELD = """
SELECT body_id, role, step_id, (
    SELECT COUNT(*) FROM core_step AS own JOIN core_step AS earlier ON earlier.body_id = own.body_id
    WHERE own.id = core_grant.step_id AND earlier.position < own.position
), NULL, NULL, FALSE
FROM core_grant WHERE person_id = %s
UNION ALL SELECT body_id, '', NULL, 0, since, until, substitute
FROM core_seat WHERE person_id = %s
UNION ALL SELECT committee.id, 'mayor', NULL, 0, term.since, term.until, FALSE
FROM core_seat AS term JOIN core_body AS council ON council.id = term.body_id CROSS JOIN core_body AS committee
WHERE term.person_id = %s AND term.chairs AND NOT term.substitute
    AND council.kind = 'council' AND committee.kind = 'committee'
UNION ALL SELECT item_id, 'conflict', NULL, 0, NULL, NULL, FALSE
FROM core_presence WHERE person_id = %s AND "conflict"
"""
_day = DateField().to_python  # SQLite has no dates, and gives back how one is written


def viewer_of(person_id: int) -> Viewer | None:
    """The viewer that an active person is now; None when there is none. Two queries."""
    person = Person.objects.filter(id=person_id).first()
    return as_viewer(person) if person else None


def as_viewer(person: Person) -> Viewer | None:
    """The viewer that this person is now; None for somebody who has left. One query."""
    if not person.active:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [person.id] * 4)
        rows: list[Row] = cursor.fetchall()
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
            yield Place(body, _day(since), _day(until), bool(substitute), reads=kind == _MAYOR)
