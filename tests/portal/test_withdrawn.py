"""An item that was taken off the agenda, and a meeting that is not held: every page says so."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from sagsgang.archive import plan
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from sagsgang.paper.model import Item, Paper, PaperKind, SectionKind
from sagsgang.paper.withdrawn import HEADING, SAID, gone
from tests.portal.papers import DIRECTORS, HARBOUR, closed, harbour, next_meeting, paper, section

pytestmark = pytest.mark.django_db
DAY = timezone.localdate() + timedelta(days=7)
MEETING = f"/moeder/direktionen/{DAY}/"
WHY = gone("Tallene fra regionen mangler.")


def agenda(*items: Item) -> Paper:
    """Next week's, at the hour that the plan says."""
    return replace(paper(DIRECTORS, DAY, *items, kind=PaperKind.AGENDA), start=next_meeting().start)


@pytest.fixture
def off() -> None:
    """An agenda of which the second item and the third, a closed one, were taken off."""
    standing = harbour("1", DAY, DIRECTORS)
    gone_item = replace(
        standing, number="2", sections=(section(SectionKind.REMARK, HEADING, WHY), *standing.sections)
    )
    secret = replace(closed("3"), extract=f"{SAID}.")
    publish(agenda(replace(standing, case_number="999-2024-1"), gone_item, secret), Audience.STREET)


@pytest.mark.usefixtures("off")
def test_the_meeting_marks_the_item_in_the_contents_and_gives_the_reason(client: Client) -> None:
    page = client.get(MEETING).content.decode()
    contents, items = page.split("</nav>\n  <div", 1)
    assert contents.count("(udgået)") == 2
    first, second, third = items.split("<article")[1:]
    assert WHY not in first
    assert "Udgået</span>" in second
    assert WHY in second.split("Læs sagen", maxsplit=1)[0]
    assert SAID in third
    assert "Offentligt uddrag" not in third


@pytest.mark.usefixtures("off")
def test_the_item_is_marked_and_promises_no_decision(client: Client) -> None:
    page = client.get(f"{MEETING}punkt/2/").content.decode()
    assert "Udgået</span>" in page
    assert WHY in page
    assert "Beslutningen kommer med referatet" not in page
    assert "Beslutningen kommer med referatet" in client.get(f"{MEETING}punkt/1/").content.decode()


@pytest.mark.usefixtures("off")
def test_the_case_is_not_said_to_be_on_the_agenda(client: Client) -> None:
    page = client.get(f"/sager/{HARBOUR}/").content.decode()
    assert "Trukket af dagsordenen" in page
    assert "Sagen er på dagsordenen" not in page


def test_a_closed_item_to_come_was_not_treated_yet(client: Client) -> None:
    publish(agenda(closed("1")), Audience.STREET)
    page = client.get(f"{MEETING}punkt/1/").content.decode()
    assert "Punktet behandles for lukkede døre" in page


def test_a_meeting_with_an_agenda_that_is_cancelled_says_so_in_lists_and_on_its_page(client: Client) -> None:
    publish(agenda(harbour("1", DAY, DIRECTORS)), Audience.STREET)
    plan.announce(next_meeting())
    lists = ("/", "/moeder/", "/udvalg/direktionen/", f"/kalender/{DAY:%Y/%-m}/", MEETING)
    assert [one for one in lists if "Aflyst" in client.get(one).content.decode()] == []
    plan.announce(replace(next_meeting(), cancelled=True))
    assert [one for one in lists if "Aflyst" not in client.get(one).content.decode()] == []


def test_a_meeting_of_today_is_to_come_until_it_has_minutes(client: Client) -> None:
    today = timezone.localdate()
    told = paper(DIRECTORS, today, harbour("1", today, DIRECTORS), kind=PaperKind.AGENDA)
    publish(told, Audience.STREET)
    coming, _, latest = client.get("/").content.decode().partition("Seneste møder")
    assert (f"/moeder/direktionen/{today}/" in coming, f"/moeder/direktionen/{today}/" in latest) == (True, False)
    publish(replace(told, kind=PaperKind.MINUTES), Audience.STREET)
    coming, _, latest = client.get("/").content.decode().partition("Seneste møder")
    assert (f"/moeder/direktionen/{today}/" in coming, f"/moeder/direktionen/{today}/" in latest) == (False, True)


def test_a_body_tells_its_next_meeting_apart_from_its_latest(client: Client) -> None:
    publish(agenda(harbour("1", DAY, DIRECTORS)), Audience.STREET)
    page = client.get("/udvalg/").content.decode()
    assert ("Næste møde" in page, "Seneste møde" in page) == (True, False)
    past = DAY - timedelta(days=30)
    publish(paper(DIRECTORS, past, harbour("1", past, DIRECTORS)), Audience.STREET)
    page = client.get("/udvalg/").content.decode()
    assert page.index(f"/moeder/direktionen/{DAY}/") < page.index(f"/moeder/direktionen/{past}/")
