"""Journeys by the keyboard alone, large letters, fingers, and paper, in a real browser."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from sagsgang.paper.model import PaperKind
from tests.looking import context, violations
from tests.portal.papers import FILES, papers
from tests.portal.test_browser import ADDRESSES
from tests.walls.addresses import MEETING

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
# What is pressed for itself; links inside a sentence may be as tall as their line.
TARGETS = ".button, .top-nav a, .tools > a, .chips a, .contents a, .foot a, .follow li > a, .formats a, main summary"
TALL = 44


@pytest.fixture
def site(live_server: LiveServer, world: None) -> str:
    """The address of a running portal with the small world in it."""
    return str(live_server.url)


@pytest.fixture
def corrected(site: str) -> str:
    """The address of the page with the difference between two editions of a meeting's minutes."""
    first = next(paper for paper in papers() if paper.kind is PaperKind.MINUTES and paper.items[0].sections)
    item = first.items[0]
    said = replace(item.sections[0], text=f"{item.sections[0].text} Havnefronten er målt op.")
    second = replace(first, items=(replace(item, sections=(said, *item.sections[1:])), *first.items[1:]))
    edition = publish(second, Audience.STREET, FILES).edition
    home = f"{site}/moeder/{edition.meeting.body.slug}/{edition.meeting.slug}/udgaver/"
    return f"{home}minutes-{edition.version - 1}/minutes-{edition.version}/"


def tab_to(page: Page, wanted: str, most: int = 80) -> None:
    """Press Tab until the focus stands on what the selector names; every stop on the way is visible."""
    for _ in range(most):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"the Tab key does not lead to {wanted}")


def test_a_decision_is_read_by_the_keyboard_from_the_front_page(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(site)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        tab_to(page, f".row-title[href='{MEETING}']")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{MEETING}")
        tab_to(page, f".item a[href='{MEETING}punkt/1/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/punkt/1/")
        assert page.locator(".decision").first.is_visible()


def test_a_search_is_narrowed_and_its_hit_opened_by_the_keyboard(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(site)
        tab_to(page, "#soeg")
        page.keyboard.type("havn")
        page.keyboard.press("Enter")
        page.wait_for_url("**/soeg/?q=havn*")
        tab_to(page, ".facets a[href*='udfald=approved']")
        page.keyboard.press("Enter")
        page.wait_for_url("**udfald=approved*")
        page.locator("#antal").focus()
        expect(page.locator("#antal")).to_be_focused()
        tab_to(page, ".hit h3 a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/punkt/**")


def test_the_year_in_figures_is_reached_by_the_keyboard(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/udvalg/direktionen/")
        tab_to(page, ".more a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/udvalg/direktionen/2*/")
        assert page.locator("table.bars").count() >= 3


def test_no_page_scrolls_sideways_when_the_letters_are_twice_as_large(browser: Browser, site: str) -> None:
    # WCAG 1.4.4: the letters alone, on a wide screen and on half of it (1280 px at 200 % zoom).
    for width in (1280, 640):
        with context(browser, width=width) as window:
            page = window.new_page()
            for address in ADDRESSES:
                page.goto(site + address)
                if width == 1280:
                    page.evaluate("document.documentElement.style.fontSize = '200%'")
                page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, address)


def test_a_finger_hits_what_is_to_be_pressed(browser: Browser, site: str) -> None:
    height = "one.getBoundingClientRect().height"
    low = f"(all, tall) => all.filter(one => one.checkVisibility() && {height} < tall).map(one => one.outerHTML)"
    with context(browser, width=360) as window:
        page = window.new_page()
        for address in ADDRESSES:
            page.goto(site + address)
            page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
            found = page.locator(TARGETS).evaluate_all(low, TALL)
            assert found == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_two_editions_differ(browser: Browser, corrected: str, scheme: str) -> None:
    with context(browser, scheme, width=320) as window:
        page = window.new_page()
        page.goto(corrected)
        assert "Havnefronten er målt op" in page.inner_text(".diff ins")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_meeting_offers_one_file_and_folds_the_others_away(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(site + MEETING)
        assert page.locator(".actions .button").count() == 1
        assert not page.locator(".formats a").first.is_visible()
        tab_to(page, ".formats summary")
        page.keyboard.press("Enter")
        assert page.locator(".formats a[href$='referat-18.pdf']").is_visible()


def test_a_dark_screen_prints_on_white(browser: Browser, site: str) -> None:
    with context(browser, "dark") as window:
        page = window.new_page()
        page.goto(site + MEETING)
        page.emulate_media(media="print", color_scheme="dark")
        assert (
            page.locator(".decision").first.evaluate("box => getComputedStyle(box).backgroundColor")
            == "rgb(245, 245, 245)"
        )
