"""Administrators' pages of the chain, the units, the numbers and the list of subjects."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sagsgang.core.commands.organisation import add_step
from sagsgang.core.models import KleEntry, NumberFormat, Unit
from sagsgang.core.states import ItemState
from tests.core.world import World, item
from tests.desk.logged_in import browser

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NUMBERS, SUBJECTS, PEOPLE = "/arbejde/udvalg/numre/", "/arbejde/udvalg/kle/", "/arbejde/personer/"
# Made-up subjects: the real list is its publishers'.
LIST = (
    "KLENummer='90.01.00':KLETitel='Haller':Keywords[Weight]:hal[5];\n"
    "KLENummer='90.01.02':KLETitel='Svømmehaller':Keywords[Weight]:bad[5];\n"
)


def test_steps_are_moved_and_removed_and_a_refusal_is_told(there: World) -> None:
    page = f"/arbejde/udvalg/{there.board.id}/"
    rut = browser(there.rut)
    second = add_step(there.rut, there.board, "Direktør")
    rut.post(page, {"handling": "trin-op", "led": second.id})
    assert [step.title for step in there.board.steps.all()] == ["Direktør", "Afdelingschef"]
    item(there, there.board, ItemState.IN_REVIEW)
    told = rut.post(page, {"handling": "trin-vaek", "led": second.id}, follow=True).content.decode()
    assert "1 punkt venter på godkendelse her" in told
    assert there.board.steps.count() == 2
    assert rut.post(page, {"handling": "trin-vaek", "led": 999_999}).status_code == 404
    assert browser(there.lis).post(page, {"handling": "trin-vaek", "led": second.id}).status_code == 404


def test_a_unit_ends_and_a_day_that_cannot_be_is_kept(there: World) -> None:
    unit = Unit.objects.create(name="Økonomi", since=date(2026, 1, 1))
    rut = browser(there.rut)
    sent = {"handling": "slut-enhed", "enhed": unit.id}
    wrong = rut.post(PEOPLE, {**sent, f"e{unit.id}-until": "2025-12-31"})
    assert wrong.status_code == 400
    for kept in ('value="2025-12-31"', "Slutdagen ligger før"):
        assert kept in wrong.content.decode()
    rut.post(PEOPLE, {**sent, f"e{unit.id}-until": "2026-06-30"})
    unit.refresh_from_db()
    assert unit.until == date(2026, 6, 30)
    assert browser(there.lis).post(PEOPLE, {**sent, f"e{unit.id}-until": "2026-06-30"}).status_code == 404
    assert rut.post(PEOPLE, {"handling": "slut-enhed", "enhed": "x"}).status_code == 404


def test_numbers_are_written_another_way_from_a_day_on(there: World) -> None:
    rut, today = browser(there.rut), timezone.localdate()
    shown = rut.get(NUMBERS).content.decode()
    assert f"999-{today.year}-1" in shown
    assert all(one in shown for one in (settings.AUTHORITY, "SAGSGANG_AUTHORITY_CODE"))
    rut.post(NUMBERS, {"series": "case", "pattern": "SOL-{yy}/{n:04}", "since": today.isoformat()})
    assert f"SOL-{today:%y}/0001" in rut.get(NUMBERS).content.decode()
    later = (today + timedelta(40)).isoformat()
    rut.post(NUMBERS, {"series": "document", "pattern": "D{year}-{n}", "since": later})
    assert "Kommer" in rut.get(NUMBERS).content.decode()


def test_a_pattern_that_cannot_be_is_told_and_kept(there: World) -> None:
    today = timezone.localdate().isoformat()
    for who, status in ((there.rut, 400), (there.lis, 404)):
        sent = {"series": "case", "pattern": "SAG-{year}", "since": today}
        answer = browser(who).post(NUMBERS, sent)
        assert answer.status_code == status
    answer = browser(there.rut).post(NUMBERS, {"series": "case", "pattern": "SAG-{year}", "since": today})
    assert "{n}, det fortløbende nummer" in answer.content.decode()
    assert 'value="SAG-{year}"' in answer.content.decode()
    assert not NumberFormat.objects.exists()


def test_a_list_of_subjects_is_loaded_and_told_of(there: World) -> None:
    rut = browser(there.rut)
    for edition, text in (("prøve 1", LIST), ("prøve 2", LIST.splitlines()[0])):
        answer = rut.post(SUBJECTS, {"edition": edition, "file": SimpleUploadedFile("OS2KLE.txt", text.encode())})
        assert answer.status_code == 200
    told = answer.content.decode()
    assert "<dt>Udgået med denne udgave</dt><dd>1</dd>" in told
    assert "prøve 2" in told
    assert KleEntry.objects.get(number="90.01.02").retired_on == timezone.localdate()


def test_a_file_that_is_no_list_is_told_and_nothing_is_loaded(there: World) -> None:
    rut = browser(there.rut)
    answer = rut.post(SUBJECTS, {"edition": "maj 2026", "file": SimpleUploadedFile("x.txt", b"hej")})
    assert answer.status_code == 400
    assert "ikke en KLE-liste" in answer.content.decode()
    assert 'value="maj 2026"' in answer.content.decode()
    assert rut.post(SUBJECTS, {"edition": "maj 2026"}).status_code == 400
    lis = browser(there.lis)
    sent = {"edition": "x", "file": SimpleUploadedFile("OS2KLE.txt", LIST.encode())}
    assert lis.post(SUBJECTS, sent).status_code == 404
    assert not KleEntry.objects.exists()
