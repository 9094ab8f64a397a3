"""Numbers without gap and twin."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands.cases import add_alias, open_case
from sagsgang.core.commands.numbers import case_number, document_number, set_format, take
from sagsgang.core.models import Body, Case, NumberFormat
from sagsgang.core.viewer import Viewer
from tests.core.journal import deeds, last_facts
from tests.core.world import WHY, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_each_series_and_year_counts_by_itself() -> None:
    assert [take("case", 2027), take("case", 2027), take("case", 2028), take("document", 2027)] == [1, 2, 1, 1]


def test_a_number_that_was_rolled_back_is_given_to_the_next() -> None:
    with transaction.atomic():
        assert take("case", 2027) == 1
        transaction.set_rollback(True)
    assert take("case", 2027) == 1


def test_our_numbers_say_whose_and_when() -> None:
    assert case_number(2027) == "999-2027-1"
    assert document_number(2027) == "999-2027-1"


def test_a_number_that_a_case_brought_with_it_is_passed() -> None:
    there = world()
    open_case(there.karen, there.board, number="999-2027-1")
    add_alias(there.karen, open_case(there.karen, there.board, number="20/33839"), "999-2027-0002")
    assert case_number(2027) == "999-2027-3"


def test_a_new_format_counts_from_its_day_and_leaves_the_old_numbers() -> None:
    there = world()
    today = timezone.localdate()
    old = case_number(2027)
    set_format(there.rut, series="case", pattern="S{yy}-{n:05}", since=today)
    set_format(there.rut, series="case", pattern="T{year}/{n}", since=today + timedelta(days=1))
    assert (old, case_number(2027), document_number(2027)) == ("999-2027-1", "S27-00002", "999-2027-1")
    assert last_facts("numbers.format", there.rut)["series"] == "case"


@pytest.mark.parametrize(
    "pattern", ["{code}-{year}", "{n}", "{year}-{n}-{n}", "{year}-{n}-{code.real}", "<{year}{n}>"]
)
def test_a_format_that_would_give_a_number_twice_is_refused(pattern: str) -> None:
    there = world()
    with pytest.raises(Refused, match="Mønstret"):
        set_format(there.rut, series="case", pattern=pattern, since=timezone.localdate())
    assert deeds() == []
    assert not NumberFormat.objects.exists()


def test_a_format_never_reaches_back() -> None:
    with pytest.raises(Refused, match="først gælde fra i dag"):
        set_format(world().rut, series="case", pattern="{year}-{n}", since=date(2020, 1, 1))


def test_only_administrators_change_the_format() -> None:
    with pytest.raises(NotYours):
        set_format(world().lis, series="case", pattern="{year}-{n}", since=timezone.localdate())


@pytest.mark.postgresql
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_cases_at_once_leave_no_gap_and_no_twin() -> None:
    there = world()
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda _: _open(there.karen, there.board), range(200)))
    numbers = Case.objects.unguarded(WHY).values_list("number", flat=True)
    year = timezone.localdate().year
    assert sorted(numbers) == sorted(f"999-{year}-{n}" for n in range(1, 201))


def _open(by: Viewer, body: Body) -> None:
    try:
        open_case(by, body)
    finally:
        connection.close()
