"""The page of a body's standing items."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sagsgang.core.models import Item, Series
from sagsgang.core.states import MeetingState
from tests.core.world import WHY, World, meeting
from tests.desk.logged_in import browser

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NEW = {
    "handling": "opret",
    "access": "body",
    "title": "Eventuelt",
    "item_type": "information",
    "rule": "last",
    "since": "2026-01-01",
    "planned": "on",
}


def address(there: World) -> str:
    return reverse("desk:series", args=[there.board.id])


def test_a_standing_item_is_made_with_a_case_and_put_on_what_is_planned(there: World) -> None:
    at = meeting(there.board, MeetingState.PLANNED, timezone.localdate() + timedelta(30))
    lis = browser(there.lis)
    shown = lis.post(address(there), NEW, follow=True).content.decode()
    made = Series.objects.get()
    assert made.title in shown
    assert made.case.number in shown
    assert Item.objects.unguarded(WHY).get(meeting=at).series == made
    assert f'href="/arbejde/moeder/{at.id}/"' in shown


def test_what_was_typed_stays_when_the_case_is_not_there(there: World) -> None:
    answer = browser(there.lis).post(address(there), {**NEW, "title": "Meddelelser", "case": "nej 7"})
    assert answer.status_code == 400
    for kept in ("Meddelelser", "nej 7", "Sagen findes ikke"):
        assert kept in answer.content.decode()
    assert not Series.objects.exists()


def test_it_is_moved_ended_and_rolled_from_the_page(there: World) -> None:
    lis = browser(there.lis)
    for title in ("Et", "To"):
        lis.post(address(there), {**NEW, "title": title})
    one, two = Series.objects.order_by("title")
    lis.post(address(there), {"handling": "op", "punkt": two.id})
    assert [each.title for each in Series.objects.all()] == ["To", "Et"]
    lis.post(address(there), {"handling": "plads-first", "punkt": one.id})
    assert [each.title for each in Series.objects.all()] == ["Et", "To"]
    wrong = lis.post(address(there), {"handling": "slut", "punkt": one.id, f"s{one.id}-until": "2025-01-01"})
    assert wrong.status_code == 400
    assert "2025-01-01" in wrong.content.decode()
    lis.post(address(there), {"handling": "slut", "punkt": one.id, f"s{one.id}-until": "2026-01-31"})
    year = timezone.localdate().year + 1
    assert 'value="rul"' in lis.get(address(there)).content.decode()
    lis.post(address(there), {"handling": "rul-alle", "year": year})
    assert [each.title for each in Series.objects.filter(since__year=year)] == ["To"]
    assert 'value="rul"' not in lis.get(address(there)).content.decode()
    again = lis.post(address(there), {"handling": "rul-alle", "year": year})
    assert again.status_code == 400
    assert "Ingen faste punkter" in again.content.decode()


def test_nobody_else_writes_there(there: World) -> None:
    for who in (there.karen, there.bo, there.mads, there.rut):
        assert browser(who).post(address(there), NEW).status_code == 404
    assert not Series.objects.exists()


@pytest.mark.parametrize(
    "wanted", [{"handling": "op", "punkt": "x"}, {"handling": "nej"}, {"handling": "op", "punkt": 9}]
)
def test_a_post_that_makes_no_sense_is_refused(there: World, wanted: dict[str, object]) -> None:
    assert browser(there.lis).post(address(there), wanted).status_code == 404


@pytest.mark.parametrize("said", [{"access": ""}, {"access": "closed"}])
def test_it_is_not_made_before_somebody_has_said_how_open_it_is(there: World, said: dict[str, str]) -> None:
    answer = browser(there.lis).post(address(there), {**NEW, **said})
    assert answer.status_code == 400
    assert not Series.objects.exists()
