"""Files are sent one by one in a real browser: each that is refused is named, and nothing typed is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from sagsgang.core.models import Item
from tests.core.world import World
from tests.desk.logged_in import window
from tests.desk.writing_world import draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


@pytest.fixture
def item(there: World) -> Item:
    return draft(there)


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, there: World, item: Item, settings: Settings) -> Iterator[Page]:
    """Karen before her draft, in a house that takes files of two kilobytes."""
    settings.ATTACHMENT_LIMIT = 2_000
    opened = window(browser, live_server, there.karen)
    opened.goto(f"/arbejde/punkter/{item.id}/")
    yield opened
    opened.context.close()


def file(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def test_each_file_that_is_refused_is_named_and_the_others_are_laid(page: Page) -> None:
    page.locator("#title").fill("Endnu ikke gemt")
    page.locator("#files").set_input_files(
        [file("et.txt", b"Et"), file("farlig.exe", b"MZ"), file("stor.txt", b"a" * 3_000), file("to.txt", b"To")]
    )
    state = page.locator("[data-upload-state]")
    expect(state.locator("li")).to_have_count(2)
    expect(state).to_contain_text("farlig.exe: (.exe) Filen er et program")
    expect(state).to_contain_text("stor.txt: Filen er større end")
    expect(page.locator(".files .file")).to_have_count(2)
    expect(page.locator("#title")).to_have_value("Endnu ikke gemt")


def test_a_file_that_does_not_get_through_is_told_and_may_be_sent_again(page: Page) -> None:
    page.context.set_offline(True)
    page.locator("#files").set_input_files([file("et.txt", b"Et")])
    expect(page.locator("[data-upload-state]")).to_contain_text("et.txt: Filen kom ikke frem. Prøv igen.")
    page.context.set_offline(False)
    page.locator("#files").set_input_files([file("et.txt", b"Et")])
    expect(page.locator(".files .file")).to_have_count(1)
    expect(page.locator("[data-upload-state]")).to_have_text("1 bilag er lagt på.")
