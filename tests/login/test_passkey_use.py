"""What a passkey counts for, where it is offered, and how it goes away."""

import pytest
from django.test import Client
from pytest_django import Settings

from sagsgang.cli import main
from sagsgang.config.passkeys import passkeys
from sagsgang.login.models import Account, Passkey
from tests.core.world import World
from tests.login.key_owner import ADD, CHALLENGE, ENTER, KEYS, OFFER, Owner, come, deeds, is_in, post, window
from tests.login.people import DOOR, FACTOR, MINE, account, give_password, phone

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_it_is_more_than_a_password_where_the_municipality_demands_that(owner: Owner, settings: Settings) -> None:
    settings.SECOND_FACTOR = True
    assert not is_in(owner.client)
    owner.add()
    assert is_in(owner.client), "who has just shown a passkey works on"
    fresh = window()
    come(owner.holder, fresh)
    assert is_in(fresh)
    alone = window()
    answer = alone.post(DOOR, {"username": "karen", "password": owner.password})
    assert (answer.status_code, "Log ind med din adgangsnøgle" in answer.content.decode()) == (403, True)
    assert not is_in(alone)
    assert alone.get(FACTOR).status_code == 302, "and cannot make another second factor"


def test_no_code_from_the_phone_is_asked_for_after_a_passkey(owner: Owner) -> None:
    owner.add()
    phone(Account.objects.get(username="karen"))
    fresh = window()
    come(owner.holder, fresh)
    assert is_in(fresh)


def test_a_password_that_somebody_made_is_not_asked_to_be_changed_by_who_came_without_it(owner: Owner) -> None:
    owner.add()
    Account.objects.update(temporary=True)
    fresh = window()
    come(owner.holder, fresh)
    assert is_in(fresh)


def test_a_passkey_is_removed_after_one_said_so_and_sessions_elsewhere_end(owner: Owner, there: World) -> None:
    owner.add()
    fresh = window()
    come(owner.holder, fresh)
    address = f"{KEYS}{Passkey.objects.get().pk}/fjern/"
    assert "Fjern adgangsnøglen Min telefon?" in owner.client.get(address).content.decode()
    assert Passkey.objects.exists()
    assert owner.client.post(address)["Location"] == KEYS
    assert (is_in(owner.client), is_in(fresh)) == (True, False)
    assert deeds()[0] == ("account.passkey_off", there.karen.person)
    assert come(owner.holder).status_code == 400


def test_nobody_removes_the_passkey_of_somebody_else(owner: Owner, there: World) -> None:
    owner.add()
    address = f"{KEYS}{Passkey.objects.get().pk}/fjern/"
    bo = window()
    bo.force_login(account(there, there.bo, "bo")[0])
    assert (bo.get(address).status_code, bo.post(address).status_code) == (404, 404)
    assert window().post(address).status_code == 302
    assert Passkey.objects.exists()


def test_the_last_one_stays_where_more_than_a_password_is_demanded(owner: Owner, settings: Settings) -> None:
    settings.SECOND_FACTOR = True
    owner.add()
    address = f"{KEYS}{Passkey.objects.get().pk}/fjern/"
    answer = owner.client.post(address)
    assert (answer.status_code, Passkey.objects.count()) == (400, 1)
    assert "Slå ekstra kode til" in answer.content.decode()
    phone(Account.objects.get(username="karen"))
    owner.client.force_login(Account.objects.get(username="karen"))
    assert owner.client.post(address).status_code == 302


def test_adding_one_ends_the_sessions_elsewhere(owner: Owner) -> None:
    elsewhere = window()
    give_password(elsewhere, "karen", owner.password)
    owner.add()
    assert (is_in(owner.client), is_in(elsewhere)) == (True, False)


def test_an_administrator_takes_them_off_with_the_code(owner: Owner, there: World) -> None:
    owner.add()
    rut = window()
    rut.force_login(account(there, there.rut, "rut")[0])
    assert "kode-fra" in rut.get(f"/arbejde/personer/{there.karen.person}/").content.decode()
    assert rut.post(f"/konto/{there.karen.person}/", {"handling": "kode-fra"}).status_code == 302
    assert not Passkey.objects.exists()
    assert not is_in(owner.client)


def test_the_command_line_takes_them_off(owner: Owner) -> None:
    owner.add()
    assert main(["account", "factor-off", "karen"]) == 0
    assert not Passkey.objects.exists()


def test_the_pages_offer_them_only_at_the_address_they_belong_to(owner: Owner, settings: Settings) -> None:
    assert "data-passkey" in window().get(DOOR).content.decode()
    assert "data-passkey" in owner.client.get(KEYS).content.decode()
    assert KEYS in owner.client.get(MINE).content.decode()
    other = Client()
    assert "data-passkey" not in other.get(DOOR).content.decode()
    assert post(other, CHALLENGE, {}).status_code == 404
    settings.PASSKEYS = {}
    assert "data-passkey" not in window().get(DOOR).content.decode()
    for address in (CHALLENGE, ENTER, OFFER, ADD):
        assert post(owner.client, address, {}).status_code == 404


@pytest.mark.parametrize(
    ("address", "domain", "belongs_to"),
    [
        ("https://sager.solbjerg.example", "", "sager.solbjerg.example"),
        ("https://sager.solbjerg.example:8443", "solbjerg.example", "solbjerg.example"),
        ("http://localhost:8000", "", "localhost"),
        ("http://127.0.0.1:8000", "", None),
        ("https://[::1]:8000", "", None),
        ("http://sager.solbjerg.example", "", None),
        ("nonsense", "", None),
    ],
)
def test_where_passkeys_can_be(address: str, domain: str, belongs_to: str | None) -> None:
    found = passkeys(address, domain)
    assert found.get("domain") == belongs_to
    assert not found or found["origin"] == address


@pytest.mark.parametrize("domain", ["elsewhere.example", "olbjerg.example", "x.sager.solbjerg.example"])
def test_a_domain_that_the_site_does_not_lie_in_is_refused_at_the_start(domain: str) -> None:
    with pytest.raises(ValueError, match="SAGSGANG_PASSKEY_DOMAIN"):
        passkeys("https://sager.solbjerg.example", domain)
