"""A body's papers go to another public: what is out may be taken off, with a public reason; what comes goes there."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.conf import settings

from sagsgang.archive import leave
from sagsgang.archive.models import Audience, Planned
from sagsgang.archive.models import Meeting as PublishedMeeting
from sagsgang.archive.publish import publish
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import meetings
from sagsgang.core.commands.channels import change_channel
from sagsgang.core.models import Journal
from tests.archive.papers import minutes
from tests.core.world import World, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NUMBER = "070761-4285"
REASON = "Direktionen har besluttet at tage de åbne dagsordener af."


@pytest.fixture
def there() -> World:
    there = world()
    there.board.policy = "Beslutning af 9. januar 2026"
    there.board.audience = Audience.EMPLOYEES
    there.board.save()
    paper = replace(minutes(body=there.board.name), authority=settings.AUTHORITY)
    publish(paper, Audience.EMPLOYEES)
    return there


def shown() -> int:
    while leave.work():
        pass
    return PublishedMeeting.objects.filter(edition__isnull=False).count()


def test_what_is_out_is_taken_off_when_that_is_asked_for(there: World) -> None:
    change_channel(there.rut, there.board, Audience.STREET, REASON, take_off=True)
    there.board.refresh_from_db()
    assert there.board.audience == Audience.STREET
    assert shown() == 0
    row = Journal.objects.unguarded("a test").get(kind="body.change_channel")
    assert (row.facts["reason"], row.facts["before"], row.facts["after"]) == (REASON, "employees", "street")


def test_what_is_out_stays_when_only_what_comes_is_to_go_elsewhere(there: World) -> None:
    change_channel(there.rut, there.board, Audience.STREET, REASON, take_off=False)
    assert shown() == 1


def test_planned_meetings_go_with_the_body(there: World) -> None:
    meetings.plan_meeting(there.lis, there.board, date(2031, 1, 6), start=time(9))
    assert Planned.objects.get().audience == Audience.EMPLOYEES
    change_channel(there.rut, there.board, Audience.STREET, REASON, take_off=True)
    assert Planned.objects.get().audience == Audience.STREET


def test_only_those_who_administer_change_it_and_say_why(there: World) -> None:
    with pytest.raises(NotYours):
        change_channel(there.lis, there.board, Audience.STREET, REASON, take_off=True)
    with pytest.raises(Refused, match="hvorfor"):
        change_channel(there.rut, there.board, Audience.STREET, " ", take_off=True)
    with pytest.raises(Refused, match="allerede"):
        change_channel(there.rut, there.board, Audience.EMPLOYEES, REASON, take_off=True)
    assert shown() == 1


def test_a_body_that_the_law_makes_public_does_not_leave_the_street(there: World) -> None:
    with pytest.raises(Refused, match="Styrelsesloven"):
        change_channel(there.rut, there.council, Audience.EMPLOYEES, REASON, take_off=True)


def test_no_personal_number_stands_in_the_public_reason(there: World) -> None:
    with pytest.raises(Refused, match="personnummer"):
        change_channel(there.rut, there.board, Audience.STREET, f"Borger {NUMBER} bad om det.", take_off=True)
    assert shown() == 1
