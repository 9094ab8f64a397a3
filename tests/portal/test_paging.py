"""Pages by key: every row stands on exactly one page, whichever way one walks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.archive.models import Audience, Body, Meeting
from sagsgang.archive.paging import Place, cut, place

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def meetings() -> list[int]:
    """Eleven meetings on five days, newest first, by id."""
    body = Body.objects.create(authority="Solbjerg Kommune", name="Direktionen", slug="direktionen")
    rows = [
        Meeting.objects.create(
            body=body, audience=Audience.STREET, slug=str(number), date=date(2025, 3, 1) + timedelta(days=number % 5)
        )
        for number in range(11)
    ]
    return [row.pk for row in sorted(rows, key=lambda row: (row.date, row.pk), reverse=True)]


def test_walking_to_the_end_meets_every_row_once(meetings: list[int]) -> None:
    seen: list[int] = []
    mark = ""
    while True:
        rows, pager = cut(Meeting.objects.all(), place(mark), 3)
        seen += [row.pk for row in rows]
        mark = pager.older
        if not mark:
            break
    assert seen == meetings


def test_walking_back_shows_the_same_pages(meetings: list[int]) -> None:
    first, pager = cut(Meeting.objects.all(), None, 4)
    _, after = cut(Meeting.objects.all(), place(pager.older), 4)
    again, before = cut(Meeting.objects.all(), place(after.newer), 4)
    assert [row.pk for row in again] == [row.pk for row in first]
    assert before.newer == ""
    assert before.older == pager.older


def test_the_first_page_offers_nothing_newer(meetings: list[int]) -> None:
    assert cut(Meeting.objects.all(), None, 4)[1].newer == ""


@given(st.text(max_size=40))
def test_no_mark_fails(mark: str) -> None:
    found = place(mark)
    assert found is None or isinstance(found, Place)


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(0, 10**18 - 1), st.booleans())
def test_a_mark_is_read_as_it_was_written(day: date, number: int, backwards: bool) -> None:
    assert place(str(Place(day, number, backwards))) == Place(day, number, backwards)
