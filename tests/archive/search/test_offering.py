"""What is offered while somebody types, the same on both databases."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from sagsgang.archive import search
from sagsgang.archive.search import Offers, offers
from tests.archive.search.shelf import Placed, lay

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def shelve(*items: Placed) -> None:
    search.index(lay(items))


def titles(text: str, audience: str = "street") -> list[str]:
    return [one.title for one in offers(audience, text).items]


def test_the_beginning_of_any_word_of_a_title_offers_its_case() -> None:
    shelve(Placed(title="Helhedsplan for havnen"), Placed(title="Skolevej", presentation="ved havnen"))
    assert titles("hav") == ["Helhedsplan for havnen"]
    assert titles("HELHEDSPLAN ha") == ["Helhedsplan for havnen"]
    assert titles("skole ha") == []


def test_a_year_in_a_title_is_the_beginning_of_a_word() -> None:
    shelve(Placed(title="Budget 2025"), Placed(title="Budget 1999"))
    assert titles("budget 20") == ["Budget 2025"]


def test_a_case_is_offered_once_by_its_latest_title() -> None:
    shelve(
        Placed(title="Havn, første gang", case_number="999-1", day=date(2024, 1, 1)),
        Placed(title="Havn, anden gang", case_number="999-1", day=date(2024, 2, 1)),
    )
    assert titles("havn") == ["Havn, anden gang"]


def test_words_are_written_out_the_most_frequent_first() -> None:
    shelve(Placed(title="Havnen"), Placed(title="Havekolonier"), Placed(title="Havekolonierne"))
    assert offers("street", "ny hav").texts == ()
    assert offers("street", "hav").texts[0].startswith("havekoloni")
    assert "havnen" in offers("street", "hav").texts


@pytest.mark.parametrize("typed", ["999-2024-12", "999-2024-1204", "1204"])
def test_a_case_number_is_offered_by_its_beginning_and_by_its_end(typed: str) -> None:
    shelve(Placed(title="Havnen", case_number="999-2024-1204"), Placed(title="Skolen", case_number="999-2023-1"))
    assert titles(typed) == ["Havnen"]


@pytest.mark.parametrize("typed", ["", "h", "*", '"', "-", "§", "%", "hav'", "rumfart", "\x00hav"])
def test_nothing_typed_is_wrong(typed: str) -> None:
    assert isinstance(offers("street", typed), Offers)


def test_what_only_the_other_audience_may_see_is_never_offered_not_even_its_words() -> None:
    shelve(Placed(title="Fusionsforhandlinger", case_number="999-77", audience="employees"))
    for typed in ("fus", "999-7", "fusionsforhandlinger"):
        assert offers("street", typed) == Offers((), ())
    assert titles("fus", "employees") == ["Fusionsforhandlinger"]


@pytest.mark.parametrize("typed", ["havn", "ny havn", "999-2024"])
def test_two_queries_are_enough(typed: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    shelve(Placed(title="Havnen", case_number="999-2024-1204"))
    with django_assert_num_queries(2):
        offers("street", typed)
