"""The meeting in a real browser: by keyboard alone, narrow as a phone, and with nothing for axe to find."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.commands.my_calendar import renew
from sagsgang.core.models import Decision, Item, Meeting
from sagsgang.core.states import ItemState, MeetingState
from tests.core.world import WHY, World
from tests.desk.logged_in import window
from tests.desk.meeting_world import filled
from tests.looking import look_through

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


def addresses(meeting: Meeting, item: Item) -> tuple[list[str], list[str]]:
    """The secretary's pages, and the member's."""
    at, read = f"/arbejde/moeder/{meeting.id}/", f"/arbejde/mine-moeder/{meeting.id}/"
    mine = [at, f"{at}eftersyn/", f"{at}forhaandsvisning/", f"{at}referat/", f"{at}punkt/{item.id}/"]
    both = ["/arbejde/soeg/?q=svømmehal", "/arbejde/moeder/", "/arbejde/opfoelgning/", "/arbejde/hvor-er-sagen/"]
    own = ["/arbejde/mine-moeder/", "/arbejde/mine-moeder/beslutninger/", "/arbejde/kalender/"]
    return [*both, *mine], [*own, read, f"{read}nu/"]


def test_an_item_is_decided_by_keyboard_and_its_promise_shown_meanwhile(
    browser: Browser, live_server: LiveServer, there: World
) -> None:
    meeting, (first, second) = filled(there, MeetingState.RUNNING)
    page = window(browser, live_server, there.lis)
    page.goto(f"/arbejde/moeder/{meeting.id}/punkt/{first.id}/")
    page.keyboard.press("Alt+1")
    expect(page.locator("#tekst")).to_have_value("Godkendt.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/punkt/{second.id}/")
    assert Item.objects.unguarded(WHY).get(pk=first.pk).state == ItemState.DECIDED
    page.keyboard.press("F2")
    page.keyboard.type("Drøftet. Der udarbejdes et notat inden den 1. maj 2027.")
    expect(page.locator("[data-promises] form")).to_have_count(1)
    expect(page.locator("#udfald")).to_have_value("discussed")
    page.keyboard.press("Alt+PageUp")
    page.wait_for_url(f"**/punkt/{first.id}/")


def test_a_decision_may_hold_a_table(browser: Browser, live_server: LiveServer, there: World) -> None:
    meeting, (first, _) = filled(there, MeetingState.RUNNING)
    page = window(browser, live_server, there.lis)
    page.goto(f"/arbejde/moeder/{meeting.id}/punkt/{first.id}/")
    page.locator("#tekst").fill("Godkendt således:")
    page.get_by_role("button", name="Tabel").press("Enter")
    for word in ("Tag", "Tab", "500"):
        page.keyboard.press(word) if word == "Tab" else page.keyboard.type(word)
    expect(page.locator("#tekst")).to_have_value("Godkendt således:\n\nTag\t500\t")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda address: f"punkt/{first.id}/" not in address)
    assert Decision.objects.unguarded(WHY).get(item=first).text == "Godkendt således:\n\nTag\t500\t"


def test_the_agenda_is_ordered_by_keyboard(browser: Browser, live_server: LiveServer, there: World) -> None:
    meeting, (first, second, third) = filled(there, MeetingState.PLANNED, 3)
    page = window(browser, live_server, there.lis)
    page.goto(f"/arbejde/moeder/{meeting.id}/")
    page.locator(f'[data-item="{third.id}"]').focus()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("[data-order-state]")).to_contain_text("Gemt")
    order = Item.objects.unguarded(WHY).filter(meeting=meeting).order_by("position").values_list("id", flat=True)
    assert list(order) == [third.id, first.id, second.id]


def test_the_keyboard_stays_at_the_button_that_was_pressed(
    browser: Browser, live_server: LiveServer, there: World
) -> None:
    meeting, (first, second, _) = filled(there, MeetingState.PLANNED, 3)
    page = window(browser, live_server, there.lis)
    page.goto(f"/arbejde/moeder/{meeting.id}/")
    up = page.locator(f'button[name="up"][value="{second.id}"]')
    up.press("Enter")
    expect(up).to_be_disabled()
    expect(page.locator(f'[data-item="{second.id}"]')).to_be_focused()
    off = page.locator('button[formaction$="unschedule/"]')
    off.nth(1).press("Enter")
    expect(off).to_have_count(2)
    expect(off.nth(1)).to_be_focused()
    assert not Item.objects.unguarded(WHY).filter(meeting=meeting, id=first.id).exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_no_page_is_wider_than_a_phone(
    browser: Browser, live_server: LiveServer, there: World, scheme: str
) -> None:
    meeting, items = filled(there, MeetingState.RUNNING)
    renew(there.mads)
    for who, pages in zip((there.lis, there.mads), addresses(meeting, items[0]), strict=True):
        page = window(browser, live_server, who, color_scheme=scheme)
        for address in pages:
            page.goto(address)
            look_through(page, address)
