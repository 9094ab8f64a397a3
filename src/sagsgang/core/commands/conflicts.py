"""Conflicts of interest (inhabilitet) of whoever works with a case: author, approver, secretary or member."""

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.sitting import refuse_voted, unsign
from sagsgang.core.models import Attendance, Item, Person, Presence
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer

# The minutes say who was disqualified: what is approved does not change.
_SETTLED = (MeetingState.MINUTED, MeetingState.PUBLISHED)


def disqualify(by: Viewer, item: Item, person: Person) -> None:
    """Note that the person has a conflict of interest: from now on the item is hidden from them in every role.

    They take no part in preparing it or deciding on it (forvaltningsloven § 3, stk. 3). Raises Refused when they
    voted, or the minutes that name those who took part are approved.
    """
    with act(by, "disqualify", item, person=person.id):
        _refuse_settled(item, person)
        if item.meeting:
            refuse_voted(item.meeting, person, item)
            unsign(item.meeting)
        Presence.objects.update_or_create(item=item, person=person, defaults={"conflict": True})


def requalify(by: Viewer, item: Item, person: Person) -> None:
    """Lift the conflict of interest, as another than the person themselves: of one's own one is not judge (§ 6)."""
    with act(by, "requalify", item, person=person.id):
        _refuse_settled(item, person)
        held = Presence.objects.filter(item=item, person=person, conflict=True)
        if not held.exists():
            raise Refused(f"{person.name} er ikke noteret som inhabil.")
        if item.meeting:
            unsign(item.meeting)
        held.filter(away=False).delete()
        held.update(conflict=False)


def _refuse_settled(item: Item, person: Person) -> None:
    if item.meeting is None or item.meeting.state not in _SETTLED:
        return
    if Attendance.objects.filter(meeting=item.meeting, person=person).exists():
        raise Refused("Referatet er godkendt og siger, hvem der var inhabil. En rettelse sker ved en tilføjelse.")
