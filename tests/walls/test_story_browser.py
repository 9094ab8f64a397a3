"""A case goes its whole way in a real browser, on the demo's house: from the first word to the next board.

On the way axe looks at each page in both themes, wide and narrow, and no page may scroll sideways.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.models import Followup, Item, Meeting
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.demo.work.play import play
from sagsgang.demo.work.town import Town
from tests.walls import window as windows
from tests.walls.window import PHONE, WIDE, looked_at, press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]
WHY = "a test looks behind the curtain"
TITLE = "Udlån af ladcykler på biblioteket"
MOST_TABS = 150
Window = Callable[..., Page]


@pytest.fixture
def town(transactional_db: None, settings: Settings, tmp_path: Path) -> Town:
    settings.DOCUMENTS, settings.FILES = tmp_path / "documents", tmp_path / "files"
    return play(timezone.localdate())


@pytest.fixture
def window(browser: Browser, live_server: LiveServer, town: Town) -> Window:
    def opened(name: str, size: ViewportSize = WIDE) -> Page:
        return windows.window(browser, live_server, town[name], size)

    return opened


def tab_to(page: Page, selector: str) -> None:
    """By the Tab key alone, as somebody without a mouse."""
    here = "one => document.activeElement.matches(one)"
    for _ in range(MOST_TABS):
        if page.evaluate(here, selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached by keyboard on {page.url}")


def the_item() -> Item:
    return Item.objects.unguarded(WHY).get(public_title=TITLE, previous=None)


def test_a_case_goes_its_whole_way(window: Window, town: Town) -> None:
    writes(window("Karen"))
    approves(window("Bo", PHONE))
    meeting = announces(window("Lis"), town)
    lis = window("Lis")
    begins_and_minutes(lis, meeting)
    closes(lis, meeting)
    signs(window("Mads"), meeting)
    publishes(lis, meeting)
    stands_on_the_portal(window("Karen"), meeting)
    goes_on(lis, town)


def writes(karen: Page) -> None:
    karen.goto("/arbejde/")
    looked_at(karen)
    karen.goto("/arbejde/sager/ny/")
    looked_at(karen)
    karen.get_by_label("Titel").fill(TITLE)
    karen.get_by_label("Hvor skal sagen behandles først?").select_option(label="Direktionen")
    karen.get_by_role("group").get_by_label("Økonomiudvalget").check()
    karen.locator("main form.narrow button.button").last.click()
    expect(karen.get_by_role("heading", level=1)).to_have_text(TITLE)
    karen.get_by_label("Hvem indstiller?").fill("Kulturchefen")
    karen.get_by_label("Punkt 1").fill("at biblioteket låner to ladcykler ud")
    press(karen, "Gem indstillingen")
    expect(karen.get_by_label("Punkt 2")).to_be_visible()
    for text in karen.locator("form[data-autosave]").all():
        text.locator("textarea").fill("Cyklerne lånes ud i tre timer ad gangen.")
        expect(text.locator("[data-saved]")).to_contain_text("Gemt kl. ")
    karen.set_input_files(
        "#files", {"name": "vilkår.txt", "mimeType": "text/plain", "buffer": "Vilkår for lån.".encode()}
    )
    expect(karen.get_by_text("1 bilag er lagt på.")).to_be_visible()
    expect(karen.get_by_role("link", name="vilkår")).to_be_visible()
    looked_at(karen)
    press(karen, "Send til godkendelse")
    expect(karen.get_by_text("Punktet er sendt til godkendelse.")).to_be_visible()


def approves(bo: Page) -> None:
    bo.goto("/arbejde/til-godkendelse/")
    card = bo.locator("li.card", has_text=TITLE)
    expect(card).to_contain_text("at biblioteket låner to ladcykler ud")
    looked_at(bo)
    card.get_by_role("button", name="Godkend", exact=True).click()
    expect(bo.get_by_text("Punktet er godkendt og klar til en dagsorden.")).to_be_visible()
    expect(bo.locator("li.card", has_text=TITLE)).to_have_count(0)


def announces(lis: Page, town: Town) -> Meeting:
    planned = Meeting.objects.visible_to(town["Lis"]).filter(state=MeetingState.PLANNED)
    meeting = planned.get(body=town.bodies["Direktionen"])
    lis.goto(f"/arbejde/moeder/{meeting.id}/")
    lis.locator("ul.todo li", has_text=TITLE).get_by_role("button").click()
    expect(lis.locator("ol.agenda li", has_text=TITLE)).to_be_visible()
    looked_at(lis)
    lis.get_by_role("link", name="Til eftersyn og udsendelse").click()
    looked_at(lis)
    while lis.locator("li.finding").count():
        left = lis.locator("li.finding").count()
        lis.locator("li.finding summary").first.click()
        lis.locator("li.finding input[name=reason]").first.fill("Set efter")
        lis.locator("li.finding").first.get_by_role("button").click()
        expect(lis.locator("li.finding")).to_have_count(left - 1)
    lis.goto(f"/arbejde/moeder/{meeting.id}/forhaandsvisning/")
    looked_at(lis)
    lis.goto(f"/arbejde/moeder/{meeting.id}/eftersyn/")
    press(lis, "Udsend dagsordenen")
    expect(lis.get_by_role("button", name="Begynd mødet")).to_be_visible()
    press(lis, "Begynd mødet")
    lis.wait_for_url("**/punkt/*/")
    return meeting


def begins_and_minutes(lis: Page, meeting: Meeting) -> None:
    """By keyboard only, item after item."""
    lis.goto(f"/arbejde/moeder/{meeting.id}/punkt/{the_item().id}/")
    lis.keyboard.press("F2")
    lis.keyboard.type("Anbefales. Kulturchefen udarbejder en evaluering inden den 1. juni 2027.")
    expect(lis.locator("[data-promises] form")).to_have_count(1)
    expect(lis.locator("#udfald")).to_have_value("recommended")
    looked_at(lis)
    lis.keyboard.press("Control+Enter")
    expect(lis.get_by_text("Bekræft hver aftale, før I går videre.")).to_be_visible()
    tab_to(lis, "#hvem-1")
    lis.keyboard.type("Karen")
    tab_to(lis, "[data-promises] form button")
    lis.keyboard.press("Enter")
    expect(lis.get_by_text("Aftalen står på listen over opfølgning.")).to_be_visible()
    count = lis.locator(".live-items .stop").count()
    lis.keyboard.press("Alt+PageDown")
    for number in range(2, count + 1):
        expect(lis.locator(".live-title h2")).to_contain_text(f"{number}. ")
        expect(lis.locator("#tekst")).to_have_value("")
        lis.keyboard.press("Alt+1")
        expect(lis.locator("[data-saved]").first).to_contain_text("Gemt kl. ")
        lis.keyboard.press("Control+Enter")
        expect(lis.get_by_text(f"Punkt {number} er besluttet.")).to_be_visible()
    expect(lis.get_by_text("mangler en beslutning")).to_have_count(0)


def closes(lis: Page, meeting: Meeting) -> None:
    lis.fill("#slut", "10:40")  # which keys set a time differs from browser to browser
    tab_to(lis, ".close-meeting button")
    lis.keyboard.press("Enter")
    lis.wait_for_url(f"**/moeder/{meeting.id}/referat/")
    looked_at(lis)


def signs(mads: Page, meeting: Meeting) -> None:
    mads.goto("/arbejde/mine-moeder/")
    looked_at(mads)
    mads.goto(f"/arbejde/mine-moeder/{meeting.id}/")
    expect(mads.get_by_role("article").filter(has_text=TITLE)).to_contain_text("Anbefales.")
    looked_at(mads)
    press(mads, "Jeg godkender referatet")
    expect(mads.get_by_text("Du har godkendt referatet.").first).to_be_visible()


def publishes(lis: Page, meeting: Meeting) -> None:
    lis.goto(f"/arbejde/moeder/{meeting.id}/referat/")
    while lis.locator(".signers form button").count():
        left = lis.locator(".signers form button").count()
        lis.locator(".signers form button").first.click()
        expect(lis.locator(".signers form button")).to_have_count(left - 1)
    press(lis, "Afslut referatet")
    expect(lis.get_by_text("Sagen er sendt videre til ")).to_be_visible()
    press(lis, "Offentliggør referatet")
    expect(lis.get_by_text("Referatet er offentliggjort.")).to_be_visible()
    looked_at(lis)


def stands_on_the_portal(anybody: Page, meeting: Meeting) -> None:
    anybody.context.clear_cookies()
    anybody.goto(f"/moeder/direktionen/{meeting.date:%Y-%m-%d}/punkt/{the_item().number}/")
    expect(anybody.get_by_role("heading", level=1)).to_contain_text(TITLE)
    expect(anybody.get_by_text("Anbefales.").first).to_be_visible()
    looked_at(anybody)


def goes_on(lis: Page, town: Town) -> None:
    """The case stands on the committee's list, and what was promised on the list of what to follow."""
    next_treatment = Item.objects.unguarded(WHY).get(public_title=TITLE, body=town.bodies["Økonomiudvalget"])
    assert next_treatment.state in {ItemState.APPROVED, ItemState.IN_REVIEW}
    assert Followup.objects.unguarded(WHY).get(item=the_item()).owner_id == town.people["Karen"].id
    planned = Meeting.objects.visible_to(town["Lis"]).filter(state=MeetingState.PLANNED)
    coming = planned.filter(body=town.bodies["Økonomiudvalget"]).earliest("date")
    lis.goto(f"/arbejde/moeder/{coming.id}/")
    expect(lis.locator("main li", has_text=TITLE)).to_be_visible()
    for address in ("/arbejde/hvor-er-sagen/", "/arbejde/opfoelgning/", f"/arbejde/sager/{the_item().case_id}/"):
        lis.goto(address)
        expect(lis.get_by_text(TITLE).first).to_be_visible()
        looked_at(lis)
