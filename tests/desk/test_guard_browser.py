"""What is saved by a button, in a real browser: what was typed comes back until the server has it."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.commands.items import set_points
from sagsgang.core.models import Item, Point, Section
from tests.core.world import WHY, World
from tests.desk.logged_in import browser as logged_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
LEFT = "Her står noget, du skrev sidst"


def kept(page: Page) -> str:
    return str(page.evaluate("Object.entries(localStorage).flat().join(' ')"))


def point(page: Page, at: int, text: str) -> None:
    """Typed, and kept in the browser."""
    before = kept(page)
    page.locator("[name=point]").nth(at).fill(text)
    page.wait_for_function("before => Object.entries(localStorage).flat().join(' ') !== before", arg=before)


def save(page: Page) -> None:
    page.get_by_role("button", name="Gem indstillingen").click()


def points(section: Section) -> list[str]:
    rows = Point.objects.unguarded(WHY).filter(item=section.item_id).order_by("position")
    return list(rows.values_list("text", flat=True))


def test_what_was_saved_leaves_nothing_behind(page: Page, section: Section) -> None:
    point(page, 0, "at  taget skiftes")
    save(page)
    expect(page.get_by_text("Indstillingen er gemt.")).to_be_visible()
    page.wait_for_function("localStorage.length === 0")
    assert points(section) == ["at  taget skiftes"]
    expect(page.get_by_text(LEFT)).to_have_count(0)


def test_another_button_of_the_page_saves_it_first(page: Page, section: Section) -> None:
    page.locator("#title").fill("Et nyt tag")
    point(page, 0, "at taget skiftes")
    page.get_by_role("button", name="Sæt »Ingen.«").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Et nyt tag")
    assert points(section) == ["at taget skiftes"]
    expect(page.get_by_text(LEFT)).to_have_count(0)
    page.wait_for_function("localStorage.length === 0")


def test_a_login_that_ended_at_the_button_loses_no_point_and_no_title(
    page: Page, section: Section, there: World, live_server: LiveServer
) -> None:
    page.locator("#title").fill("Et nyt tag på hallen")
    point(page, 0, "at taget skiftes")
    point(page, 1, "at det sker til foråret")
    assert "taget" not in kept(page)
    page.context.clear_cookies(name="sessionid")
    page.on("dialog", lambda dialog: dialog.accept())
    save(page)
    page.wait_for_url("**/log-ind/**")
    cookie = logged_in(there.karen).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.goto(f"/arbejde/punkter/{section.item_id}/")
    expect(page.get_by_text(LEFT)).to_have_count(2)
    expect(page.locator("#title")).to_have_value("Et nyt tag på hallen")
    expect(page.locator("[name=point]").nth(1)).to_have_value("at det sker til foråret")
    save(page)
    expect(page.get_by_text("Indstillingen er gemt.")).to_be_visible()
    assert points(section) == ["at taget skiftes", "at det sker til foråret"]
    page.get_by_role("button", name="Gem titlen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Et nyt tag på hallen")
    page.wait_for_function("localStorage.length === 0")


def test_what_comes_back_overwrites_nobody(page: Page, section: Section, there: World) -> None:
    point(page, 0, "at taget skiftes")
    item = Item.objects.unguarded(WHY).get(pk=section.item_id)
    set_points(there.karen, item, ["at taget tættes"], "Direktøren")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_text(LEFT)).to_be_visible()
    save(page)
    expect(page.get_by_text("at taget tættes")).to_be_visible()
    assert points(section) == ["at taget tættes"]


def test_what_comes_back_can_be_forgotten(page: Page) -> None:
    point(page, 0, "at taget skiftes")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.get_by_role("button", name="Glem det").click()
    expect(page.get_by_text(LEFT)).to_have_count(0)
    page.wait_for_function("localStorage.length === 0")
    expect(page.locator("[name=point]").first).not_to_have_value("at taget skiftes")


def test_logging_out_wipes_it(page: Page) -> None:
    point(page, 0, "at taget skiftes")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Log ud").click()
    page.wait_for_url("**/log-ind/**")
    assert kept(page) == ""
