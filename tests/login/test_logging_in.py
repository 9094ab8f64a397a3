"""Logging in and out with real requests."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from sagsgang.core.commands.my_calendar import renew
from sagsgang.core.models import CalendarKey, Person
from sagsgang.core.viewer import Viewer
from sagsgang.login import accounts, limits
from sagsgang.login.models import Account, Attempts
from tests.core.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DOOR = "/log-ind/"


def key_of(there: World, who: Viewer, name: str) -> str:
    """A first password for that person."""
    return accounts.add(there.rut, Person.objects.get(pk=who.person), name)


def test_whoever_is_logged_out_is_asked_to_log_in_and_comes_back(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    Account.objects.update(temporary=False)
    asked = client.get("/arbejde/?side=2")
    assert asked["Location"] == "/log-ind/?next=/arbejde/%3Fside%3D2"
    answer = client.post(DOOR, {"username": " Karen ", "password": key, "next": "/arbejde/?side=2"})
    assert (answer.status_code, answer["Location"]) == (302, "/arbejde/?side=2")
    assert client.get("/arbejde/").status_code == 200


def test_a_write_after_the_login_expired_leads_back_to_the_page_it_came_from(client: Client, there: World) -> None:
    answer = client.post("/arbejde/udvalg/", {"tilbage": "/arbejde/udvalg/?x=1"})
    assert answer["Location"] == "/log-ind/?next=/arbejde/udvalg/%3Fx%3D1"


def test_a_script_that_saves_is_told_by_the_status(client: Client, there: World) -> None:
    assert client.post("/arbejde/udvalg/", headers={"Accept": "application/json"}).status_code == 401


def test_the_answer_is_the_same_for_a_wrong_password_and_for_nobody(client: Client, there: World) -> None:
    key_of(there, there.karen, "karen")
    wrong = client.post(DOOR, {"username": "karen", "password": "forkert"})
    nobody = client.post(DOOR, {"username": "findes-ikke", "password": "forkert"})
    assert wrong.status_code == nobody.status_code == 400
    said = "Brugernavn eller adgangskode er forkert"
    assert said in wrong.content.decode()
    assert said in nobody.content.decode()


def test_the_password_is_hashed_also_when_the_account_does_not_exist(
    client: Client, there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(Account, "set_password", lambda self, raw: hashed.append(raw))
    client.post(DOOR, {"username": "findes-ikke", "password": "forkert"})
    assert hashed == ["forkert"]


def test_a_first_password_leads_to_choosing_ones_own(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    answer = client.post(DOOR, {"username": "karen", "password": key})
    assert answer["Location"] == "/adgangskode/?next=/arbejde/"
    mine = "en hest i en balje 7"
    changed = client.post("/adgangskode/", {"old": key, "new": mine, "again": mine, "next": "/arbejde/"})
    assert changed["Location"] == "/arbejde/"
    account = Account.objects.get()
    assert account.check_password(mine)
    assert not account.temporary


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("forkert", "en hest i en balje 7", "en hest i en balje 7", "ikke din nuværende"),
        (None, "kort", "kort", "12"),
        (None, "en hest i en balje 7", "en hest i en balje 8", "ikke ens"),
    ],
)
def test_a_bad_new_password_is_refused(
    client: Client, there: World, old: str | None, new: str, again: str, said: str
) -> None:
    key = key_of(there, there.karen, "karen")
    client.force_login(Account.objects.get())
    answer = client.post("/adgangskode/", {"old": old or key, "new": new, "again": again})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert Account.objects.get().check_password(key)


def test_too_many_attempts_on_an_account_close_the_door_for_a_while(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    for number in range(limits.A_NAME):
        client.post(DOOR, {"username": "karen", "password": "forkert"}, REMOTE_ADDR=f"192.0.2.{number}")
    answer = client.post(DOOR, {"username": "karen", "password": key})
    assert answer.status_code == 429
    Attempts.objects.update(since="2020-01-01T00:00:00Z")
    assert client.post(DOOR, {"username": "karen", "password": key}).status_code == 302


def test_one_address_may_not_try_many_names(client: Client, there: World) -> None:
    for number in range(limits.AN_ADDRESS):
        assert limits.may_try(f"navn{number}", "192.0.2.7")
    assert not limits.may_try("karen", "192.0.2.7")
    assert limits.may_try("karen", "192.0.2.8")


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:ffff::7", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::7", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("ukendt", "ukendt"),
    ],
)
def test_all_the_addresses_that_one_subscriber_has_count_as_one(address: str, counted: str) -> None:
    assert limits.address_of(RequestFactory().get("/", REMOTE_ADDR=address)) == counted


def test_a_whole_town_hall_behind_one_address_can_log_in(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    for _ in range(limits.AN_ADDRESS + 5):
        assert client.post(DOOR, {"username": "karen", "password": key}, REMOTE_ADDR="192.0.2.7").status_code == 302
        client.post("/log-ud/")


def test_a_login_of_ones_own_does_not_wash_away_what_was_tried_on_others(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    for number in range(limits.AN_ADDRESS):
        assert limits.may_try(f"navn{number}", "192.0.2.7")
        if number % 10 == 0:
            client.post(DOOR, {"username": "karen", "password": key}, REMOTE_ADDR="192.0.2.7")
            client.post("/log-ud/")
    assert not limits.may_try("karen", "192.0.2.7")


def test_no_name_and_no_address_is_kept_of_an_attempt(client: Client, there: World) -> None:
    client.post(DOOR, {"username": "karen", "password": "forkert"}, REMOTE_ADDR="192.0.2.7")
    kept = " ".join(Attempts.objects.values_list("key", flat=True))
    assert "karen" not in kept
    assert "192.0.2.7" not in kept


def test_the_session_is_a_new_one_after_logging_in_and_gone_after_logging_out(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    client.post(DOOR, {"username": "karen", "password": key})
    assert client.session.session_key != before
    client.post("/log-ud/")
    assert client.get("/arbejde/").status_code == 302


def test_logging_out_takes_a_post(client: Client) -> None:
    assert client.get("/log-ud/").status_code == 405


def test_the_way_onward_leads_to_no_other_site(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    Account.objects.update(temporary=False)
    answer = client.post(DOOR, {"username": "karen", "password": key, "next": "//elsewhere.example/"})
    assert answer["Location"] == "/arbejde/"


def test_a_closed_account_and_a_person_who_left_do_not_get_in(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    accounts.close(there.rut, Account.objects.get())
    assert client.post(DOOR, {"username": "karen", "password": key}).status_code == 400
    other = key_of(there, there.bo, "bo")
    Person.objects.filter(pk=there.bo.person).update(active=False)
    assert client.post(DOOR, {"username": "bo", "password": other}).status_code == 400


def test_a_closed_account_closes_the_calendar_that_nobody_logs_in_to(client: Client, there: World) -> None:
    key_of(there, there.mads, "mads")
    renew(there.mads)
    calendar = reverse("desk:calendar-file", args=[CalendarKey.objects.unguarded("a test").get().key])
    assert client.get(calendar).status_code == 200
    accounts.close(there.rut, Account.objects.get())
    assert client.get(calendar).status_code == 404


def test_a_form_without_its_token_is_refused_in_danish(there: World) -> None:
    answer = Client(enforce_csrf_checks=True).post(DOOR, {"username": "karen", "password": "x"})
    assert answer.status_code == 403
    assert "Siden var åben for længe" in answer.content.decode()


def test_the_cookies_are_for_the_server_only(client: Client, there: World) -> None:
    key = key_of(there, there.karen, "karen")
    client.get(DOOR)
    client.post(DOOR, {"username": "karen", "password": key})
    assert "sessionid" in client.cookies
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_every_page_for_logging_in_has_the_strict_headers(client: Client) -> None:
    answer = client.get(DOOR)
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
