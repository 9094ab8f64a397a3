"""A municipality that demands a second factor of those who may read closed items."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.core.world import World
from tests.desk.logged_in import browser
from tests.login.people import CODE, FACTOR, MINE, account, give_password, phone, shown

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def strict(settings: Settings) -> None:
    settings.SECOND_FACTOR = True


@pytest.mark.parametrize("name", ["karen", "bo", "lis", "mads", "rut"])
def test_only_the_page_for_setting_it_up_is_reachable(strict: None, there: World, name: str) -> None:
    client = browser(getattr(there, name))
    for address in ("/arbejde/", "/arbejde/sager/", "/arbejde/udvalg/"):
        assert client.get(address)["Location"] == FACTOR
    assert client.post(f"/konto/{there.bo.person}/", {"handling": "ny"})["Location"] == FACTOR
    page = client.get(FACTOR)
    assert page.status_code == 200
    assert "Kommunen kræver" in page.content.decode()
    assert client.get(MINE).status_code == 200


def test_a_script_is_told_by_the_status(strict: None, there: World) -> None:
    assert browser(there.karen).get("/arbejde/", headers={"Accept": "application/json"}).status_code == 403


def test_whoever_has_it_works_on(client: Client, strict: None, there: World) -> None:
    whose, password = account(there, there.karen)
    secret, _ = phone(whose)
    assert give_password(client, "karen", password) == CODE
    client.post(CODE, {"code": shown(secret)})
    assert client.get("/arbejde/").status_code == 200


def test_whoever_must_have_it_cannot_take_it_off(client: Client, strict: None, there: World) -> None:
    whose, _ = account(there, there.karen)
    secret, _ = phone(whose)
    whose.refresh_from_db()
    client.force_login(whose)
    assert "Slå ekstra kode fra" not in client.get(FACTOR).content.decode()
    assert client.post(FACTOR, {"code": shown(secret), "handling": "fra"}).status_code == 400
    whose.refresh_from_db()
    assert whose.factor_since


def test_nothing_is_demanded_where_the_municipality_demands_nothing(there: World) -> None:
    assert browser(there.karen).get("/arbejde/").status_code == 200


def test_the_street_and_the_way_out_stay_open(strict: None, there: World) -> None:
    client = browser(there.karen)
    assert client.get("/").status_code == 200
    assert client.post("/log-ud/")["Location"] == "/log-ind/"
