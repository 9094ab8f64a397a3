"""Passkeys: made for whoever knows the password, good for our address and one challenge, and checked each time."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from fido2.utils import websafe_encode
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sagsgang.core.act import Refused
from sagsgang.login import entry, limits, webauthn
from sagsgang.login.models import Account, Passkey
from tests.core.world import World
from tests.login.key_holder import HOST, PRESENT, VERIFIED, Holder
from tests.login.key_owner import ADD, CHALLENGE, ENTER, KEYS, OFFER, Owner, asked, come, deeds, is_in, post, window
from tests.login.people import account

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_passkey_is_made_and_logs_in_where_one_wanted_to_go(owner: Owner, there: World) -> None:
    assert owner.add().json() == {"onward": KEYS}
    made = Passkey.objects.get()
    assert (made.name, made.account.username, made.used_at) == ("Min telefon", "karen", None)
    assert deeds()[0] == ("account.passkey", there.karen.person)
    page = owner.client.get(KEYS).content.decode()
    assert "Min telefon" in page
    assert "Aldrig" in page
    fresh = window()
    answer = come(owner.holder, fresh, "/arbejde/sager/")
    assert answer.json() == {"onward": "/arbejde/sager/"}
    assert "no-store" in answer["Cache-Control"]
    assert is_in(fresh)
    made.refresh_from_db()
    assert made.used_at


def test_what_the_browser_is_asked_for(owner: Owner) -> None:
    new = owner.offered()["publicKey"]
    assert new["rp"]["id"] == HOST
    chosen = new["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")
    assert "Karen" not in new["user"]["id"]
    assert asked(window())["publicKey"].keys() == {"challenge", "rpId", "userVerification"}
    owner.add()
    assert [one["id"] for one in owner.offered()["publicKey"]["excludeCredentials"]] == [Passkey.objects.get().handle]


def test_no_passkey_without_the_password(owner: Owner) -> None:
    answer = post(owner.client, OFFER, {"name": "Min telefon", "password": "forkert"})
    assert (answer.status_code, "ikke din adgangskode" in answer.json()["refused"]) == (400, True)
    assert post(owner.client, ADD, {"credential": {}}).status_code == 400
    assert post(owner.client, OFFER, {"name": "", "password": owner.password}).status_code == 400
    assert post(window(), OFFER, {"name": "x", "password": owner.password}).status_code == 302
    for _ in range(limits.A_NAME):
        answer = post(owner.client, OFFER, {"name": "x", "password": "forkert"})
    assert answer.status_code == 429


WRONG: dict[str, dict[str, Any]] = {
    "another site": {"origin": "https://elsewhere.example"},
    "a site below ours": {"origin": f"https://x.{HOST}"},
    "our name without https": {"origin": f"http://{HOST}"},
    "another domain": {"domain": "elsewhere.example"},
    "not unlocked": {"flags": PRESENT},
    "nobody there": {"flags": VERIFIED},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_passkey_made_elsewhere_or_not_unlocked_is_refused(owner: Owner, wrong: dict[str, Any]) -> None:
    owner.holder = Holder(**wrong)
    assert owner.add().status_code == 400
    assert not Passkey.objects.exists()


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_an_answer_given_elsewhere_or_not_unlocked_lets_nobody_in(owner: Owner, wrong: dict[str, Any]) -> None:
    owner.add()
    for name, value in wrong.items():
        setattr(owner.holder, name, value)
    fresh = window()
    answer = come(owner.holder, fresh)
    assert (answer.status_code, "kunne ikke bruges" in answer.json()["refused"]) == (400, True)
    assert not is_in(fresh)


def test_another_key_under_the_same_number_lets_nobody_in(owner: Owner) -> None:
    owner.add()
    assert come(Holder(user=owner.holder.user)).status_code == 400


def test_a_passkey_that_names_another_account_lets_nobody_in(owner: Owner, there: World) -> None:
    owner.add()
    bo, password = account(there, there.bo, "bo")
    client = window()
    client.force_login(bo)
    his = Owner(client, password, Holder(credential_id=b"noget helt andet"))
    his.add()
    owner.holder.user = his.holder.user
    assert come(owner.holder).status_code == 400
    owner.holder.user = ""
    assert come(owner.holder).status_code == 400


def test_a_challenge_is_good_once_also_when_the_answer_was_wrong(owner: Owner) -> None:
    owner.add()
    fresh = window()
    answered = {"credential": owner.holder.sign(asked(fresh))}
    assert post(fresh, ENTER, answered).status_code == 200
    fresh.post("/log-ud/")
    assert post(fresh, ENTER, answered).status_code == 400
    options = asked(fresh)
    assert post(fresh, ENTER, {"credential": {}}).status_code == 400
    assert post(fresh, ENTER, {"credential": owner.holder.sign(options)}).status_code == 400


def test_a_challenge_belongs_to_the_browser_that_asked(owner: Owner) -> None:
    owner.add()
    options = asked(window())
    other = window()
    asked(other)
    assert post(other, ENTER, {"credential": owner.holder.sign(options)}).status_code == 400


def test_a_challenge_for_logging_in_makes_no_passkey(owner: Owner) -> None:
    options = owner.offered()
    options["publicKey"]["challenge"] = asked(owner.client)["publicKey"]["challenge"]
    assert post(owner.client, ADD, {"credential": owner.holder.make(options)}).status_code == 400


def test_who_waits_too_long_begins_again(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    owner.add()
    fresh = window()
    options = asked(fresh)
    later = timezone.now() + entry.WAIT + timedelta(seconds=1)
    monkeypatch.setattr("sagsgang.login.views.passkeys.timezone.now", lambda: later)
    answer = post(fresh, ENTER, {"credential": owner.holder.sign(options)})
    assert (answer.status_code, "for lang tid" in answer.json()["refused"]) == (400, True)


def test_a_copy_of_a_key_that_counts_is_found_out(owner: Owner) -> None:
    owner.holder.count = 5
    owner.add()
    assert come(owner.holder).status_code == 400
    owner.holder.count = 6
    assert come(owner.holder).status_code == 200
    for earlier in (6, 3, 0):
        owner.holder.count = earlier
        assert come(owner.holder).status_code == 400
    assert Passkey.objects.get().sign_count == 6


def test_a_key_that_does_not_count_may_come_again(owner: Owner) -> None:
    owner.add()
    assert [come(owner.holder).status_code for _ in range(3)] == [200, 200, 200]


def test_the_same_passkey_is_not_kept_twice(owner: Owner) -> None:
    owner.add()
    assert owner.add().status_code == 400
    assert Passkey.objects.count() == 1


def test_there_is_an_end_to_how_many_one_has(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    owner.add()
    monkeypatch.setattr(webauthn, "MOST", 1)
    assert post(owner.client, OFFER, {"name": "x", "password": owner.password}).status_code == 400


@pytest.mark.parametrize("closed", ["account", "person"])
def test_a_closed_account_and_a_person_who_left_do_not_get_in(owner: Owner, closed: str) -> None:
    owner.add()
    whose = Account.objects.get(username="karen")
    whose.is_active, whose.person.active = closed != "account", closed != "person"
    whose.save()
    whose.person.save()
    assert come(owner.holder).status_code == 400


def test_one_address_may_not_try_for_ever(owner: Owner) -> None:
    owner.add()
    client = window()
    for _ in range(limits.AN_ADDRESS):
        post(client, ENTER, {"credential": {}})
    assert come(owner.holder, client).status_code == 429


def test_a_form_of_another_site_cannot_ask(owner: Owner) -> None:
    strict = Client(HTTP_HOST=HOST, enforce_csrf_checks=True)
    assert post(strict, CHALLENGE, {}).status_code == 403
    assert post(strict, ENTER, {}).status_code == 403


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 5000, b'{"credential": 1, "next": 2}', b"\xff"])
def test_what_is_no_answer_is_refused_quietly(owner: Owner, body: bytes) -> None:
    for client, address in ((window(), ENTER), (owner.client, ADD), (owner.client, OFFER)):
        assert client.post(address, body, content_type="application/json").status_code == 400


BYTES = st.binary(max_size=80).map(websafe_encode)
NOTHING: st.SearchStrategy[Any] = st.sampled_from([None, 0, -7, [], {}])
ANYTHING = NOTHING | st.text(max_size=12) | BYTES
PARTS = st.dictionaries(
    st.sampled_from(["clientDataJSON", "authenticatorData", "signature", "userHandle", "attestationObject"]), ANYTHING
)


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=st.fixed_dictionaries({"id": ANYTHING, "rawId": ANYTHING, "response": PARTS | ANYTHING}))
def test_hostile_answers_are_refused_and_never_fail(owner: Owner, answer: dict[str, Any]) -> None:
    whose = Account.objects.get(username="karen")
    with pytest.raises(Refused):
        webauthn.recognise("x" * 43, answer)
    with pytest.raises(Refused):
        webauthn.add(whose, "x", "x" * 43, answer)
