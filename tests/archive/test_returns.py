"""Whether a case came back after something was promised."""

from datetime import date, timedelta

import pytest

from sagsgang.archive.models import Audience, Promise
from sagsgang.archive.publish import publish
from sagsgang.archive.returns import wrongly_linked
from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcomes import Commitment
from tests.archive.papers import DAY, agenda, decision, item, minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MAY, JUNE = date(2024, 5, 6), date(2024, 6, 3)
STREET = Audience.STREET


def came_back(said_on: date = DAY) -> date | None:
    entry = Promise.objects.get(said_on=said_on).came_back
    return entry.date if entry else None


def quiet(day: date) -> object:
    """A later treatment of the same case in which nothing is promised."""
    return publish(minutes(day, item(decisions=(decision("Drøftet.", day, commitments=()),))), STREET)


def test_a_promise_waits_until_its_case_comes_back() -> None:
    publish(minutes(), STREET)
    assert came_back() is None
    quiet(JUNE)
    assert came_back() == JUNE


def test_an_earlier_return_that_is_published_later_counts() -> None:
    publish(minutes(), STREET)
    quiet(JUNE)
    quiet(MAY)
    assert came_back() == MAY


def test_a_promise_that_is_published_after_its_return_finds_it() -> None:
    quiet(JUNE)
    publish(minutes(), STREET)
    assert came_back() == JUNE


def test_an_agenda_is_enough_and_another_body_counts() -> None:
    publish(minutes(), STREET)
    publish(agenda(MAY, body="Økonomiudvalget"), STREET)
    assert came_back() == MAY


@pytest.mark.parametrize(
    "due",
    [
        Due(DueKind.NONE),
        Due(DueKind.COMING_MEETING),
        Due(DueKind.INTERVAL, DAY, date(2024, 9, 15)),
        Due(DueKind.INTERVAL, date(2024, 5, 20), date(2024, 9, 15)),
    ],
)
def test_going_on_to_the_next_body_is_no_return(due: Due) -> None:
    promise = Commitment("Det bemærkes, at tallene følger.", None, due)
    publish(minutes(DAY, item(decisions=(decision("Anbefales.", DAY, commitments=(promise,)),))), STREET)
    publish(agenda(MAY, body="Økonomiudvalget"), STREET)
    assert came_back() is None
    quiet(JUNE)
    assert came_back() == JUNE


def test_another_audience_does_not_count() -> None:
    publish(minutes(), STREET)
    publish(minutes(MAY), Audience.EMPLOYEES)
    assert came_back() is None


def test_another_case_and_the_same_day_do_not_count() -> None:
    publish(minutes(), STREET)
    publish(minutes(MAY, item(case="999-2024-18"), item("2", case=None)), STREET)
    publish(minutes(DAY, item(), body="Økonomiudvalget"), STREET)
    assert came_back() is None


def test_a_return_that_a_later_edition_takes_away_is_none() -> None:
    publish(minutes(), STREET)
    quiet(MAY)
    publish(minutes(MAY, item(case="999-2024-18")), STREET)
    assert came_back() is None
    assert not list(wrongly_linked(Promise.objects.all()))


def test_the_same_case_in_another_writing_is_the_same_case() -> None:
    publish(minutes(), STREET)
    publish(minutes(MAY, item(case="999-2024-00017")), STREET)
    assert came_back() == MAY


def weekly(number: int, title: str = "Eventuelt", body: str = "Direktionen") -> None:
    """Publish the meeting of that week, with the standing item and a promise in it."""
    day = DAY + timedelta(weeks=number)
    publish(minutes(day, item(title=title, decisions=(decision(day=day, body=body),)), body=body), STREET)


def other(number: int) -> None:
    """Publish a meeting of that week without the item."""
    publish(minutes(DAY + timedelta(weeks=number), item(case="999-2024-18")), STREET)


def standing(body: str = "Direktionen") -> list[bool]:
    """Of each promise in the standing item by date, whether it is told to stand by itself."""
    assert not list(wrongly_linked(Promise.objects.all()))
    found = Promise.objects.filter(case_key="999-2024-17", body__name=body).order_by("said_on")
    return [promise.standing and promise.came_back is None for promise in found]


def test_a_case_on_three_meetings_before_stands_by_itself_and_comes_back_to_nothing() -> None:
    for number in range(5):
        weekly(number)
    assert standing() == [False, False, False, True, True]


def test_five_meetings_after_tell_a_standing_item_where_the_archive_begins() -> None:
    for number in range(6):
        weekly(number)
    assert standing() == [True, False, False, True, True, True]


def test_a_meeting_that_is_published_later_and_lacks_the_item_breaks_the_row() -> None:
    for number in (0, 1, 3, 4):
        weekly(number)
    assert standing() == [False, False, False, True]
    other(2)
    assert standing() == [False, False, False, False]


def test_the_order_of_publishing_does_not_matter() -> None:
    for number in (5, 0, 3, 1, 4, 2):
        weekly(number)
    assert standing() == [True, False, False, True, True, True]


def test_another_title_and_another_body_make_no_row() -> None:
    for number in range(4):
        weekly(number, title=f"Budget, {number + 1}. behandling")
        weekly(number, body="Økonomiudvalget" if number == 1 else "Direktionen")
    assert not any(standing())
