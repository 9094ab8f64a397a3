"""Single sign-on against a real provider that runs beside the test."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import cast
from urllib.parse import parse_qs

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from sagsgang.login.models import Account
from tests.core.world import World
from tests.login.identity import AWAY, BACK, Environ, Provider, consent, go, parameters, running
from tests.login.people import DOOR, account, phone

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def provider(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # the provider of the test speaks plain HTTP
    with running() as made:
        settings.OIDC = made.settings()
        yield made


@pytest.fixture
def karen(there: World) -> Account:
    return account(there, there.karen)[0]


def come_back(client: Client, address: str, **changed: str) -> HttpResponse:
    """Follow the provider's redirect, with some of its parameters changed."""
    return cast("HttpResponse", client.get(BACK, parameters(address) | changed))


def through(client: Client, user: str = "1", onward: str = "") -> HttpResponse:
    """There and back again."""
    return come_back(client, consent(go(client, onward), user))


def is_in(client: Client) -> bool:
    return client.get("/arbejde/").status_code == 200


def test_the_right_person_comes_in_where_they_wanted_to_go(
    client: Client, provider: Provider, karen: Account
) -> None:
    answer = through(client, onward="/arbejde/sager/")
    assert (answer.status_code, answer["Location"]) == (302, "/arbejde/sager/")
    assert client.session["_auth_user_id"] == str(karen.pk)
    assert is_in(client)
    client.post("/log-ud/")
    assert not is_in(client)


def test_the_login_page_shows_the_providers_button_only_where_there_is_one(
    client: Client, provider: Provider, settings: Settings
) -> None:
    assert "Log ind med Solbjerg-login" in client.get(DOOR).content.decode()
    settings.OIDC = {}
    assert "Log ind med" not in client.get(DOOR).content.decode()
    assert (client.get(AWAY).status_code, client.get(BACK).status_code) == (404, 404)


def test_what_we_ask_carries_state_nonce_and_a_challenge_that_our_code_answers(
    client: Client, provider: Provider, karen: Account
) -> None:
    sent: list[dict[str, list[str]]] = []

    def read(environ: Environ) -> None:
        if environ["PATH_INFO"] == "/oauth2/token":
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            sent.append(parse_qs(body.decode()))
            environ["wsgi.input"] = BytesIO(body)

    provider.twist = read
    address = go(client)
    asked = parameters(address)
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert min(len(asked["state"]), len(asked["nonce"]), len(asked["code_challenge"])) >= 20
    assert asked["redirect_uri"] == f"http://testserver{BACK}"
    assert come_back(client, consent(address, "1")).status_code == 302
    digest = hashlib.sha256(sent[0]["code_verifier"][0].encode()).digest()
    assert urlsafe_b64encode(digest).decode().rstrip("=") == asked["code_challenge"]


@pytest.mark.parametrize("user", ["2", "4", "5", "6"])
def test_whoever_has_no_account_is_told_and_gets_none(
    client: Client, provider: Provider, karen: Account, user: str
) -> None:
    answer = through(client, user)
    assert answer.status_code == 403
    assert "har ingen konto her" in answer.content.decode()
    assert Account.objects.count() == 1
    assert not is_in(client)


def test_the_mail_names_the_account_where_the_provider_gives_no_name(
    client: Client, provider: Provider, karen: Account
) -> None:
    assert through(client, "3").status_code == 302


def test_the_municipality_chooses_the_claim(
    client: Client, provider: Provider, karen: Account, settings: Settings
) -> None:
    settings.OIDC = provider.settings() | {"claim": "email"}
    assert through(client, "1").status_code == 403
    Account.objects.update(username="karen@solbjerg.example")
    assert through(client, "1").status_code == 302


def test_a_name_is_fetched_where_the_token_holds_none(client: Client, provider: Provider, karen: Account) -> None:
    through(client, "5")
    assert "GET /userinfo" in provider.asked


def test_a_closed_account_and_a_person_who_left_do_not_get_in(
    client: Client, provider: Provider, karen: Account
) -> None:
    Account.objects.update(is_active=False)
    assert through(client).status_code == 403
    Account.objects.update(is_active=True)
    karen.person.active = False
    karen.person.save()
    assert through(client).status_code == 403


def refused(answer: HttpResponse, client: Client) -> bool:
    return answer.status_code == 400 and "Du er ikke logget ind" in answer.content.decode() and not is_in(client)


