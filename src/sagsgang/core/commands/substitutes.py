"""Substitutes (stedfortrædere) called in before a meeting: until then its papers are not theirs to read."""

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.sitting import check_seat
from sagsgang.core.models import Attendance, Meeting, Person
from sagsgang.core.viewer import Viewer


def call_in(by: Viewer, meeting: Meeting, person: Person, instead_of: Person) -> None:
    """Call a substitute in to the meeting for a member, who is noted as excused (styrelsesloven § 15).

    From now on the substitute reads what the members read of this meeting. Raises Refused when one of them has no
    such seat on the meeting's day, or the member has another substitute already.
    """
    with act(by, "call_in", meeting, person=person.id, instead_of=instead_of.id):
        check_seat(meeting, person, instead_of, present=True)
        Attendance.objects.update_or_create(
            meeting=meeting, person=person, defaults={"present": True, "excused": False, "instead_of": instead_of}
        )
        Attendance.objects.update_or_create(
            meeting=meeting, person=instead_of, defaults={"present": False, "excused": True, "instead_of": None}
        )


def call_off(by: Viewer, meeting: Meeting, person: Person) -> None:
    """Take it back: the member comes after all, and the papers are closed to the substitute again."""
    with act(by, "call_off", meeting, person=person.id):
        called = Attendance.objects.filter(meeting=meeting, person=person, instead_of__isnull=False).first()
        if called is None:
            raise Refused(f"{person.name} er ikke indkaldt til mødet.")
        Attendance.objects.filter(meeting=meeting, person=called.instead_of_id).delete()
        called.delete()
