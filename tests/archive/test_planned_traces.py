"""Planned meetings in open data's register: one name from the plan to the minutes, wherever the meeting is moved."""

from dataclasses import replace
from datetime import date, time

import pytest

from sagsgang.archive.erase import erase
from sagsgang.archive.leave import take_off
from sagsgang.archive.models import Audience, Body, Planned, Trace, TraceKind
from sagsgang.archive.plan import Plan, announce
from sagsgang.archive.publish import publish, publish_all
from sagsgang.archive.traces import catch_up
from sagsgang.archive.withdraw import put_back, withdraw
from tests.archive.papers import DAY, agenda, minutes
from tests.archive.test_traces import age, changed_now, live, trace

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HOUR = time(9, 0)
NAME = "direktionen/2024-03-04"


def plan(day: date = DAY, start: time | None = HOUR, **others: object) -> Plan:
    said = Plan(
        reference="moede-1",
        authority="Solbjerg Kommune",
        body="Direktionen",
        audience=Audience.STREET,
        date=day,
        start=start,
        place="Rådhuset",
    )
    return replace(said, **others)  # type: ignore[arg-type]


def meeting(name: str = NAME) -> Trace:
    return trace(TraceKind.MEETING, name)


def test_a_plan_leaves_a_trace_of_the_meeting_and_of_what_it_names() -> None:
    announce(plan())
    assert live(TraceKind.MEETING) == [NAME]
    assert live(TraceKind.BODY) == ["direktionen"]
    assert live(TraceKind.TERM) == ["solbjerg-kommune/2022"]
    assert len(live(TraceKind.PLACE)) == len(live(TraceKind.AUTHORITY)) == 1


def test_the_name_stays_from_the_plan_over_the_agenda_to_the_minutes() -> None:
    announce(plan(date(2024, 2, 26)))
    announce(plan(start=agenda().start))
    first = meeting("direktionen/2024-02-26")
    for paper in (agenda(), minutes()):
        publish(paper, Audience.STREET)
        (only,) = Trace.objects.filter(kind=TraceKind.MEETING)
        assert (only.pk, only.key) == (first.pk, first.key)
        assert only.meeting is not None
    assert live(TraceKind.ITEM)[0] == f"{first.key}/1"
    assert meeting(first.key).created == first.created


def test_many_papers_at_once_find_their_plans() -> None:
    days = [date(2024, 5, number) for number in range(1, 6)]
    for number, day in enumerate(days):
        announce(plan(day, agenda().start, reference=f"moede-{number}"))
    publish_all([replace(agenda(), date=day) for day in days], Audience.STREET)
    rows = Trace.objects.filter(kind=TraceKind.MEETING).order_by("key")
    assert [(row.owner, row.meeting_id is not None) for row in rows] == [(f"moede-{one}", True) for one in range(5)]


def test_a_plan_without_an_hour_is_the_only_meeting_of_that_day() -> None:
    announce(plan(start=None))
    publish(agenda(), Audience.STREET)
    assert meeting().meeting is not None


def test_another_hour_is_another_meeting_with_a_name_of_its_own() -> None:
    announce(plan(start=time(20, 15)))
    publish(agenda(), Audience.STREET)
    assert meeting().meeting is None
    assert meeting(f"{NAME}-2").meeting is not None
    assert live(TraceKind.ITEM)[0] == f"{NAME}-2/1"
    announce(plan(start=time(7, 0), reference="moede-2"))
    assert live(TraceKind.MEETING) == [NAME, f"{NAME}-0700", f"{NAME}-2"]


def test_what_is_planned_again_and_again_keeps_its_time() -> None:
    announce(plan())
    age()
    announce(plan())
    catch_up()
    assert meeting().modified == Trace.objects.get(kind=TraceKind.BODY).modified
    announce(plan(cancelled=True))
    assert changed_now() == {("meeting", NAME)}


def test_a_place_that_no_meeting_has_any_longer_leaves_its_name() -> None:
    announce(plan())
    announce(plan(place="Hal 2"))
    first, second = Trace.objects.filter(kind=TraceKind.PLACE).order_by("pk")
    assert (first.deleted is None, second.deleted is None) == (False, True)


