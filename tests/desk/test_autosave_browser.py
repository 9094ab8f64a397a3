"""Saving while one types, in a real browser: also when the network goes, the login ends, or another one writes."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.commands.items import write_section
from sagsgang.core.models import Section
from tests.core.world import WHY, World
from tests.desk.logged_in import browser as logged_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


def form(page: Page, section: Section) -> str:
    return f"#afsnit-{section.id}"


def write(page: Page, section: Section, text: str) -> None:
    page.locator(f"{form(page, section)} textarea").fill(text)


def told(page: Page, section: Section, words: str) -> None:
    expect(page.locator(f"{form(page, section)} [data-saved]")).to_contain_text(words)


def stands(section: Section) -> str:
    return Section.objects.unguarded(WHY).get(pk=section.pk).text


def kept(page: Page) -> list[str]:
    """What lies in the browser."""
    found = page.evaluate("Object.entries(localStorage).map(([name, value]) => name + value)")
    return [str(one) for one in found]


def test_a_text_saves_itself_and_nothing_stays_behind(page: Page, section: Section) -> None:
    missing = page.locator(f".lacks a[href='#afsnit-{section.id}']")
    expect(missing).to_have_count(1)
    write(page, section, "Første udkast")
    told(page, section, "Gemt kl. ")
    assert stands(section) == "Første udkast"
    write(page, section, "Andet udkast")
    expect(page.locator(f"{form(page, section)} [name=version]")).to_have_value("2")
    assert stands(section) == "Andet udkast"
    assert kept(page) == []
    expect(missing).to_have_count(0)


def test_without_a_network_the_text_is_kept_unreadable_and_sent_when_it_is_back(page: Page, section: Section) -> None:
    page.context.set_offline(True)
    write(page, section, "Skrevet i toget")
    told(page, section, "Ingen forbindelse")
    assert stands(section) == ""
    assert len(kept(page)) == 1
    assert "toget" not in kept(page)[0]
    page.context.set_offline(False)
    told(page, section, "Gemt kl. ")
    assert stands(section) == "Skrevet i toget"
    assert kept(page) == []


def test_a_text_survives_that_the_page_is_lost_before_it_was_saved(page: Page, section: Section) -> None:
    page.route("**/afsnit/*/", lambda route: route.abort())
    write(page, section, "Næsten tabt")
    told(page, section, "Ingen forbindelse")
    page.on("dialog", lambda dialog: dialog.accept())
    page.unroute("**/afsnit/*/")
    page.reload()
    expect(page.locator(f"{form(page, section)} textarea")).to_have_value("Næsten tabt")
    told(page, section, "Gemt kl. ")
    assert stands(section) == "Næsten tabt"


def test_after_the_login_has_ended_the_text_is_saved_by_the_next_one(
    page: Page, section: Section, there: World, live_server: LiveServer
) -> None:
    page.context.clear_cookies(name="sessionid")
    page.context.clear_cookies(name="csrftoken")
    write(page, section, "Skrevet for sent")
    told(page, section, "Du er logget ud")
    assert stands(section) == ""
    cookie = logged_in(there.karen).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.evaluate("dispatchEvent(new Event('focus'))")
    told(page, section, "Gemt kl. ")
    assert stands(section) == "Skrevet for sent"


def test_the_second_who_writes_is_told_and_chooses(page: Page, section: Section, there: World) -> None:
    write_section(there.karen, section, "Fra den anden maskine", 0)
    write(page, section, "Fra denne")
    told(page, section, "Karen har rettet teksten imens")
    assert stands(section) == "Fra den anden maskine"
    expect(page.locator("[data-theirs]")).to_have_text("Fra den anden maskine")
    page.get_by_role("button", name="Behold min tekst").click()
    told(page, section, "Gemt kl. ")
    assert stands(section) == "Fra denne"


def test_logging_out_wipes_what_is_kept(page: Page, section: Section) -> None:
    page.route("**/afsnit/*/", lambda route: route.abort())
    write(page, section, "Hemmeligt")
    told(page, section, "Ingen forbindelse")
    assert kept(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Log ud").click()
    page.wait_for_url("**/log-ind/**")
    assert kept(page) == []


def test_logging_out_from_a_page_that_saves_nothing_wipes_what_is_kept_too(page: Page, section: Section) -> None:
    page.route("**/afsnit/*/", lambda route: route.abort())
    write(page, section, "Hemmeligt")
    told(page, section, "Ingen forbindelse")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/arbejde/")
    assert page.locator("script:not([src*=place])").count() == 0
    assert kept(page)
    page.get_by_role("button", name="Log ud").click()
    page.wait_for_url("**/log-ind/**")
    assert kept(page) == []


def test_what_is_pasted_from_word_becomes_a_list(page: Page, section: Section) -> None:
    page.locator(f"{form(page, section)} textarea").evaluate(
        """area => {
          const data = new DataTransfer();
          data.setData("text/html", "<ul><li>Taget</li><li>Væggene</li></ul>");
          area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(page.locator(f"{form(page, section)} textarea")).to_have_value("- Taget\n- Væggene")
    told(page, section, "Gemt kl. ")
    assert stands(section) == "- Taget\n- Væggene"
