"""Suggestions while somebody types: what is offered, and the box that offers it in a real browser."""

from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect
from pytest_django import DjangoAssertNumQueries
from pytest_django.live_server_helper import LiveServer

from sagsgang.archive import search
from tests.archive.search.shelf import Placed, lay
from tests.looking import context, violations

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_indexed(db: None) -> None:
    """The index has tables of its own, which a test with real transactions leaves as they are."""
    search.rebuild()


def offered(client: Client, **query: str) -> list[dict[str, Any]]:
    answer = client.get("/soeg/forslag", query)
    assert answer["Content-Type"] == "application/json"
    return list(answer.json()["suggestions"])


def test_words_bodies_and_cases_are_offered_with_their_addresses(client: Client, world: None) -> None:
    assert offered(client, q="helhed") == [
        {"kind": "Søg", "text": "helhedsplan", "about": "", "address": "/soeg/?q=helhedsplan"},
        {
            "kind": "Sag",
            "text": "Helhedsplan for den gamle havn",
            "about": "999-2024-1204",
            "address": "/sager/999-2024-1204/",
        },
    ]
    assert offered(client, q="økonomi") == [
        {"kind": "Udvalg", "text": "Økonomiudvalget", "about": "", "address": "/udvalg/oekonomiudvalget/"}
    ]


def test_in_english_offers_lead_to_english_pages(client: Client, world: None) -> None:
    assert offered(client, q="helhed", sprog="en")[1]["address"] == "/en/sager/999-2024-1204/"


def test_at_most_eight_are_offered_in_at_most_three_queries(
    client: Client, world: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    search.index(lay(Placed(title=f"Mole og molehoved {part}", case_number=f"999-{part}") for part in range(20)))
    with django_assert_max_num_queries(3):
        assert len(offered(client, q="mol")) == 8


@pytest.mark.parametrize("typed", ["", "x", "<b>", "rumfart"])
def test_nothing_to_offer_is_an_empty_list(client: Client, world: None, typed: str) -> None:
    assert offered(client, q=typed) == []


def test_only_who_asks_may_keep_the_answer(client: Client, world: None) -> None:
    assert client.get("/soeg/forslag?q=havn")["Cache-Control"] == "private, max-age=60"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.xdist_group("browser")
class TestInABrowser:
    """The box on the pages, by the keyboard."""

    @pytest.mark.parametrize(("path", "width"), [("/", 1280), ("/moeder/", 320), ("/soeg/?q=havn", 1280)])
    def test_the_list_opens_is_walked_and_closes(
        self, browser: Browser, live_server: LiveServer, world: None, path: str, width: int
    ) -> None:
        with context(browser, width=width) as window:
            page = window.new_page()
            faults: list[str] = []
            page.on("pageerror", lambda fault: faults.append(str(fault)))
            page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
            page.goto(live_server.url + path)
            box = page.locator('[role="combobox"]')
            box.fill("")
            box.press_sequentially("helhed")
            options = page.locator('.suggest [role="option"]')
            expect(options).to_have_count(2)
            expect(box).to_have_attribute("aria-expanded", "true")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            box.press("ArrowDown")
            box.press("ArrowDown")
            expect(options.nth(1)).to_have_attribute("aria-selected", "true")
            expect(box).to_have_attribute("aria-activedescendant", str(options.nth(1).get_attribute("id")))
            box.press("Escape")
            expect(box).to_have_attribute("aria-expanded", "false")
            expect(box).to_have_value("helhed")
            box.press_sequentially("s")
            expect(box).to_have_attribute("aria-expanded", "true")
            expect(options).to_have_count(2)
            box.press("ArrowUp")
            box.press("Enter")
            page.wait_for_url("**/sager/999-2024-1204/")
            assert faults == []

    def test_enter_with_nothing_chosen_searches_as_ever(
        self, browser: Browser, live_server: LiveServer, world: None
    ) -> None:
        with context(browser) as window:
            page = window.new_page()
            page.goto(live_server.url)
            box = page.locator('[role="combobox"]')
            box.press_sequentially("helhed")
            expect(page.locator('.suggest [role="option"]')).to_have_count(2)
            box.press("Enter")
            page.wait_for_url("**/soeg/?q=helhed")
