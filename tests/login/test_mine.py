"""The page about one's own account."""

import pytest
from django.test import Client

from sagsgang.core.models import Journal
from tests.core.world import WHY, World
from tests.login.people import FACTOR, MINE, account, give_password

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_it_says_who_one_is(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    client.force_login(whose)
    page = client.get(MINE).content.decode()
    assert "Karen" in page
    assert "<code>karen</code>" in page
    assert "/adgangskode/?next=/min-konto/" in page
    assert FACTOR in page
    assert 'href="/min-konto/"' in client.get("/arbejde/").content.decode()


@pytest.mark.parametrize("address", [MINE, FACTOR])
def test_whoever_is_logged_out_is_asked_to_log_in(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == f"/log-ind/?next={address}"


def test_a_person_who_left_has_no_page(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    client.force_login(whose)
    whose.person.active = False
    whose.person.save()
    assert client.get(MINE).status_code == 302


@pytest.mark.parametrize("address", [MINE, FACTOR])
def test_no_store_keeps_the_page(client: Client, there: World, address: str) -> None:
    whose, _ = account(there, there.karen)
    client.force_login(whose)
    assert "no-store" in client.get(address)["Cache-Control"]


def test_logging_out_everywhere_ends_every_session(client: Client, there: World) -> None:
    _, password = account(there, there.karen)
    elsewhere = Client()
    for browser in (client, elsewhere):
        give_password(browser, "karen", password)
        assert browser.get("/arbejde/").status_code == 200
    assert "Log ud alle steder" in client.get(MINE).content.decode()
    answer = client.post(f"{MINE}log-ud-alle-steder/")
    assert (answer["Location"], answer["Clear-Site-Data"]) == ("/log-ind/", '"storage"')
    for browser in (client, elsewhere):
        assert browser.get("/arbejde/").status_code == 302
    row = Journal.objects.unguarded(WHY).first()
    assert row
    assert (row.kind, row.by_id) == ("account.everywhere", there.karen.person)
    assert give_password(client, "karen", password) == "/arbejde/"


def test_logging_out_everywhere_leaves_the_sessions_of_others(client: Client, there: World) -> None:
    client.force_login(account(there, there.karen)[0])
    bo = Client()
    bo.force_login(account(there, there.bo, "bo")[0])
    client.post(f"{MINE}log-ud-alle-steder/")
    assert bo.get("/arbejde/").status_code == 200
