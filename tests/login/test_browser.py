"""The pages for logging in, in a real browser: their flow, axe-core, the smallest phone, and no script anywhere."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from sagsgang.login.models import Account
from tests.core.world import World
from tests.login.identity import running
from tests.login.people import CODE, DOOR, FACTOR, MINE, account, shown
from tests.looking import violations

SHOTS = os.environ.get("SAGSGANG_SHOTS")

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture
def there(settings: Settings, transactional_db: None) -> World:
    from tests.core.world import world

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return world()


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The smallest phone."""
    address = live_server.url.replace("localhost", "127.0.0.1")  # another site than the provider's
    window = browser.new_context(base_url=address, viewport={"width": 320, "height": 800}, color_scheme=request.param)
    window.set_default_timeout(10_000)
    yield window.new_page()
    window.close()


def check(page: Page, name: str) -> None:
    """As `look`, of a page that needs no script."""
    assert page.locator("script").count() == 0
    look(page, name)


def look(page: Page, name: str) -> None:
    """What axe has against the page, and whether it scrolls sideways."""
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
    assert violations(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def log_in(page: Page, password: str) -> None:
    page.goto(DOOR)
    page.get_by_label("Brugernavn").fill("karen")
    page.get_by_label("Adgangskode").fill(password)
    page.get_by_role("button", name="Log ind", exact=True).click()


def test_a_phone_is_set_up_and_used_to_log_in(page: Page, there: World) -> None:
    _, password = account(there, there.karen)
    log_in(page, password)
    page.goto(MINE)
    check(page, "mine")
    page.get_by_role("link", name="Slå ekstra kode til").click()
    check(page, "set-up")
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("Kode", exact=True).fill("000000")
    page.get_by_role("button", name="Slå til").click()
    expect(page.get_by_role("alert")).to_contain_text("Koden passer ikke")
    check(page, "set-up-wrong")
    page.get_by_label("Kode", exact=True).fill(shown(secret))
    page.get_by_role("button", name="Slå til").click()
    expect(page.locator("li code")).to_have_count(10)
    check(page, "codes")
    page.get_by_role("link", name="Jeg har gemt dem").click()
    expect(page).to_have_url(re.compile(f"{MINE}$"))
    page.goto(FACTOR)
    check(page, "factor")
    page.context.clear_cookies()
    Account.objects.update(factor_step=0)
    log_in(page, password)
    expect(page).to_have_url(re.compile(f"{CODE}$"))
    check(page, "code")
    page.get_by_label("Kode", exact=True).fill(shown(secret))
    page.get_by_role("button", name="Log ind").click()
    expect(page).to_have_url(re.compile("/arbejde/$"))


def test_somebody_comes_in_through_the_municipalitys_provider(
    page: Page, there: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    account(there, there.karen)
    with running() as provider:
        settings.OIDC = provider.settings()
        page.goto(f"{DOOR}?next=/arbejde/sager/")
        check(page, "enter")
        page.get_by_role("link", name="Log ind med Solbjerg-login").click()
        page.locator("button[value='1']").first.click()
        expect(page).to_have_url(re.compile("/arbejde/sager/$"))
    page.context.clear_cookies()
    page.goto(DOOR)
    page.get_by_role("link", name="Log ind med Solbjerg-login").click()
    expect(page.get_by_role("alert")).to_contain_text("svarer ikke lige nu")
    check(page, "failed")


def test_the_page_that_is_demanded_has_the_way_out(
    page: Page, there: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SECOND_FACTOR = True
    _, password = account(there, there.karen)
    log_in(page, password)
    expect(page).to_have_url(re.compile(f"{FACTOR}$"))
    check(page, "demanded")
    page.get_by_role("button", name="Log ud").click()
    expect(page).to_have_url(re.compile(f"{DOOR}$"))
