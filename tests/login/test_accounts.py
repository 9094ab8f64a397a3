"""Accounts: made by administrators, each with its row in the Journal."""

import pytest
from django.test import Client

from sagsgang.cli import main
from sagsgang.core.act import Refused
from sagsgang.core.models import Journal, Person
from sagsgang.login import accounts
from sagsgang.login.models import Account
from tests.core.world import WHY, World

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def rut(client: Client, there: World) -> Client:
    """Logged in as the administrator."""
    accounts.add(None, Person.objects.get(pk=there.rut.person), "rut")
    Account.objects.update(temporary=False)
    client.force_login(Account.objects.get())
    return client


def test_an_administrator_makes_an_account_and_sees_its_password_once(rut: Client, there: World) -> None:
    answer = rut.post(f"/konto/{there.bo.person}/", {"handling": "opret", "username": "Bo"})
    account = Account.objects.get(username="bo")
    password = answer.content.decode().split("Midlertidig adgangskode")[1].split("<code>")[1].split("</code>")[0]
    assert account.check_password(password)
    assert "no-store" in answer["Cache-Control"]
    row = Journal.objects.unguarded(WHY).first()
    assert row
    assert (row.kind, row.by_id, row.subject) == ("account.add", there.rut.person, there.bo.person)
    assert password not in str(row.facts)


@pytest.mark.parametrize("name", ["", "x", "bo med mellemrum", "rut", "<b>", "bo" * 100])
def test_a_name_that_cannot_be_is_refused(rut: Client, there: World, name: str) -> None:
    answer = rut.post(f"/konto/{there.bo.person}/", {"handling": "opret", "username": name})
    assert answer.status_code == 400
    assert Account.objects.count() == 1


def test_a_person_has_one_account(there: World) -> None:
    bo = Person.objects.get(pk=there.bo.person)
    accounts.add(there.rut, bo, "bo")
    with pytest.raises(Refused):
        accounts.add(there.rut, bo, "bo2")


def test_who_does_not_administer_finds_nothing_there(client: Client, there: World) -> None:
    accounts.add(None, Person.objects.get(pk=there.lis.person), "lis")
    Account.objects.update(temporary=False)
    client.force_login(Account.objects.get())
    answer = client.post(f"/konto/{there.bo.person}/", {"handling": "opret", "username": "bo"})
    assert answer.status_code == 404
    assert Account.objects.count() == 1


def test_a_new_password_ends_the_sessions_of_the_old_one(rut: Client, there: World) -> None:
    accounts.add(None, Person.objects.get(pk=there.bo.person), "bo")
    Account.objects.update(temporary=False)
    bo = Client()
    bo.force_login(Account.objects.get(username="bo"))
    assert bo.get("/arbejde/").status_code == 200
    rut.post(f"/konto/{there.bo.person}/", {"handling": "ny"})
    assert bo.get("/arbejde/").status_code == 302


def test_the_command_line_makes_lists_and_renews(there: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "add", "karen", "--person", "Karen"]) == 0
    first = capsys.readouterr().out.strip()
    assert Account.objects.get().check_password(first)
    assert main(["account", "list"]) == 0
    assert capsys.readouterr().out == "karen  Karen\n"
    assert main(["account", "password", "karen"]) == 0
    assert Account.objects.get().check_password(capsys.readouterr().out.strip())
    assert main(["account", "add", "x", "--person", "Findes Ikke"]) == 2
    assert main(["account", "password", "findes-ikke"]) == 2


def test_the_first_administrator_is_made_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "add", "a", "--person", "Ansvarlig", "--administrator"]) == 2
    assert not Person.objects.exists()
    assert main(["account", "add", "ansvarlig", "--person", "Ansvarlig", "--administrator"]) == 0
    assert Account.objects.get().person.administers
    row = Journal.objects.unguarded(WHY).get(kind="person.add_administrator")
    assert (row.by_id, row.subject) == (None, Account.objects.get(username="ansvarlig").person_id)
