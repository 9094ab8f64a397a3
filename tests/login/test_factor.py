"""The second factor: set up, asked for after the password, each code once, taken off again."""

import re
from datetime import timedelta

import pyotp
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from sagsgang.cli import main
from sagsgang.core.models import Journal
from sagsgang.login import entry, factor, limits
from sagsgang.login.models import Account, RecoveryCode
from tests.core.world import WHY, World
from tests.login.people import ANOTHER_PHONE, CODE, DOOR, FACTOR, MINE, account, give_password, phone, shown

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def deeds() -> list[tuple[str, int | None]]:
    """What the Journal says, newest first."""
    return list(Journal.objects.unguarded(WHY).values_list("kind", "by_id"))


def secret_on(page: str) -> str:
    """The key as the page shows it as text."""
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    assert found
    return found[1].replace(" ", "")


def test_a_phone_is_set_up_from_the_page_and_the_recovery_codes_are_shown_once(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    client.force_login(whose)
    page = client.get(FACTOR).content.decode()
    secret = secret_on(page)
    assert "<svg" in page
    assert "style=" not in page
    answer = client.post(FACTOR, {"code": shown(secret)})
    codes = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", answer.content.decode())
    assert len(set(codes)) == factor.CODES
    assert "no-store" in answer["Cache-Control"]
    assert client.get(MINE).status_code == 200, "the session goes on"
    assert codes[0] not in client.get(FACTOR).content.decode()
    assert deeds()[0] == ("account.factor", there.karen.person)


def test_the_secret_stays_the_same_until_it_is_confirmed(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    client.force_login(whose)
    first = secret_on(client.get(FACTOR).content.decode())
    assert client.post(FACTOR, {"code": shown(ANOTHER_PHONE)}).status_code == 400
    assert secret_on(client.get(FACTOR).content.decode()) == first
    whose.refresh_from_db()
    assert whose.factor_since is None


def test_neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    client.force_login(whose)
    started = secret_on(client.get(FACTOR).content.decode())
    secret, codes = phone(whose)
    kept = ""
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            kept += str(cursor.fetchall())
    assert not [value for value in (started, secret, *codes, codes[0].replace("-", "")) if value in kept]
    assert started not in str(dict(client.session))


def test_the_password_alone_lets_nobody_in_when_there_is_a_second_factor(client: Client, there: World) -> None:
    whose, password = account(there, there.karen)
    secret, _ = phone(whose)
    assert give_password(client, "karen", password, "/arbejde/sager/") == CODE
    assert client.get("/arbejde/").status_code == 302
    assert client.get(MINE).status_code == 302
    wrong = client.post(CODE, {"code": shown(ANOTHER_PHONE)})
    assert (wrong.status_code, "Koden passer ikke" in wrong.content.decode()) == (400, True)
    spaced = " ".join((shown(secret)[:3], shown(secret)[3:]))
    assert client.post(CODE, {"code": spaced})["Location"] == "/arbejde/sager/"
    assert client.get("/arbejde/").status_code == 200


def test_nobody_is_asked_for_a_code_before_the_password_was_right(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    secret, _ = phone(whose)
    assert client.get(CODE)["Location"] == DOOR
    assert client.post(CODE, {"code": shown(secret)})["Location"] == DOOR
    assert client.get("/arbejde/").status_code == 302


def test_a_code_is_good_once(there: World) -> None:
    whose, _ = account(there, there.karen)
    secret, _ = phone(whose)
    assert factor.accept(whose, shown(secret))
    assert not factor.accept(whose, shown(secret))


def test_the_code_of_the_set_up_does_not_log_in(there: World) -> None:
    whose, _ = account(there, there.karen)
    secret = factor.new_secret()
    factor.set_up(whose, secret, shown(secret))
    assert not factor.accept(whose, shown(secret))


@pytest.mark.parametrize(("off", "good"), [(-30, True), (30, True), (-90, False), (90, False)])
def test_a_phone_may_be_half_a_minute_off_and_not_more(
    there: World, off: int, good: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    whose, _ = account(there, there.karen)
    secret, _ = phone(whose)
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert factor.accept(whose, pyotp.TOTP(secret).at(now + timedelta(seconds=off))) is good


@pytest.mark.parametrize("code", ["", "٣٣٣٣٣٣", "12345", "1234567", "-", "x" * 40, "æøåæøå"])
def test_what_is_no_code_lets_nobody_in(there: World, code: str) -> None:
    whose, _ = account(there, there.karen)
    phone(whose)
    assert not factor.accept(whose, code)


def test_a_recovery_code_lets_in_once_and_is_in_the_journal(client: Client, there: World) -> None:
    whose, password = account(there, there.karen)
    _, codes = phone(whose)
    give_password(client, "karen", password)
    assert client.post(CODE, {"code": codes[3].upper().replace("-", " ")}).status_code == 302
    assert deeds()[0] == ("account.recovery", there.karen.person)
    other = Client()
    give_password(other, "karen", password)
    assert other.post(CODE, {"code": codes[3]}).status_code == 400
    assert whose.recovery_codes.count() == factor.CODES - 1


def test_nobody_uses_the_recovery_code_of_somebody_else(there: World) -> None:
    karen, _ = account(there, there.karen)
    bo, _ = account(there, there.bo, "bo")
    _, codes = phone(karen)
    phone(bo)
    assert not factor.accept(bo, codes[0])


def test_codes_count_as_attempts_and_the_right_password_forgives_none(client: Client, there: World) -> None:
    whose, password = account(there, there.karen)
    secret, _ = phone(whose)
    for number in range(limits.A_NAME // 2):
        client.post(DOOR, {"username": "karen", "password": password}, REMOTE_ADDR=f"192.0.2.{number}")
        client.post(CODE, {"code": shown(ANOTHER_PHONE)}, REMOTE_ADDR=f"192.0.2.{number}")
    assert client.post(CODE, {"code": shown(secret)}).status_code == 429
    assert client.post(DOOR, {"username": "karen", "password": password}).status_code == 429


def test_who_waits_too_long_begins_again(client: Client, there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "WAIT", timedelta(seconds=-1))
    whose, password = account(there, there.karen)
    secret, _ = phone(whose)
    give_password(client, "karen", password)
    assert client.post(CODE, {"code": shown(secret)})["Location"] == DOOR


def test_a_new_password_meanwhile_ends_the_wait_for_the_code(client: Client, there: World) -> None:
    whose, password = account(there, there.karen)
    secret, _ = phone(whose)
    give_password(client, "karen", password)
    whose.set_password("noget helt andet 8")
    whose.save()
    assert client.post(CODE, {"code": shown(secret)})["Location"] == DOOR


def test_setting_it_up_ends_the_sessions_elsewhere(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    client.force_login(whose)
    phone(whose)
    assert client.get("/arbejde/").status_code == 302


def test_taking_it_off_asks_for_a_code(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    secret, _ = phone(whose)
    client.force_login(Account.objects.get())
    assert client.post(FACTOR, {"code": shown(ANOTHER_PHONE), "handling": "fra"}).status_code == 400
    assert client.post(FACTOR, {"code": shown(secret), "handling": "fra"})["Location"] == MINE
    whose.refresh_from_db()
    assert (whose.factor_since, whose.factor_secret, RecoveryCode.objects.count()) == (None, "", 0)
    assert client.get(MINE).status_code == 200
    assert deeds()[0] == ("account.factor_off", there.karen.person)


def test_new_recovery_codes_replace_the_earlier_ones(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    secret, codes = phone(whose)
    client.force_login(Account.objects.get())
    answer = client.post(FACTOR, {"code": shown(secret), "handling": "koder"}).content.decode()
    fresh = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", answer)
    assert not factor.accept(whose, codes[0])
    assert factor.accept(whose, fresh[0])


def test_an_administrator_takes_it_off_and_the_journal_says_who(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    phone(whose)
    rut, _ = account(there, there.rut, "rut")
    client.force_login(rut)
    assert "kode-fra" in client.get(f"/arbejde/personer/{there.karen.person}/").content.decode()
    assert client.post(f"/konto/{there.karen.person}/", {"handling": "kode-fra"}).status_code == 302
    whose.refresh_from_db()
    assert whose.factor_since is None
    assert deeds()[0] == ("account.factor_off", there.rut.person)


def test_nobody_else_takes_it_off(client: Client, there: World) -> None:
    whose, _ = account(there, there.karen)
    phone(whose)
    lis, _ = account(there, there.lis, "lis")
    client.force_login(lis)
    assert client.post(f"/konto/{there.karen.person}/", {"handling": "kode-fra"}).status_code == 404
    whose.refresh_from_db()
    assert whose.factor_since


def test_the_command_line_takes_it_off(there: World) -> None:
    whose, _ = account(there, there.karen)
    phone(whose)
    assert main(["account", "factor-off", "Karen"]) == 0
    assert main(["account", "factor-off", "findes-ikke"]) == 2
    whose.refresh_from_db()
    assert whose.factor_since is None


def test_a_secret_sealed_with_another_key_lets_nobody_in(there: World, settings: Settings) -> None:
    whose, _ = account(there, there.karen)
    secret, _ = phone(whose)
    settings.SECRET_KEY = "another key of another machine"
    assert not factor.accept(whose, shown(secret))
