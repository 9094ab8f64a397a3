"""Who is written to when a planned meeting is announced, moved or cancelled."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import dateformat, timezone

from sagsgang.alerts import planning
from sagsgang.alerts.models import Change, Frequency, Kind, Known, News
from sagsgang.alerts.sweeping import SENT, sweep
from sagsgang.alerts.work import Herald
from sagsgang.archive.models import Audience, Planned
from sagsgang.archive.plan import announce
from tests.alerts.town import ADDRESS, AT, BODY, PLACE, agenda, follows, go_out, news, rested, said, today, work
from tests.alerts.town import meeting as plan
from tests.portal.papers import HARBOUR, SCHOOL

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def written(days: int) -> str:
    """The day as a mail says it."""
    day = today() + timedelta(days=days)
    return dateformat.format(day, "j. F Y")


def test_a_new_meeting_is_told_with_day_time_and_place() -> None:
    go_out(agenda())
    follows(Kind.BODY, BODY)
    announce(plan())
    [sent] = news()
    assert sent.to == [ADDRESS]
    assert sent.subject == f"Økonomiudvalget {written(7)}: nyt møde"
    assert f"Nyt møde: {written(7)} kl. 16.00, {PLACE}." in said(sent)
    assert f"/udvalg/{BODY}/" in str(sent.body)


def test_a_year_of_meetings_is_one_mail() -> None:
    go_out(agenda())
    follows(Kind.BODY, BODY)
    for number in range(24):
        announce(plan(f"moede-{number}", 14 * (number + 1)))
    [sent] = news()
    assert "Økonomiudvalget: 24 mødedatoer" in sent.subject
    assert str(sent.body).count("Nyt møde") == 24


def test_a_moved_meeting_is_told_with_both_its_days() -> None:
    announce(plan())
    work()
    follows(Kind.BODY, BODY)
    announce(plan(days=9))
    [sent] = news()
    assert sent.subject == f"Økonomiudvalget {written(7)}: mødet er flyttet"
    assert f"Mødet {written(7)} kl. 16.00 er flyttet til {written(9)} kl. 16.00, {PLACE}." in said(sent)


def test_a_cancelled_meeting_is_told_also_to_who_follows_a_case_on_its_agenda() -> None:
    announce(plan())
    go_out(replace(agenda(), start=AT))
    work()
    follows(Kind.BODY, BODY)
    follows(Kind.CASE, HARBOUR, address="bent@solbjerg.example")
    follows(Kind.CASE, SCHOOL, address="carl@solbjerg.example")
    announce(replace(plan(), cancelled=True))
    sent = news()
    assert sorted(one.to[0] for one in sent) == [ADDRESS, "bent@solbjerg.example"]
    assert {one.subject for one in sent} == {f"Økonomiudvalget {written(7)}: mødet er aflyst"}
    assert all(f"Mødet {written(7)} kl. 16.00 er aflyst." in said(one) for one in sent)


def test_a_cancelled_meeting_that_is_held_after_all_is_told() -> None:
    announce(plan())
    announce(replace(plan(), cancelled=True))
    work()
    follows(Kind.BODY, BODY)
    announce(plan())
    [sent] = news()
    assert "holdes alligevel" in sent.subject


def test_what_was_undone_before_anybody_heard_of_it_is_not_told() -> None:
    announce(plan())
    work()
    follows(Kind.BODY, BODY)
    announce(plan(days=9))
    announce(plan())
    announce(replace(plan("moede-2", 21), cancelled=True))
    assert news() == []


def test_a_digest_tells_of_a_meeting_as_it_is_in_the_end() -> None:
    announce(plan())
    announce(plan("moede-2", 21))
    work()
    follows(Kind.BODY, BODY, Frequency.WEEKLY)
    for days in (8, 9):
        announce(plan(days=days))
        announce(plan("moede-2", 13 + days))
        announce(plan("moede-3", 40 + days))
        work()
    announce(plan("moede-2", 21))
    assert news() == []
    rested()
    [sent] = news()
    told = [line for line in str(sent.body).splitlines() if line.startswith("- ")]
    assert len(told) == 3  # the moved one, the new one, and what is followed
    assert f"flyttet til {written(9)}" in said(sent)
    assert f"Nyt møde: {written(49)}" in said(sent)


def test_each_change_is_told_once() -> None:
    follows(Kind.BODY, BODY)
    announce(plan())
    assert len(news()) == 1
    rested()
    announce(plan())
    assert news() == []


@pytest.mark.parametrize("days", [-1, -400])
def test_meetings_of_the_past_are_told_to_nobody(days: int) -> None:
    follows(Kind.BODY, BODY)
    announce(plan(days=days))
    assert news() == []


def test_the_employees_meetings_are_told_to_nobody_on_the_street() -> None:
    follows(Kind.BODY, BODY)
    announce(plan(audience=Audience.EMPLOYEES))
    assert news() == []
    assert not Known.objects.exists()


def test_nobody_is_told_of_meetings_that_were_planned_before_they_followed() -> None:
    announce(plan())
    follows(Kind.BODY, BODY)
    assert news() == []


def test_a_worker_that_dies_in_the_middle_tells_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    follows(Kind.BODY, BODY)
    announce(plan())
    with monkeypatch.context() as patch:
        patch.setattr(planning, "keep", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            planning.notice()
    assert not Known.objects.exists()
    assert not Change.objects.exists()
    assert len(news()) == 1


def test_no_two_workers_note_one_change_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    follows(Kind.BODY, BODY)
    announce(plan())
    work()
    announce(plan(days=9))
    change = planning._change

    def and_another_worker(row: Planned, before: Known | None) -> Change | None:
        monkeypatch.setattr(planning, "_change", change)
        planning.notice()
        return change(row, before)

    monkeypatch.setattr(planning, "_change", and_another_worker)
    assert planning.notice()
    assert Change.objects.count() == News.objects.count() == 2


def test_what_was_told_of_meetings_long_ago_is_swept() -> None:
    announce(plan())
    work()
    assert Known.objects.exists()
    Planned.objects.update(date=date(2020, 1, 1))
    Known.objects.update(date=date(2020, 1, 1))
    Change.objects.update(changed_at=timezone.now() - SENT - timedelta(days=1))
    sweep()
    assert not Known.objects.exists()
    assert not Change.objects.exists()
    assert not Herald().work()
