"""An agenda that is sent by itself at the hour that was chosen: once, past the gate again, or held back and told."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from sagsgang.archive.models import Entry
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import items, meetings
from sagsgang.core.models import Grant, Item, Journal, Meeting, SealedPaper, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role
from sagsgang.jobs.deliver import deliver
from sagsgang.jobs.hours import Sender
from sagsgang.paper.model import SectionKind
from tests.core.world import DAY, WHY, World, item, meeting, section, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


HOUR = _at(DAY.replace(day=1), 8)


@pytest.fixture
def town() -> World:
    return world()


def _planned(town: World) -> Meeting:
    planned = meeting(town.committee)
    item(town, town.committee, ItemState.SCHEDULED, on=planned)
    return planned


def _waiting(town: World) -> Meeting:
    """A meeting whose hour has come."""
    planned = _planned(town)
    meetings.announce_at(town.lis, planned, HOUR)
    planned.send_at = timezone.now() - timedelta(minutes=1)
    planned.save(update_fields=["send_at"])
    return planned


def _states(planned: Meeting) -> tuple[str, bool]:
    found = Meeting.objects.unguarded(WHY).get(pk=planned.pk)
    return found.state, found.held_back_at is not None


def _kinds() -> list[str]:
    return list(Journal.objects.unguarded(WHY).order_by("id").values_list("kind", flat=True))


def test_an_agenda_waits_for_its_hour_and_is_then_sent_once_in_the_name_of_who_chose_it(town: World) -> None:
    planned = _planned(town)
    meetings.announce_at(town.lis, planned, HOUR)
    assert not Sender().work()
    assert not Entry.objects.exists()
    planned.send_at = timezone.now()
    planned.save(update_fields=["send_at"])
    assert Sender().work()
    assert not Sender().work()
    assert _states(planned) == (MeetingState.ANNOUNCED, False)
    assert SealedPaper.objects.unguarded(WHY).count() == 1
    [row] = Journal.objects.unguarded(WHY).filter(kind="meeting.announce")
    assert (row.by_id, "hour" in row.facts) == (town.lis.person, True)


def test_what_must_be_looked_at_when_the_hour_comes_holds_the_agenda_back_and_is_told_once(town: World) -> None:
    planned = _waiting(town)
    Section.objects.unguarded(WHY).update(text="Ring til 010203-1234, HUSK denne hjælpetekst skal slettes")
    sender = Sender()
    assert (sender.work(), sender.work()) == (True, False)
    assert _states(planned) == (MeetingState.PLANNED, True)
    assert not Entry.objects.exists()
    deliver()
    [letter] = mail.outbox
    assert letter.to == ["lis@solbjerg.example"]
    assert f"/arbejde/moeder/{planned.id}/eftersyn/" in str(letter.body)
    assert "010203" not in letter.subject + str(letter.body)


def test_an_hour_that_was_taken_back_sends_nothing_even_when_the_worker_has_seen_it(town: World) -> None:
    planned = _waiting(town)
    seen = Meeting.objects.unguarded(WHY).select_related("body", "send_as").get(pk=planned.pk)
    meetings.keep_back(town.lis, planned)
    with pytest.raises(Refused):
        meetings.announce(town.lis, seen, hour=seen.send_at)
    assert not Sender().work()
    assert _states(planned) == (MeetingState.PLANNED, False)
    with pytest.raises(Refused, match="ikke valgt noget tidspunkt"):
        meetings.keep_back(town.lis, planned)


def test_who_is_no_longer_secretary_when_the_hour_comes_sends_nothing(town: World) -> None:
    planned = _waiting(town)
    Grant.objects.filter(person=town.lis.person, role=Role.SECRETARY).delete()
    Sender().work()
    assert _states(planned) == (MeetingState.PLANNED, True)


def test_an_agenda_that_is_held_back_keeps_no_other_waiting(town: World) -> None:
    broken, planned = _waiting(town), meeting(town.council)
    made = item(town, town.council, ItemState.SCHEDULED, on=planned, title="Budget")
    meetings.announce_at(town.lis, planned, HOUR)
    Meeting.objects.unguarded(WHY).filter(pk=planned.pk).update(send_at=timezone.now())
    section(Item.objects.unguarded(WHY).get(meeting=broken), SectionKind.SUMMARY, "TEST")
    Sender().work()
    assert _states(broken) == (MeetingState.PLANNED, True)
    assert _states(planned) == (MeetingState.ANNOUNCED, False)
    assert Item.objects.unguarded(WHY).get(pk=made.pk).number == 1


def test_why_it_is_late_is_looked_at_when_the_hour_is_chosen_and_not_again(town: World) -> None:
    town.committee.notice_days = 200
    town.committee.save()
    planned, reason = _planned(town), "Ring til formanden på 20 30 40 50."
    with pytest.raises(Refused, match="kryds"):
        meetings.announce_at(town.lis, planned, HOUR, late_reason=reason)
    meetings.announce_at(town.lis, planned, HOUR, late_reason=reason, looked=True)
    Meeting.objects.unguarded(WHY).filter(pk=planned.pk).update(send_at=timezone.now())
    Sender().work()
    assert _states(planned) == (MeetingState.ANNOUNCED, False)


def test_an_agenda_that_must_be_looked_at_gets_no_hour(town: World) -> None:
    planned = _planned(town)
    found = Item.objects.unguarded(WHY).get(meeting=planned)
    section(found, SectionKind.SUMMARY, "HUSK denne hjælpetekst skal slettes")
    with pytest.raises(Refused, match="at se efter"):
        meetings.announce_at(town.lis, planned, HOUR)
    assert "meeting.announce_at" not in _kinds()


def test_only_a_secretary_chooses_the_hour(town: World) -> None:
    for who in (town.karen, town.mads, town.rut):
        with pytest.raises(NotYours):
            meetings.announce_at(who, _planned_once(town), HOUR)


def _planned_once(town: World) -> Meeting:
    return Meeting.objects.unguarded(WHY).select_related("body").first() or _planned(town)


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (_at(date(2020, 1, 1), 8), "er gået"),
        (_at(DAY, 9), "ikke før mødet"),
        (_at(DAY, 8), "senest den"),
    ],
)
def test_an_hour_lies_ahead_and_before_the_deadline_and_the_meeting(town: World, hour: datetime, said: str) -> None:
    with pytest.raises(Refused, match=said):
        meetings.announce_at(town.lis, _planned(town), hour)


def test_an_item_that_is_put_on_after_the_hour_was_chosen_goes_out_with_the_rest(town: World) -> None:
    planned = _waiting(town)
    later = item(town, town.committee, ItemState.APPROVED, title="Ny cykelsti")
    meetings.schedule(town.lis, later, planned)
    Sender().work()
    assert Item.objects.unguarded(WHY).get(pk=later.pk).number == 2
    with pytest.raises(Refused):
        items.set_title(town.lis, Item.objects.unguarded(WHY).get(pk=later.pk), "Anden titel", later.version)
