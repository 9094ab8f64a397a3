"""The search of the pages that are files, in a real browser, over a plain file server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.looking import context, violations
from tests.portal.still.site import serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture
def site(looked_at: Path) -> Iterator[str]:
    """The address of a plain web server on the folder."""
    with serving(looked_at) as port:
        yield f"http://127.0.0.1:{port}"


def titles(page: Page) -> list[str]:
    return [text for text in page.locator(".hit h3").all_inner_texts() if text]


def test_words_numbers_and_beginnings_are_found_without_a_server(browser: Browser, site: str) -> None:
    with context(browser, width=360) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/")
        page.get_by_role("searchbox").fill("skolevejen")
        page.get_by_role("button", name="Søg").click()
        expect(page.locator(".hit").first).to_be_visible()
        assert titles(page)[0] == "Sikker skolevej ved Åvej"
        for asked, title in (
            ("1204 promenade", "Helhedsplan for den gamle havn"),
            ("aavej", "Sikker skolevej ved Åvej"),
        ):
            page.goto(f"{site}/soeg/?q={asked}")
            expect(page.locator(".hit").first).to_be_visible()
            assert set(titles(page)) == {title}
        page.locator(".hit a").first.click()
        expect(page.locator("h1")).to_have_text("Sikker skolevej ved Åvej")


def test_the_hits_say_when_where_and_what_was_decided(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/?q=helhedsplan kommunalbestyrelsen godkendt")
        hit = page.locator(".hit").first
        expect(hit.locator(".tag")).to_have_text(["Godkendt"])
        expect(hit).to_contain_text("Kommunalbestyrelsen, 26. februar 2025")
        expect(hit).to_contain_text("Sag 999-2024-1204")
        expect(hit.locator("mark").first).to_have_text("Helhedsplan")


def test_nothing_found_helps_on_and_a_closed_item_is_its_title_only(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/soeg/?q=xyzzy")
        expect(page.get_by_role("heading", name="Intet fundet")).to_be_visible()
        expect(page.locator("#hjaelp")).to_be_visible()
        page.goto(f"{site}/soeg/?q=ejendom")
        expect(page.locator(".hit .tag").first).to_have_text("Lukket punkt")
        expect(page.locator(".hit .snippet")).to_have_count(0)


def test_english_pages_find_the_same_and_lead_to_english_pages(browser: Browser, site: str) -> None:
    with context(browser) as window:
        page = window.new_page()
        page.goto(f"{site}/en/soeg/?q=skolevej")
        link = page.locator(".hit a").first
        expect(link).to_have_attribute("href", "/en/moeder/direktionen/2024-11-04/punkt/2/")
        expect(page.locator(".hit").first).to_contain_text("4 November 2024")


def test_without_javascript_the_page_says_where_to_look(browser: Browser, site: str) -> None:
    window = browser.new_context(java_script_enabled=False)
    page = window.new_page()
    page.goto(f"{site}/soeg/?q=skolevej")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_text("Med JavaScript søger din egen browser")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Mødekalender")).to_be_visible()
    window.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_strict_policy_stops_nothing(browser: Browser, site: str, scheme: str) -> None:
    with context(browser, scheme, width=320) as window:
        page, told = window.new_page(), []
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.goto(f"{site}/soeg/?q=helhedsplan")
        expect(page.locator(".hit").first).to_be_visible()
        assert told == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert violations(page) == []