def test_that_a_meeting_with_an_agenda_is_cancelled_is_told_and_stays() -> None:
    announce(plan(start=agenda().start))
    publish(agenda(), Audience.STREET)
    age()
    announce(plan(start=agenda().start, cancelled=True))
    assert '"cancelled": true' in meeting().data
    assert changed_now() == {("meeting", NAME)}
    publish(minutes(), Audience.STREET)
    assert '"cancelled": true' in meeting().data


def test_a_plan_of_a_meeting_that_has_papers_already_is_of_that_meeting() -> None:
    publish(agenda(), Audience.STREET)
    announce(plan(start=agenda().start, cancelled=True))
    assert live(TraceKind.MEETING) == [NAME]
    assert meeting().owner == "moede-1"
    assert '"cancelled": true' in meeting().data


def test_a_meeting_whose_agenda_was_withdrawn_is_a_plan_again_and_keeps_its_name() -> None:
    announce(plan(date(2024, 2, 26)))
    announce(plan(start=agenda().start))
    edition = publish(agenda(), Audience.STREET).edition
    age()
    withdraw(edition, "Forkert bilag.")
    now, body = meeting("direktionen/2024-02-26"), Trace.objects.get(kind=TraceKind.BODY)
    assert (now.deleted, now.reason, now.meeting) == (None, "", None)
    assert '"day": "2024-03-04"' in now.data
    assert ("meeting", now.key) in changed_now()
    assert (body.deleted, body.data) == (None, '{"plans_only": true}')
    assert not live(TraceKind.ITEM)
    assert trace(TraceKind.ITEM, f"{now.key}/1").reason == "Forkert bilag."
    announce(plan(start=agenda().start, place="Hal 2"))
    put_back(edition, "Bilaget er rettet.")
    assert live(TraceKind.ITEM) == [f"{now.key}/1", f"{now.key}/2"]
    publish(minutes(), Audience.STREET)
    assert live(TraceKind.MEETING) == ["direktionen/2024-02-26"]
    assert meeting(now.key).created == now.created


def test_an_erased_paper_takes_no_meeting_out_of_the_calendar() -> None:
    announce(plan(start=agenda().start, cancelled=True))
    erase(publish(agenda(), Audience.STREET).edition, "Et navn stod der ved en fejl.")
    assert live(TraceKind.MEETING) == [NAME]
    assert '"cancelled": true' in meeting().data


def test_a_body_that_leaves_takes_its_plans_along_with_the_reason() -> None:
    announce(plan(date(2024, 12, 2)))
    publish(minutes(), Audience.STREET)
    take_off(Body.objects.get(), Audience.STREET, "Organet er nedlagt.")
    assert not Trace.objects.filter(deleted=None, kind__in=(TraceKind.MEETING, TraceKind.BODY))
    assert {meeting(NAME).reason, meeting("direktionen/2024-12-02").reason} == {"Organet er nedlagt."}


def test_a_body_that_had_plans_only_leaves_nothing_behind() -> None:
    announce(plan())
    take_off(Body.objects.get(), Audience.STREET, "Organet er nedlagt.")
    assert live(TraceKind.MEETING) == live(TraceKind.BODY) == live(TraceKind.PLACE) == []


def test_a_calendar_that_goes_over_to_the_employees_is_not_told_of_to_the_street() -> None:
    announce(plan())
    announce(plan(audience=Audience.EMPLOYEES))
    rows = Trace.objects.filter(kind=TraceKind.MEETING).order_by("pk")
    assert [(row.audience, row.deleted is None) for row in rows] == [("street", False), ("employees", True)]
    assert not Trace.objects.filter(audience=Audience.STREET, kind=TraceKind.BODY, deleted=None)


def test_plans_from_before_they_were_told_of_are_caught_up_with() -> None:
    announce(plan())
    Trace.objects.all().delete()
    catch_up()
    assert live(TraceKind.MEETING) == [NAME]
    assert Planned.objects.get().revision == 0
