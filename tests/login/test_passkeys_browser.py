"""Passkeys in a real browser with a virtual authenticator: made, used, removed; and the pages for axe and phones."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from sagsgang.config.passkeys import passkeys
from sagsgang.login.models import Passkey
from tests.core.world import World
from tests.login.key_owner import KEYS
from tests.login.people import DOOR, MINE, account
from tests.login.test_browser import log_in, look

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def password(settings: Settings, transactional_db: None, live_server: LiveServer) -> str:
    """Karen's, at a site that passkeys belong to."""
    from tests.core.world import world

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.PASSKEYS = passkeys(live_server.url, "")
    there: World = world()
    return account(there, there.karen)[1]


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The smallest phone."""
    window = browser.new_context(
        base_url=live_server.url, viewport={"width": 320, "height": 800}, color_scheme=request.param
    )
    window.set_default_timeout(10_000)
    yield window.new_page()
    window.close()


def authenticator(page: Page) -> tuple[CDPSession, str]:
    """A phone's own, unlocked by its person without asking."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    return tools, tools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})["authenticatorId"]


def make(page: Page, password: str, name: str = "Min telefon") -> None:
    """Add a passkey from the account page."""
    page.goto(KEYS)
    page.get_by_label("Navn").fill(name)
    page.get_by_label("Din adgangskode").fill(password)
    page.get_by_role("button", name="Tilføj").click()


def test_a_passkey_is_made_used_and_removed(page: Page, password: str) -> None:
    tools, number = authenticator(page)
    log_in(page, password)
    page.goto(MINE)
    page.get_by_role("link", name="Tilføj en adgangsnøgle").click()
    look(page, "keys-none")
    make(page, password)
    expect(page.get_by_role("heading", name="Min telefon")).to_be_visible()
    look(page, "keys")
    held = tools.send("WebAuthn.getCredentials", {"authenticatorId": number})["credentials"]
    assert [(one["isResidentCredential"], one["rpId"]) for one in held] == [(True, "localhost")]

    page.get_by_role("button", name="Log ud").click()
    page.goto(f"{DOOR}?next=/arbejde/sager/")
    look(page, "enter-with-key")
    page.get_by_role("button", name="Log ind med adgangsnøgle").press("Enter")
    expect(page).to_have_url(re.compile(r"\d/arbejde/sager/$"))
    first = Passkey.objects.get()
    assert first.used_at
    assert first.sign_count > 0

    page.goto(KEYS)
    page.get_by_role("link", name="Fjern Min telefon").click()
    look(page, "key-off")
    page.get_by_role("button", name="Fjern den").click()
    expect(page.get_by_text("Du har ingen endnu")).to_be_visible()
    page.get_by_role("button", name="Log ud").click()
    page.get_by_role("button", name="Log ind med adgangsnøgle").click()
    expect(page.get_by_role("alert")).to_contain_text("kunne ikke bruges")
    look(page, "enter-refused")
    expect(page).to_have_url(re.compile(f"{DOOR}$"))


def test_what_goes_wrong_is_said_and_may_be_tried_again(page: Page, password: str) -> None:
    tools, number = authenticator(page)
    log_in(page, password)
    make(page, "ikke min adgangskode")
    expect(page.get_by_role("alert")).to_contain_text("ikke din adgangskode")
    look(page, "keys-wrong")
    tools.send("WebAuthn.setUserVerified", {"authenticatorId": number, "isUserVerified": False})
    page.get_by_label("Din adgangskode").fill(password)
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("alert")).to_contain_text("afbrudt")
    tools.send("WebAuthn.setUserVerified", {"authenticatorId": number, "isUserVerified": True})
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("heading", name="Min telefon")).to_be_visible()


def test_without_a_script_there_is_nothing_to_press_and_the_password_works(
    browser: Browser, live_server: LiveServer, password: str
) -> None:
    window = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = window.new_page()
    page.goto(DOOR)
    assert page.locator("[data-go]").count() == 0
    expect(page.get_by_role("button", name="Log ind med adgangsnøgle")).to_have_count(0)
    log_in(page, password)
    expect(page).to_have_url(re.compile("/arbejde/$"))
    page.goto(KEYS)
    expect(page.get_by_text("eller den må ikke køre scripts")).to_be_visible()
    window.close()


def test_a_browser_that_knows_no_passkeys_shows_no_button(
    browser: Browser, live_server: LiveServer, password: str
) -> None:
    window = browser.new_context(base_url=live_server.url)
    window.add_init_script("delete window.PublicKeyCredential")
    page = window.new_page()
    page.goto(DOOR)
    assert page.locator("[data-go]").count() == 0
    window.close()
