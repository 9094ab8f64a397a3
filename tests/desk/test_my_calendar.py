"""One's own meetings in a calendar program, read by a library that others wrote."""

import re
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event, EventStatus

from sagsgang.archive.models import Planned
from sagsgang.core.commands.meetings import announce, cancel, move_meeting, plan_meeting
from sagsgang.core.commands.my_calendar import renew
from sagsgang.core.models import Attendance, CalendarKey, Journal, Meeting, Person, Seat
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access
from tests.core.world import CANARY, DAY, WHY, World, item, meeting, see
from tests.desk.logged_in import browser

pytestmark = pytest.mark.django_db
PAGE = "/arbejde/kalender/"


def key_of(who: Viewer) -> str:
    return CalendarKey.objects.unguarded(WHY).get(person=who.person).key


def address(who: Viewer) -> str:
    renew(who)
    return f"{PAGE}{key_of(who)}.ics"


def events(client: Client, at: str) -> list[Event]:
    answer = client.get(at)
    assert answer["Content-Type"].startswith("text/calendar")
    return IcsCalendarStream.calendar_from_ics(answer.content.decode()).events


def names(client: Client, at: str) -> list[str]:
    return [event.summary or "" for event in events(client, at)]


def test_a_member_who_is_not_logged_in_reads_when_and_where_they_meet(client: Client, there: World) -> None:
    plan_meeting(there.lis, there.board, DAY, start=time(9, 30), place="Mødelokale 1")
    (event,) = events(client, address(there.mads))
    assert (event.summary, event.location, event.status) == ("Direktionen", "Mødelokale 1", EventStatus.CONFIRMED)
    assert (event.dtstart.hour, event.dtstart.minute) == (9, 30)  # type: ignore[union-attr]
    assert event.dtstart.tzinfo.key == "Europe/Copenhagen"  # type: ignore[union-attr]
    assert str(event.url) == f"http://testserver/arbejde/mine-moeder/{Meeting.objects.unguarded(WHY).get().pk}/"


def test_nothing_of_what_is_on_the_agenda_travels(client: Client, there: World) -> None:
    sent = meeting(there.board, MeetingState.ANNOUNCED)
    item(there, there.board, ItemState.SCHEDULED, on=sent, access=Access.CLOSED, title=f"{CANARY} lukket", number=1)
    item(there, there.board, ItemState.SCHEDULED, on=sent, title="Ny svømmehal", number=2)
    for who in (there.mads, there.lis):
        answer = client.get(address(who))
        assert b"Direktionen" in answer.content
        assert CANARY not in answer.content.decode() + str(dict(answer.items()))
        assert "svømmehal" not in answer.content.decode()


def test_a_calendar_holds_the_meetings_of_ones_own_boards_and_no_others(client: Client, there: World) -> None:
    for body in (there.board, there.committee, there.council):
        meeting(body)
    assert sorted(names(client, address(there.mads))) == ["Direktionen", "Økonomiudvalget"]
    assert names(client, address(there.ida)) == ["Kommunalbestyrelsen"]
    assert len(names(client, address(there.lis))) == 3


def test_a_seat_opens_the_meetings_of_its_own_days(client: Client, there: World) -> None:
    Seat.objects.filter(person=there.ida.person).update(until=DAY)
    meeting(there.council, day=DAY)
    meeting(there.council, day=DAY + timedelta(days=1))
    assert [event.dtstart.date() for event in events(client, address(there.ida))] == [DAY]  # type: ignore[union-attr]


def test_a_substitute_has_the_meetings_that_they_are_called_in_to(client: Client, there: World) -> None:
    Seat.objects.create(person_id=there.ida.person, body=there.board, since=date(2022, 1, 1), substitute=True)
    called, _other = meeting(there.board), meeting(there.board, day=DAY + timedelta(days=7))
    Attendance.objects.create(
        meeting=called, person_id=there.ida.person, present=True, instead_of_id=there.mads.person
    )
    again = see(Person.objects.get(pk=there.ida.person))
    assert [event.dtstart.date() for event in events(client, address(again))] == [DAY]  # type: ignore[union-attr]


def test_a_meeting_that_is_moved_stays_the_same_event(client: Client, there: World) -> None:
    planned = plan_meeting(there.lis, there.board, DAY, start=time(9))
    at = address(there.mads)
    Planned.objects.update(changed_at=timezone.now() - timedelta(days=1))
    (before,) = events(client, at)
    move_meeting(there.lis, planned, DAY + timedelta(days=1), time(13), "Rådhussalen")
    (after,) = events(client, at)
    assert after.uid == before.uid
    assert (before.sequence, after.sequence) == (0, 1)
    assert after.dtstamp > before.dtstamp
    assert (after.dtstart.hour, after.location) == (13, "Rådhussalen")  # type: ignore[union-attr]


