"""A substitute reads the meetings that they are called in to, and no others."""

from datetime import timedelta

import pytest

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import decisions
from sagsgang.core.commands.substitutes import call_in, call_off
from sagsgang.core.models import Attendance, Item, Journal, Meeting, Person, Seat, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.jobs.notices import notice
from tests.core.journal import deeds
from tests.core.world import DAY, SEATED_SINCE, WHY, World, item, meeting, person, see

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def substitute(there: World, name: str = "Ane") -> Person:
    made = person(name)
    Seat.objects.create(person=made, body=there.board, since=SEATED_SINCE, substitute=True)
    return made


def mads(there: World) -> Person:
    return Person.objects.get(pk=there.mads.person)


def sent(there: World, days: int = 0) -> Meeting:
    at = meeting(there.board, MeetingState.ANNOUNCED, day=DAY + timedelta(days=days))
    item(there, there.board, ItemState.SCHEDULED, on=at, number=1)
    return at


def read(viewer: Viewer) -> set[int]:
    """The meetings of which the viewer reads anything, and those that they know of."""
    read = set(Section.objects.visible_to(viewer).values_list("item__meeting", flat=True))
    assert read == set(Meeting.objects.visible_to(viewer).values_list("pk", flat=True))
    assert read == set(Item.objects.visible_to(viewer).values_list("meeting", flat=True))
    return {one for one in read if one}


def test_a_substitute_reads_the_meeting_that_they_are_called_in_to_and_no_other(there: World) -> None:
    ane, at, _ = substitute(there), sent(there), sent(there, days=7)
    assert read(see(ane)) == set()
    call_in(there.lis, at, ane, mads(there))
    assert read(see(ane)) == {at.pk}
    assert deeds() == [("meeting.call_in", there.lis.person)]


def test_whoever_is_called_off_reads_no_more_and_the_member_comes(there: World) -> None:
    ane, at = substitute(there), sent(there)
    call_in(there.lis, at, ane, mads(there))
    call_off(there.lis, at, ane)
    assert read(see(ane)) == set()
    decisions.begin_meeting(there.lis, at)
    assert list(Attendance.objects.values_list("person", "present")) == [(there.mads.person, True)]


def test_when_the_meeting_begins_the_substitute_is_there_and_the_member_excused(there: World) -> None:
    ane, at = substitute(there), sent(there)
    call_in(there.lis, at, ane, mads(there))
    decisions.begin_meeting(there.lis, at)
    rows = {row.person_id: (row.present, row.excused, row.instead_of_id) for row in Attendance.objects.all()}
    assert rows == {ane.pk: (True, False, there.mads.person), there.mads.person: (False, True, None)}
    assert read(see(ane)) == {at.pk}


def test_whoever_steps_in_at_the_table_reads_from_then_on(there: World) -> None:
    ane, at = substitute(there), sent(there)
    decisions.begin_meeting(there.lis, at)
    assert read(see(ane)) == set()
    decisions.record(there.lis, at, ane, present=True, instead_of=mads(there))
    assert read(see(ane)) == {at.pk}


def test_members_read_as_before_excused_or_not(there: World) -> None:
    ane, at, other = substitute(there), sent(there), sent(there, days=7)
    call_in(there.lis, at, ane, mads(there))
    assert set(Meeting.objects.visible_to(there.mads)) == {at, other}


def test_only_for_a_member_who_has_no_substitute_and_only_who_is_one(there: World) -> None:
    ane, other, at = substitute(there), substitute(there, "Eva"), sent(there)
    call_in(there.lis, at, ane, mads(there))
    for who, instead_of in ((other, mads(there)), (person("Finn"), mads(there)), (mads(there), ane)):
        with pytest.raises(Refused):
            call_in(there.lis, at, who, instead_of)
    with pytest.raises(Refused, match="ikke indkaldt"):
        call_off(there.lis, at, other)


def test_the_secretary_calls_in_and_nobody_else(there: World) -> None:
    ane, at = substitute(there), sent(there)
    for viewer in (there.karen, there.bo, there.mads, there.rut):
        with pytest.raises(NotYours):
            call_in(viewer, at, ane, mads(there))


def test_after_the_meeting_has_begun_attendance_says_who_was_there(there: World) -> None:
    ane, at = substitute(there), sent(there)
    decisions.begin_meeting(there.lis, at)
    with pytest.raises(Refused):
        call_in(there.lis, at, ane, mads(there))


def test_the_substitute_is_told_by_mail_and_hears_of_the_agenda_like_the_members(there: World) -> None:
    ane, at = substitute(there), sent(there)
    call_in(there.lis, at, ane, mads(there))
    told = notice(Journal.objects.unguarded(WHY).get())
    assert told is not None
    assert [one.name for one in told.to] == ["Ane"]
    row = Journal.objects.create(at="2027-03-01T09:00:00+01:00", kind="meeting.announce", meeting=at)
    out = notice(row)
    assert out is not None
    assert {one.name for one in out.to} == {"Ane", "Mads"}
