"""The search page in a real browser: filters keep their place, and what folds out holds nothing against axe."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.archive import search
from tests.looking import context, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture(autouse=True)
def _nothing_indexed(db: None) -> None:
    """The index has tables of its own, which a test with real transactions leaves as they are."""
    search.rebuild()


def test_a_filter_beside_the_hits_leaves_the_facets_as_they_were_and_the_page_where_it_was(
    browser: Browser, live_server: LiveServer, world: None
) -> None:
    with context(browser, width=1280) as window:
        page = window.new_page()
        page.set_viewport_size({"width": 1280, "height": 400})
        page.goto(f"{live_server.url}/soeg/?q=havn")
        page.locator(".facets details > summary").last.click()
        page.get_by_role("link", name="2025").scroll_into_view_if_needed()
        page.evaluate("scrollBy(0, 40)")
        before = page.evaluate("scrollY")
        assert before > 0
        page.get_by_role("link", name="2025").click()
        page.wait_for_url("**/soeg/?q=havn&aar=2025")
        expect(page.locator(".facets details").last).not_to_have_attribute("open", "")
        page.wait_for_load_state("load")
        assert abs(page.evaluate("scrollY") - before) < 3


def test_days_can_be_chosen_and_taken_away(browser: Browser, live_server: LiveServer, world: None) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{live_server.url}/soeg/?q=helhedsplan&hver=1")
        page.get_by_label("Fra").fill("2025-02-03")
        page.get_by_role("button", name="Vis", exact=True).click()
        expect(page.locator(".hit")).to_have_count(3)
        page.get_by_role("link", name="Fjern filter: Fra").click()
        expect(page.locator(".hit")).to_have_count(5)


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_in_gathered_hits_and_open_facets(
    browser: Browser, live_server: LiveServer, world: None, scheme: str, width: int
) -> None:
    with context(browser, scheme, width) as window:
        page = window.new_page()
        page.goto(f"{live_server.url}/soeg/?q=helhedsplan&dato_fra=2020-01-01")
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