def test_a_cancelled_meeting_stays_and_says_so(client: Client, there: World) -> None:
    planned = plan_meeting(there.lis, there.committee, DAY, start=time(9))
    at = address(there.mads)
    cancel(there.lis, planned, "For få sager")
    (event,) = events(client, at)
    assert (event.status, event.summary, event.sequence) == (EventStatus.CANCELLED, "AFLYST: Økonomiudvalget", 1)


def test_sending_the_agenda_is_no_change_of_the_meeting(client: Client, there: World) -> None:
    planned = plan_meeting(there.lis, there.board, timezone.localdate() + timedelta(days=30), start=time(9))
    item(there, there.board, ItemState.SCHEDULED, on=planned)
    at = address(there.mads)
    before = client.get(at).content
    announce(there.lis, planned)
    assert client.get(at).content == before


@pytest.mark.parametrize(("end", "day"), [(time(11), DAY), (time(0, 30), DAY + timedelta(days=1))])
def test_a_meeting_that_was_held_ends_when_it_ended(client: Client, there: World, end: time, day: date) -> None:
    meeting(there.board, MeetingState.HELD)
    Meeting.objects.unguarded(WHY).update(end=end)
    (event,) = events(client, address(there.mads))
    assert (event.dtend.date(), event.dtend.hour, event.dtend.minute) == (day, end.hour, end.minute)  # type: ignore[union-attr]
    assert event.sequence == 1


def test_an_old_address_is_dead_when_a_new_one_is_made(client: Client, there: World) -> None:
    old = address(there.mads)
    new = address(there.mads)
    assert old != new
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


@pytest.mark.parametrize("key", ["x", "findes-ikke", "A" * 43, "-", "_"])
def test_a_key_that_opens_nothing_is_not_found_and_leads_to_no_login(client: Client, there: World, key: str) -> None:
    renew(there.mads)
    answer = client.get(f"{PAGE}{key}.ics")
    assert (answer.status_code, answer.content) == (404, b"")


def test_whoever_has_left_has_no_calendar(client: Client, there: World) -> None:
    at = address(there.mads)
    Person.objects.filter(pk=there.mads.person).update(active=False)
    assert client.get(at).status_code == 404


def test_a_calendar_opens_no_page_of_the_desk(client: Client, there: World) -> None:
    client.get(address(there.mads))
    assert client.get("/arbejde/mine-moeder/").status_code == 302


def test_no_store_keeps_a_calendar_and_no_search_engine_shows_it(client: Client, there: World) -> None:
    answer = client.get(address(there.mads))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


def test_employees_follow_their_calendar_where_the_portal_is_behind_the_login(
    client: Client, there: World, settings: object
) -> None:
    settings.PORTAL = "employees"  # type: ignore[attr-defined]
    assert client.get(address(there.mads)).status_code == 200
    assert client.get(PAGE).status_code == 302


def test_the_address_is_made_shown_made_anew_and_closed_on_its_page(client: Client, there: World) -> None:
    mads = browser(there.mads)
    assert "webcal:" not in mads.get(PAGE).content.decode()
    for _ in range(2):
        page = mads.post(PAGE, follow=True).content.decode()
        assert f'href="webcal://testserver{PAGE}{key_of(there.mads)}.ics"' in page
        assert f'value="http://testserver{PAGE}{key_of(there.mads)}.ics"' in page
    at = f"{PAGE}{key_of(there.mads)}.ics"
    assert "webcal:" not in mads.post(PAGE, {"luk": "1"}, follow=True).content.decode()
    assert client.get(at).status_code == 404
    kinds = list(Journal.objects.unguarded(WHY).order_by("id").values_list("kind", "facts"))
    assert kinds == [("account.calendar", {}), ("account.calendar", {}), ("account.calendar_off", {})]


def test_the_key_is_nobody_elses_to_see(there: World) -> None:
    renew(there.mads)
    for who in (there.ida, there.lis):
        assert key_of(there.mads) not in browser(who).get(PAGE).content.decode()
    assert not CalendarKey.objects.visible_to(there.rut).exists()


def test_looking_at_the_page_makes_no_address(there: World) -> None:
    browser(there.mads).get(PAGE)
    assert not CalendarKey.objects.unguarded(WHY).exists()


def test_the_lists_of_meetings_lead_to_the_address(there: World) -> None:
    for who, listing in ((there.mads, "/arbejde/mine-moeder/"), (there.lis, "/arbejde/moeder/")):
        assert f'href="{PAGE}"' in browser(who).get(listing).content.decode()


def test_a_calendar_costs_as_many_queries_for_many_meetings(
    client: Client, there: World, django_assert_num_queries: object
) -> None:
    for days in range(20):
        meeting(there.board, day=DAY + timedelta(days=days))
    at = address(there.mads)
    with django_assert_num_queries(4):  # type: ignore[operator]
        assert len(re.findall("BEGIN:VEVENT", client.get(at).content.decode())) == 20
