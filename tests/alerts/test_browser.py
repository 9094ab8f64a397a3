"""The pages in a real browser: no violation of accessibility, no sideways scroll, followed by the keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sagsgang.alerts.models import Frequency, Kind, Subscription
from tests.alerts.town import ADDRESS, BODY, agenda, follows, go_out, news
from tests.looking import context, violations
from tests.portal.papers import HARBOUR

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """The address of a running portal with one agenda."""
    go_out(agenda())
    return str(live_server.url)


def paths() -> tuple[str, ...]:
    """Every page, with something followed and something that waits for its answer."""
    row = follows()
    follows(Kind.SEARCH, '{"aar": ["2026"], "q": ["havn"]}', Frequency.WEEKLY)
    open_question = follows(Kind.BODY, BODY)
    Subscription.objects.filter(pk=open_question.pk).update(confirmed_at=None)
    return (
        "/foelg/",
        f"/foelg/?sag={HARBOUR}",
        "/foelg/?sag=999-1-1",
        "/foelg/sendt/",
        "/foelg/slut/",
        f"/foelg/bekraeft/{open_question.token}/",
        f"/foelg/mine/{row.follower.token}/",
        f"/foelg/stop/{row.follower.token}/{row.pk}/",
        f"/en/foelg/mine/{row.follower.token}/",
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(browser: Browser, site: str, scheme: str) -> None:
    with context(browser, scheme) as window:
        page = window.new_page()
        for path in paths():
            page.goto(site + path)
            assert violations(page) == [], path


def test_no_page_scrolls_sideways_on_the_smallest_phone(browser: Browser, site: str) -> None:
    with context(browser, width=320) as window:
        page = window.new_page()
        for path in paths():
            page.goto(site + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_case_is_followed_and_stopped_by_the_keyboard(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/sager/{HARBOUR}/")
        page.get_by_role("link", name="På mail").press("Enter")
        page.get_by_label("Din mailadresse").fill(ADDRESS)
        page.get_by_label("Din mailadresse").press("Enter")
        page.wait_for_url("**/foelg/sendt/")
        [asking] = news()
        found = re.search(r"http://127\.0\.0\.1:8000(/foelg/bekraeft/\S+)", str(asking.body))
        assert found
        page.goto(site + found[1])
        page.get_by_role("button", name="Ja, send mig mail").press("Enter")
        page.wait_for_url("**/foelg/mine/**")
        assert HARBOUR in page.inner_text("main")
        page.get_by_role("button", name="Stop").press("Enter")
        page.wait_for_url("**/foelg/slut/")
    assert not Subscription.objects.exists()
