"""Windows of people in a real browser, and a look at each of their pages in every way that people have them."""

from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.viewer import Viewer
from tests.desk import logged_in
from tests.looking import SMALLEST, fits, fold, violations

WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
# A wide window that is magnified twice.
_MAGNIFIED = 640
_PATIENCE = 20_000  # milliseconds


def window(browser: Browser, server: LiveServer, who: Viewer, size: ViewportSize = WIDE) -> Page:
    """A window of the person's, with patience for a machine that has more to do."""
    expect.set_options(timeout=_PATIENCE)
    made = logged_in.window(browser, server, who, viewport=size)
    made.context.set_default_timeout(_PATIENCE)
    return made


def looked_at(page: Page) -> None:
    """Axe finds nothing in either theme, wide or narrow, and nothing scrolls sideways."""
    before = page.viewport_size or WIDE
    fold(page, out=True)
    page.set_viewport_size(WIDE)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], (page.url, scheme)
    assert fits(page, _MAGNIFIED), page.url
    assert fits(page, SMALLEST), page.url
    assert violations(page) == [], (page.url, "narrow")
    page.set_viewport_size(before)
    fold(page, out=False)


def press(page: Page, name: str) -> None:
    """The button of that name."""
    page.get_by_role("button", name=name, exact=True).first.click()
