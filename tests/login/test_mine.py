"""The page about one's own account."""

import pytest
from django.test import Client

from tests.core.world import World
from tests.login.people import FACTOR, MINE, account

pytestmark = pytest.mark.django_db


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
