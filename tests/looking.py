"""Looking at a page in a real browser: what axe has against it, and whether it fits the smallest phone."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

SMALLEST = 320
_AXE = Path(__file__).resolve().parents[1] / "node_modules/axe-core"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_FOLDS = "open => document.querySelectorAll('main details').forEach(one => { one.open = open })"


def context(browser: Browser, scheme: str = "light", width: int = 1280) -> BrowserContext:
    """A window of that look and width."""
    look: Any = scheme
    return browser.new_context(viewport={"width": width, "height": 800}, color_scheme=look, base_url=None)


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe has against the page, with its messages in Danish."""
    page.evaluate((_AXE / "axe.min.js").read_text())
    page.evaluate("locale => axe.configure({locale})", json.loads((_AXE / "locales/da.json").read_text()))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", _RULES)
    return [(one["help"], [str(node["target"]) for node in one["nodes"]]) for one in found["violations"]]


def fold(page: Page, *, out: bool) -> None:
    """Open or close everything on the page that can be folded out."""
    page.evaluate(_FOLDS, out)


def fits(page: Page, width: int = SMALLEST) -> bool:
    """Whether nothing scrolls sideways in a window so narrow, which the page has from now on."""
    page.set_viewport_size({"width": width, "height": 800})
    return bool(page.evaluate("document.documentElement.scrollWidth") <= width)


def look_through(page: Page, address: str) -> None:
    """Axe finds nothing on the page that is open, all folded out, and it fits the smallest phone."""
    before = page.viewport_size
    fold(page, out=True)
    assert violations(page) == [], address
    assert fits(page), address
    if before:
        page.set_viewport_size(before)