def test_another_state_is_refused(client: Client, provider: Provider, karen: Account) -> None:
    back = consent(go(client), "1")
    assert refused(come_back(client, back, state="en anden"), client)


def test_an_answer_that_nobody_here_asked_for_is_refused(client: Client, provider: Provider, karen: Account) -> None:
    back = consent(go(Client()), "1")
    assert refused(come_back(client, back), client)


def test_an_answer_counts_once(client: Client, provider: Provider, karen: Account) -> None:
    back = consent(go(client), "1")
    assert come_back(client, back).status_code == 302
    client.post("/log-ud/")
    assert refused(come_back(client, back), client)


def test_a_token_for_another_login_is_refused(client: Client, provider: Provider, karen: Account) -> None:
    back = consent(go(client), "1")
    session = client.session
    key = next(key for key in session.keys() if key.startswith("_state_"))  # noqa: SIM118 - a session is no dict
    session[key]["data"]["nonce"] = "et andet"
    session.save()
    assert refused(come_back(client, back), client)


def test_a_token_for_somebody_else_is_refused(client: Client, provider: Provider, karen: Account) -> None:
    def as_other(environ: Environ) -> None:
        if environ["PATH_INFO"] == "/oauth2/token":
            environ["HTTP_AUTHORIZATION"] = "Basic b3RoZXI6eA=="  # other:x

    provider.twist = as_other
    address = go(client).replace("client_id=sagsgang", "client_id=other")
    assert refused(come_back(client, consent(address, "1")), client)
    assert "GET /jwks" in provider.asked, "a token was issued, and looked at"


def test_a_token_of_another_issuer_is_refused(client: Client, provider: Provider, karen: Account) -> None:
    def elsewhere(environ: Environ) -> None:
        if environ["PATH_INFO"] == "/oauth2/token":
            environ["HTTP_HOST"] = "localhost:1"

    provider.twist = elsewhere
    assert refused(through(client), client)
    assert "GET /jwks" in provider.asked, "a token was issued, and looked at"


def test_a_token_that_is_too_old_is_refused(
    client: Client, karen: Account, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    with running(timedelta(hours=-1)) as old:
        settings.OIDC = old.settings()
        assert refused(through(client), client)
        assert "GET /jwks" in old.asked, "a token was issued, and looked at"


def test_a_token_signed_with_another_key_is_refused(client: Client, provider: Provider, karen: Account) -> None:
    with running() as other:
        address = go(client)
        foreign = consent(address.replace(provider.issuer, other.issuer), "1")
        provider.instead["/oauth2/token"] = other.app
        assert refused(come_back(client, foreign), client)
    assert "GET /jwks" in provider.asked, "a token was issued, and looked at"


def test_whoever_says_no_at_the_provider_is_not_in(client: Client, provider: Provider, karen: Account) -> None:
    assert refused(come_back(client, consent(go(client), "1", action="deny")), client)


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/oauth2/token", "/jwks"])
def test_a_provider_that_is_broken_gives_a_clear_page(
    client: Client, provider: Provider, karen: Account, path: str
) -> None:
    def break_down(environ: Environ) -> None:
        if environ["PATH_INFO"] == path:
            raise RuntimeError

    back = consent(go(client), "1")
    provider.twist = break_down
    answer = come_back(client, back)
    assert answer.status_code == 503
    assert "svarer ikke lige nu" in answer.content.decode()


def test_a_provider_that_is_down_gives_a_clear_page(client: Client, karen: Account, settings: Settings) -> None:
    with running() as gone:
        settings.OIDC = gone.settings()
    answer = client.get(AWAY)
    assert answer.status_code == 503
    assert "svarer ikke lige nu" in answer.content.decode()
    assert "Log ind på en anden måde" in answer.content.decode()


def test_a_provider_that_calls_itself_something_else_is_not_used(
    client: Client, provider: Provider, settings: Settings
) -> None:
    settings.OIDC = provider.settings() | {"issuer": provider.issuer.replace("localhost", "127.0.0.1")}
    provider.twist = lambda environ: environ.update(HTTP_HOST="localhost:1")
    assert client.get(AWAY).status_code == 503


def test_the_provider_answers_for_the_second_factor(
    client: Client, provider: Provider, karen: Account, settings: Settings
) -> None:
    settings.SECOND_FACTOR = True
    assert through(client).status_code == 302
    assert is_in(client)
    client.post("/log-ud/")
    phone(karen)
    through(client)
    assert is_in(client)
