"""The secretary's and the administrator's pages in a real browser: nothing for axe to find, and narrow as a phone."""

from datetime import date, time

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.commands import series
from sagsgang.core.commands.organisation import add_step
from sagsgang.core.models import Unit
from sagsgang.core.models.series import Openness, Rule
from sagsgang.paper.model import ItemType
from tests.core.world import World, case, meeting
from tests.desk.logged_in import window
from tests.looking import look_through

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_secretarys_pages(
    browser: Browser, live_server: LiveServer, there: World, scheme: str
) -> None:
    meeting(there.board)
    for title in ("Godkendelse af dagsorden", "Eventuelt"):
        series.add_series(
            there.lis,
            there.board,
            case(there, title),
            title=title,
            item_type=ItemType.INFORMATION,
            access=Openness.BODY,
            rule=Rule.FIRST,
            since=date(2026, 1, 1),
        )
    page = window(browser, live_server, there.lis, color_scheme=scheme)
    for address in (f"/arbejde/moeder/faste-punkter/{there.board.id}/", "/arbejde/moeder/planlaeg-aar/"):
        page.goto(address)
        look_through(page, address)


def test_a_year_is_seen_and_made_by_keyboard(browser: Browser, live_server: LiveServer, there: World) -> None:
    there.board.start = time(9)
    there.board.save()
    page = window(browser, live_server, there.lis, color_scheme="light")
    page.goto(f"/arbejde/moeder/planlaeg-aar/?udvalg={there.board.id}")
    page.get_by_label("Ugedag").select_option("3")
    page.get_by_role("button", name="Vis dagene").press("Enter")
    expect(page.get_by_text("Kristi himmelfartsdag")).to_be_visible()
    look_through(page, "the days")
    page.get_by_role("button", name="Opret").press("Enter")
    expect(page.get_by_text("møder er planlagt")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_administrators_pages(
    browser: Browser, live_server: LiveServer, there: World, scheme: str
) -> None:
    add_step(there.rut, there.board, "Direktør")
    Unit.objects.create(name="Økonomi", since=date(2026, 1, 1))
    page = window(browser, live_server, there.rut, color_scheme=scheme)
    below = ("udvalg/numre/", "udvalg/kle/", f"udvalg/{there.board.id}/", "personer/", "udvalg/")
    for address in (f"/arbejde/{one}" for one in below):
        page.goto(address)
        look_through(page, address)


def test_the_keyboard_is_not_led_from_giving_a_role_to_taking_it_back(
    browser: Browser, live_server: LiveServer, there: World
) -> None:
    page = window(browser, live_server, there.rut)
    page.goto(f"/arbejde/personer/{there.mads.person}/")
    give = page.get_by_role("button", name="Giv rollen")
    give.press("Enter")
    expect(page.get_by_role("button", name="Tag tilbage")).to_have_count(1)
    expect(give).to_be_focused()
