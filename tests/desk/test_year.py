"""A year's meetings: looked at before they are made, with months and days that differ."""

from datetime import date, time

import pytest
from django.urls import reverse

from sagsgang.core.models import Meeting
from tests.core.world import WHY, World, meeting
from tests.desk.logged_in import browser

pytestmark = [pytest.mark.django_db, pytest.mark.database]


ADDRESS = "/arbejde/moeder/planlaeg-aar/"


def said(there: World, **others: object) -> dict[str, object]:
    rule = {"body": there.committee.id, "which": "-1", "weekday": "0", "year": 2027, "start": "16:00"}
    return {**rule, "handling": "vis", **others}


def days_of(there: World) -> list[date]:
    return list(
        Meeting.objects.unguarded(WHY).filter(body=there.committee).order_by("date").values_list("date", flat=True)
    )


def test_the_days_are_shown_with_their_holidays_and_nothing_is_made(there: World) -> None:
    meeting(there.committee, day=date(2027, 1, 25))
    shown = browser(there.lis).post(ADDRESS, said(there)).content.decode()
    assert "Anden påskedag" in shown
    assert "har allerede et møde" in shown
    assert "Opret 10 møder" in shown
    assert len(days_of(there)) == 1


def test_months_and_single_days_differ(there: World) -> None:
    lis = browser(there.lis)
    moved = {"til-2027-03-29": "2027-03-30", "uden": ["2027-05-31"]}
    months = {"month_7": "none", "month_12": "2", "month_8": "1,3"}
    shown = lis.post(ADDRESS, said(there, **moved, **months)).content.decode()
    assert 'value="2027-03-30"' in shown
    assert "Opret 11 møder" in shown
    lis.post(ADDRESS, said(there, **moved, **months, handling="opret"))
    made = days_of(there)
    assert len(made) == 11
    assert {date(2027, 3, 30), date(2027, 8, 2), date(2027, 8, 16), date(2027, 12, 13)} <= set(made)
    assert not {one for one in made if one.month in {5, 7}}
    assert {one.start for one in Meeting.objects.unguarded(WHY)} == {time(16)}


def test_a_day_moved_onto_a_holiday_or_another_meeting_makes_none(there: World) -> None:
    moved = {"til-2027-03-29": "2027-05-06", "til-2027-04-26": "2027-02-22"}
    shown = browser(there.lis).post(ADDRESS, said(there, **moved)).content.decode()
    assert "Kristi himmelfartsdag" in shown
    assert "Samme dag som et andet møde" in shown
    assert "Opret 10 møder" in shown


@pytest.mark.parametrize("wrong", ["2028-03-30", "30/3", "2027-02-30"])
def test_a_day_that_is_none_is_told_and_kept(there: World, wrong: str) -> None:
    answer = browser(there.lis).post(ADDRESS, said(there, **{"til-2027-03-29": wrong}, handling="opret"))
    assert answer.status_code == 400
    assert f'value="{wrong}"' in answer.content.decode()
    assert days_of(there) == []


@pytest.mark.parametrize(
    "wrong", [{"year": 99_999}, {"year": "x"}, {"which": "9"}, {"weekday": "7"}, {"body": "0"}, {"month_3": "x"}]
)
def test_a_rule_that_makes_no_sense_is_refused_and_kept(there: World, wrong: dict[str, object]) -> None:
    answer = browser(there.lis).post(ADDRESS, said(there, **{"start": "15:45", **wrong}, handling="opret"))
    assert answer.status_code == 400
    assert 'value="15:45"' in answer.content.decode()
    assert days_of(there) == []


def test_a_year_without_an_hour_is_refused_at_the_form(there: World) -> None:
    answer = browser(there.lis).post(ADDRESS, said(there, start="", handling="opret"))
    assert answer.status_code == 400
    assert "hvornår mødet begynder" in answer.content.decode()
    assert days_of(there) == []


def test_nobody_else_plans(there: World) -> None:
    for who in (there.karen, there.bo, there.mads, there.rut):
        assert browser(who).post(ADDRESS, said(there, handling="opret")).status_code == 404
    assert days_of(there) == []


def test_the_form_begins_with_the_body_that_was_chosen(there: World) -> None:
    shown = browser(there.lis).get(f"{reverse('desk:plan-year')}?udvalg={there.council.id}").content.decode()
    assert f'value="{there.council.id}" selected' in shown
