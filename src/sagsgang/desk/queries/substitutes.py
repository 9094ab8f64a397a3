"""Who stands in for whom at a meeting that is to come, and who may still be called in."""

from dataclasses import dataclass

from sagsgang.core.models import Attendance, Meeting, Person
from sagsgang.core.seats import seats_on
from sagsgang.core.states import MeetingState

_TO_COME = (MeetingState.PLANNED, MeetingState.ANNOUNCED)


@dataclass(frozen=True, slots=True)
class Called:
    """A substitute who is called in, and for whom."""

    person: int
    name: str
    instead_of: str


@dataclass(frozen=True, slots=True)
class Substitutes:
    """`free` may be called in for one of `members`."""

    called: tuple[Called, ...]
    free: tuple[Person, ...]
    members: tuple[Person, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.called or (self.free and self.members))


NOBODY = Substitutes((), (), ())


def substitutes(meeting: Meeting) -> Substitutes:
    """For the page of a meeting that the viewer leads; nobody once it has begun. Two queries."""
    if meeting.state not in _TO_COME:
        return NOBODY
    seats = list(seats_on(meeting.body, meeting.date))
    if not any(seat.substitute for seat in seats):
        return NOBODY
    rows = list(
        Attendance.objects.filter(meeting=meeting, instead_of__isnull=False).select_related("person", "instead_of")
    )
    taken = {row.person_id for row in rows} | {row.instead_of_id for row in rows}
    return Substitutes(
        called=tuple(Called(row.person_id, row.person.name, str(row.instead_of)) for row in rows),
        free=tuple(seat.person for seat in seats if seat.substitute and seat.person_id not in taken),
        members=tuple(seat.person for seat in seats if not seat.substitute and seat.person_id not in taken),
    )
