"""A password that another person made: one's own comes before anything else."""

import pytest
from django.db.models import F
from django.test import Client

from sagsgang.core.models import Journal, Person
from sagsgang.login import accounts
from sagsgang.login.models import Account
from tests.core.world import WHY, World
from tests.login.people import FACTOR, MINE, give_password

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PASSWORD, OWN = "/adgangskode/", "en hest i en balje 7"


@pytest.fixture
def given(client: Client, there: World) -> str:
    """The password that Karen's administrator made; Karen has just come in with it."""
    made = accounts.add(there.rut, Person.objects.get(pk=there.karen.person), "karen")
    give_password(client, "karen", made)
    return made


@pytest.mark.parametrize("address", ["/arbejde/", "/arbejde/sager/", "/arbejde/maerke/", MINE, FACTOR])
def test_every_page_leads_to_choosing_ones_own_and_from_there_back(client: Client, given: str, address: str) -> None:
    assert client.get(address)["Location"] == f"{PASSWORD}?next={address}"


def test_nothing_can_be_sent_either(client: Client, given: str, there: World) -> None:
    assert client.post("/arbejde/sager/ny/", {"title": "x"})["Location"] == f"{PASSWORD}?next=/arbejde/"
    answer = client.post(f"/konto/{there.bo.person}/", {"handling": "opret", "username": "bo"})
    assert answer["Location"] == f"{PASSWORD}?next=/arbejde/"
    assert Account.objects.count() == 1


def test_a_script_is_told_by_the_status(client: Client, given: str) -> None:
    assert client.get("/arbejde/", headers={"Accept": "application/json"}).status_code == 403


def test_the_same_password_again_is_not_ones_own(client: Client, given: str) -> None:
    answer = client.post(PASSWORD, {"old": given, "new": given, "again": given})
    assert answer.status_code == 400
    assert "Vælg en anden adgangskode" in answer.content.decode()
    assert Account.objects.get().temporary


def test_with_ones_own_password_everything_opens(client: Client, given: str) -> None:
    sent = {"old": given, "new": OWN, "again": OWN, "next": "/arbejde/sager/"}
    assert client.post(PASSWORD, sent)["Location"] == "/arbejde/sager/"
    assert client.get("/arbejde/sager/").status_code == 200
    chosen = Journal.objects.unguarded(WHY).filter(kind="account.password", by=F("subject"))
    assert chosen.count() == 1


def test_a_renewed_password_is_asked_to_be_changed_too(client: Client, given: str, there: World) -> None:
    Account.objects.update(temporary=False)
    renewed = accounts.renew(there.rut, Account.objects.get())
    fresh = Client()
    give_password(fresh, "karen", renewed)
    assert fresh.get("/arbejde/")["Location"].startswith(PASSWORD)


def test_the_street_the_language_and_the_way_out_stay_open(client: Client, given: str) -> None:
    assert client.get("/").status_code == 200
    assert client.post("/sprog/", {"sprog": "en"}).status_code == 302
    assert client.post("/log-ud/")["Location"] == "/log-ind/"
