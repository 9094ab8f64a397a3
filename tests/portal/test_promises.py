"""Promises: whether they came back, said by the page and by the database alike."""

from datetime import date

import pytest
from django.db.models import F
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sagsgang.archive.models import Promise
from sagsgang.portal.promise_state import PromiseState, promise_state, stated

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize("today", [date(2024, 11, 5), date(2025, 1, 23), date(2025, 1, 26), date(2030, 1, 1)])
def test_page_and_database_agree_on_every_state(world: None, today: date) -> None:
    promises = list(Promise.objects.annotate(state=stated(today)))
    assert promises
    for promise in promises:
        assert promise.state == promise_state(promise, today)


def test_a_promise_unkept_past_its_deadline_is_late(world: None) -> None:
    promise = Promise(due_kind="interval", due_to=date(2025, 1, 1))
    assert promise_state(promise, date(2025, 1, 1)) is PromiseState.OPEN
    assert promise_state(promise, date(2025, 1, 2)) is PromiseState.LATE


def test_a_promise_bound_to_a_meeting_is_awaited_without_a_date(world: None) -> None:
    assert promise_state(Promise(due_kind="next_meeting"), date(2025, 1, 2)) is PromiseState.OPEN


@pytest.mark.parametrize("kind", ["none", "next_meeting", "coming_meeting", "event"])
def test_what_came_back_without_a_date_to_hold_it_to_is_not_praised(kind: str) -> None:
    back = Promise(due_kind=kind, came_back_on=date(2024, 12, 2))
    assert promise_state(back, date(2025, 1, 2)) is PromiseState.BACK


def test_a_deadline_that_runs_from_the_promise_is_a_latest_day(client: Client, world: None) -> None:
    Promise.objects.filter(due_kind="interval").update(due_from=F("said_on"), due_to=date(2025, 9, 15))
    page = client.get("/lovet/").content.decode()
    assert 'Frist: senest <time datetime="2025-09-15">15. september 2025</time>' in page


def test_the_page_filters_by_state_and_body(client: Client, world: None) -> None:
    late = client.get("/lovet/?tilstand=sent&udvalg=direktionen").content.decode()
    assert late.count('<li class="promise ') == 1
    assert "21. januar 2025" in late


def test_a_state_that_is_none_shows_all(client: Client, world: None) -> None:
    assert client.get("/lovet/?tilstand=vrøvl").content.decode().count('<li class="promise ') == 5


def test_a_body_that_is_none_shows_all(client: Client, world: None) -> None:
    page = client.get("/lovet/?udvalg=vrøvl").content.decode()
    assert page.count('<li class="promise ') == 5
    assert " selected" not in page


def test_a_count_is_made_again_after_a_minute_only(
    client: Client, world: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get("/lovet/").content.decode()
    with django_assert_max_num_queries(2):
        assert client.get("/lovet/").content.decode() == first
    assert "<b>5</b> Alle" in first
    of_finance = client.get("/lovet/?udvalg=oekonomiudvalget").content.decode()
    shown = of_finance.count('<li class="promise ')
    assert f"<b>{shown}</b> Alle" in of_finance


def test_a_promise_of_a_standing_item_is_neither_back_nor_awaited(client: Client, world: None) -> None:
    latest = Promise.objects.filter(pk=Promise.objects.latest("said_on").pk)
    latest.update(standing=True, came_back=None, came_back_on=None)
    shown = client.get("/lovet/?tilstand=fast-punkt").content.decode()
    rows = shown.split('<li class="promise ')[1:]
    assert len(rows) == 1
    assert rows[0].startswith('tone-calm"')
    assert "Punktet er på hvert møde, så det kan ikke ses, om netop dette kom tilbage." in rows[0]
    english = client.get("/en/lovet/?tilstand=fast-punkt").content.decode()
    assert "The item is on every agenda, so nobody can tell whether this very matter came back." in english
