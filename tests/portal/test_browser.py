"""The pages in a real browser: no violation of accessibility, no sideways scroll, all by the keyboard."""

import pytest
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument
from pytest_django.live_server_helper import LiveServer

from tests.looking import context, violations
from tests.walls.addresses import MEETING, PAGES

ADDRESSES = [
    *(line.address for line in PAGES),
    "/soeg/?q=xyzzyq",
    "/findes-ikke/",
    f"{MEETING}referat.pdf",
    f"{MEETING}referat-18.pdf",
    f"{MEETING}punkt/2/",
    "/moeder/oekonomiudvalget/2025-03-10/",
]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture
def site(live_server: LiveServer, world: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a running portal with the small world in it."""
    return str(live_server.url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(browser: Browser, site: str, scheme: str) -> None:
    with context(browser, scheme) as window:
        page = window.new_page()
        for address in ADDRESSES:
            page.goto(site + address)
            assert violations(page) == [], address


def test_axe_finds_nothing_on_english_pages(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        for address in (
            "/en/",
            f"/en{MEETING}punkt/1/",
            "/en/sager/999-2024-1204/",
            "/en/soeg/?q=havn",
            "/en/lovet/",
        ):
            page.goto(site + address)
            assert violations(page) == [], address


def test_axe_finds_nothing_in_what_is_folded_out(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        for address in (MEETING, "/lovet/"):
            page.goto(site + address)
            page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
            assert violations(page) == [], address


def test_no_page_scrolls_sideways_on_the_smallest_phone(browser: Browser, site: str) -> None:
    # 320 px is also what 1280 px are at 400 % zoom (WCAG 1.4.10).
    with context(browser, width=320) as window:
        page = window.new_page()
        for address in (*ADDRESSES, *(f"/en{line.address}" for line in PAGES)):
            page.goto(site + address)
            page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true })")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_no_page_asks_anybody_else_and_none_breaks_the_policy(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: complaints.append(said.text))
        for line in PAGES:
            page.goto(site + line.address)
        assert [url for url in asked if not url.startswith(site)] == []
        assert complaints == []


def test_the_first_tab_leads_past_the_header(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(site + MEETING)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "indhold"


def test_every_stop_of_the_tab_key_is_seen(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/?q=havn")
        for _ in range(40):
            page.keyboard.press("Tab")
            style = "getComputedStyle(document.activeElement)"
            assert page.evaluate(f"document.activeElement === document.body || {style}.outlineStyle !== 'none'")


def test_the_arrows_walk_through_the_hits(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/?q=havn&hver=1")
        field, hits = page.locator("#soeg"), page.locator(".hit h3 a")
        field.focus()
        for key, target in (("Down", hits.nth(0)), ("Down", hits.nth(1)), ("Up", hits.nth(0)), ("Up", field)):
            page.keyboard.press(f"Arrow{key}")
            expect(target).to_be_focused()


def test_the_page_works_without_scripts(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as window:
        page = window.new_page()
        page.goto(site)
        page.fill("#soeg", "skolevej")
        page.press("#soeg", "Enter")
        page.click(".hit h3 a")
        assert page.inner_text("h1") == "Sikker skolevej ved Åvej"
        page.click("summary")
        page.click("button[value=dark]")
        assert page.get_attribute("html", "data-theme") == "dark"
        assert page.inner_text("h1") == "Sikker skolevej ved Åvej"


def test_the_switch_wins_over_the_device(browser: Browser, site: str) -> None:
    with context(browser, "dark") as window:
        page = window.new_page()
        page.goto(site)
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.click("summary")
        page.click("button[value=light]")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)" != dark


def test_a_filter_on_a_phone_leaves_the_number_of_hits_in_sight(browser: Browser, site: str) -> None:
    with context(browser, width=390) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/?q=havn")
        page.click(".facets-head")
        page.click(".facets a[href*='udfald=approved']")
        page.wait_for_url("**udfald=approved*")
        page.wait_for_function("document.activeElement.id == 'antal'")
        assert page.locator("#antal").evaluate("heading => heading.getBoundingClientRect().top") >= 0
        assert page.locator(".hit").first.evaluate("hit => hit.getBoundingClientRect().top < innerHeight")


def test_the_filters_stand_open_beside_the_hits_on_a_wide_screen(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/?q=havn")
        assert page.locator(".facets a[href*='udfald=approved']").is_visible()
        assert not page.locator(".facets-head").is_visible()


def test_a_printed_meeting_has_its_texts_unfolded(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(site + MEETING)
        page.emulate_media(media="print")
        assert page.locator("text=Havnearealerne har stået tomme").first.is_visible()
        assert not page.locator(".top-nav").is_visible()


def test_a_printed_meeting_begins_on_its_first_page(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(site + MEETING)
        page.emulate_media(media="print")
        breaks = "item => getComputedStyle(item).breakInside"
        assert page.locator(".item").first.evaluate(breaks) == "auto"


def test_a_printed_search_says_what_was_asked(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/?q=havn")
        page.emulate_media(media="print")
        assert page.locator("#soeg").is_visible()
        assert not page.locator("text=begge ord").is_visible()


def test_what_is_printed_has_nothing_to_press(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.emulate_media(media="print")
        pressed = "nav:not(.counts):visible, main button:visible, .button:visible"
        for line in PAGES:
            page.goto(site + line.address)
            assert page.locator(pressed).count() == 0, line.address


def test_a_year_is_printed_on_one_sheet(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/kalender/2025/")
        assert len(PdfDocument(page.pdf(format="A4"))) == 1


def test_a_printed_page_uses_the_width_of_its_paper(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        for address, text in (
            (MEETING, ".items"),
            (f"{MEETING}punkt/1/", ".item-text"),
            ("/soeg/?q=havn", ".results"),
        ):
            page.goto(site + address)
            page.emulate_media(media="print")
            width = "element => element.getBoundingClientRect().width / innerWidth"
            assert page.locator(text).evaluate(width) > 0.9, address
