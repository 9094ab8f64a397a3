"""Who is who at the provider: a name leads to an account once, then only issuer and subject do."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from sagsgang.cli import main
from sagsgang.core.models import Journal
from sagsgang.login.identity import account_of
from sagsgang.login.models import Account, Identity
from tests.core.world import WHY, World
from tests.login.identity import BACK, Provider, consent, go, parameters, running
from tests.login.people import account

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
KAREN, NAMESAKE = "1", "7"


@pytest.fixture
def provider(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    with running() as made:
        settings.OIDC = made.settings()
        yield made


@pytest.fixture
def karen(there: World) -> Account:
    return account(there, there.karen)[0]


def come(subject: str) -> int:
    """The status that whoever has the subject at the provider is answered with, in a browser of their own."""
    client = Client()
    return client.get(BACK, parameters(consent(go(client), subject))).status_code


def test_the_first_login_binds_the_account_to_issuer_and_subject(provider: Provider, karen: Account) -> None:
    assert come(KAREN) == 302
    bound = Identity.objects.get()
    assert (bound.account_id, bound.issuer, bound.subject) == (karen.pk, provider.issuer, KAREN)
    row = Journal.objects.unguarded(WHY).get(kind="account.provider")
    assert (row.by_id, row.subject) == (karen.person_id, karen.person_id)


def test_the_same_subject_comes_in_again_whatever_the_account_is_called(provider: Provider, karen: Account) -> None:
    assert come(KAREN) == 302
    Account.objects.update(username="karen.holm")
    assert come(KAREN) == 302
    assert Journal.objects.unguarded(WHY).filter(kind="account.provider").count() == 1


def test_somebody_new_who_was_given_the_name_does_not_come_in(provider: Provider, karen: Account) -> None:
    assert come(KAREN) == 302
    assert come(NAMESAKE) == 403
    assert Identity.objects.get().subject == KAREN


def test_the_same_subject_of_another_provider_is_another_person(provider: Provider, karen: Account) -> None:
    assert come(KAREN) == 302
    Identity.objects.update(issuer="https://login.other.example")
    assert come(KAREN) == 403


def test_a_subject_does_not_take_a_second_account(provider: Provider, there: World, karen: Account) -> None:
    assert come(KAREN) == 302
    Account.objects.update(username="karen.holm")
    bo, _ = account(there, there.bo, "karen")
    assert come(KAREN) == 302
    assert not Identity.objects.filter(account=bo).exists()


@pytest.mark.parametrize("closed", ["account", "person"])
def test_a_bound_account_that_is_closed_stays_closed(provider: Provider, karen: Account, closed: str) -> None:
    assert come(KAREN) == 302
    karen.is_active, karen.person.active = closed != "account", closed != "person"
    karen.save()
    karen.person.save()
    assert come(KAREN) == 403


def test_an_administrator_lets_the_account_go_to_whoever_has_the_name_next(
    provider: Provider, there: World, karen: Account
) -> None:
    assert come(KAREN) == 302
    rut = Client()
    rut.force_login(account(there, there.rut, "rut")[0])
    assert "udbyder-fra" in rut.get(f"/arbejde/personer/{there.karen.person}/").content.decode()
    rut.post(f"/konto/{there.karen.person}/", {"handling": "udbyder-fra"})
    assert come(NAMESAKE) == 302
    assert come(KAREN) == 403
    kinds = list(Journal.objects.unguarded(WHY).filter(subject=there.karen.person).values_list("kind", flat=True))
    assert kinds[:3] == ["account.provider", "account.provider_off", "account.provider"]


def test_the_command_line_lets_it_go_and_its_sessions_end(provider: Provider, karen: Account) -> None:
    client = Client()
    client.get(BACK, parameters(consent(go(client), KAREN)))
    assert client.get("/arbejde/").status_code == 200
    assert main(["account", "provider-off", "karen"]) == 0
    assert main(["account", "provider-off", "findes-ikke"]) == 2
    assert client.get("/arbejde/").status_code == 302
    assert not Identity.objects.exists()


def test_of_two_who_come_with_one_name_the_first_gets_the_account(karen: Account) -> None:
    assert account_of("https://a.example", "x", "Karen ") == karen
    assert account_of("https://a.example", "y", "karen") is None
    assert account_of("https://a.example", "x", "") == karen
