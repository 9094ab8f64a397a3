"""Cases are opened, filed and found by all their numbers."""

from datetime import date

import pytest

from sagsgang.core import kle
from sagsgang.core.act import NotYours, Refused, Stale
from sagsgang.core.commands.cases import add_alias, open_case, set_kle
from sagsgang.core.models import Alias, Case, KleEntry
from tests.core.journal import deeds, last_facts
from tests.core.world import WHY, item, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_case_without_a_number_gets_the_next_of_our_own() -> None:
    there = world()
    case = open_case(there.karen, there.board, kle_number="00.30.02 P35")
    assert case.number.startswith("999-")
    assert (case.foreign, case.kle_number) == (False, "00.30.02-P35")
    assert case.responsible_id == there.karen.person
    assert last_facts("case.open", there.karen) == {"foreign": False}


def test_the_number_of_the_records_system_is_kept_and_brings_its_subject() -> None:
    there = world()
    case = open_case(there.lis, there.council, number=" 85.02.02-P35-34-20 ")
    assert (case.number, case.foreign, case.kle_number) == ("85.02.02-P35-34-20", True, "85.02.02-P35")


def test_a_number_is_used_once_however_it_is_written() -> None:
    there = world()
    case = open_case(there.karen, there.board, number="326-2019-10547")
    add_alias(there.karen, case, "20/33839")
    for typed in ("326-2019-010547", "20/33839"):
        with pytest.raises(Refused, match="er i brug"):
            open_case(there.karen, there.board, number=typed)
        with pytest.raises(Refused, match="er i brug"):
            add_alias(there.karen, case, typed)
    assert [kind for kind, _ in deeds()] == ["case.open", "case.add_alias"]


@pytest.mark.parametrize("number", ["---", "1" * 101])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    there = world()
    with pytest.raises(Refused, match="Sagsnummeret"):
        open_case(there.karen, there.board, number=number)


def test_who_writes_to_no_body_opens_no_case() -> None:
    there = world()
    for wrong in (there.bo, there.mads, there.ida, there.rut):
        with pytest.raises(NotYours):
            open_case(wrong, there.board)
    assert deeds() == []


@pytest.mark.parametrize("typed", ["budget", "00.30", "00.30.02P3", "0.30.02"])
def test_a_subject_of_the_wrong_form_is_refused(typed: str) -> None:
    there = world()
    with pytest.raises(Refused, match="tre par cifre"):
        open_case(there.karen, there.board, kle_number=typed)
    assert not Case.objects.unguarded(WHY).exists()


def test_a_subject_must_be_on_the_list_when_there_is_one_and_may_be_retired() -> None:
    there = world()
    KleEntry.objects.create(number="00.30.02", title="Budgetter", edition="2026", retired_on=date(2026, 5, 1))
    with pytest.raises(Refused, match=r"99\.99\.99 står ikke på den liste"):
        open_case(there.karen, there.board, kle_number="99.99.99")
    case = open_case(there.karen, there.board, kle_number="00.30.02-A00")
    assert "udgik den 01-05-2026" in kle.warning(case.kle_number)


def test_the_subject_is_changed_by_whose_case_it_is_and_by_a_secretary_who_treats_it() -> None:
    there = world()
    case = open_case(there.karen, there.board)
    set_kle(there.karen, case, "00.30.02")
    item(there, there.council, of=case)
    set_kle(there.lis, case, "82.06.00")
    assert last_facts("case.set_kle", there.lis) == {"before": "00.30.02", "after": "82.06.00"}
    for wrong in (there.per, there.bo, there.mads, there.rut):
        with pytest.raises(NotYours):
            set_kle(wrong, case, "")
        with pytest.raises(NotYours):
            add_alias(wrong, case, "20/1")


def test_the_second_of_two_who_change_the_subject_is_told() -> None:
    there = world()
    case = open_case(there.karen, there.board)
    same = Case.objects.unguarded(WHY).get(pk=case.pk)
    set_kle(there.karen, case, "00.30.02")
    with pytest.raises(Stale):
        set_kle(there.karen, same, "82.06.00")
    assert Case.objects.unguarded(WHY).get().kle_number == "00.30.02"


def test_another_number_leads_to_the_case() -> None:
    there = world()
    case = open_case(there.karen, there.board)
    add_alias(there.karen, case, "20/33839")
    assert Alias.objects.get().case == case
    assert last_facts("case.add_alias", there.karen) == {"number": "20/33839"}
