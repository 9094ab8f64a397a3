"""The working house in English: chosen with a button, kept in the browser, with no Danish left in its own words."""

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from sagsgang.core.act import Refused
from scripts.messages import CATALOGUE
from tests.core.world import World, world
from tests.desk.logged_in import browser
from tests.desk.pages import PAGES, Page

pytestmark = pytest.mark.django_db
_READ_OUT = ("aria-label", "title", "placeholder", "alt")
# What papers themselves say: headings of sections stay Danish, as the papers do.
_OF_THE_PAPER = {"Indstillinger", "Sagsfremstilling", "Økonomiske konsekvenser"}


@pytest.fixture
def there(settings: object, tmp_path: Path) -> World:
    settings.INTAKE = tmp_path / "intake"  # type: ignore[attr-defined]
    settings.AUTHORITY = "Solbjerg Kommune"  # type: ignore[attr-defined]
    return world()


def english(client: Client) -> Client:
    """The browser after its person has chosen English."""
    client.post("/sprog/", {"sprog": "en"})
    return client


@pytest.mark.parametrize("page", [page for page in PAGES if page.seen_by], ids=lambda page: page.name)
def test_a_page_in_english_says_nothing_of_its_own_in_danish(there: World, page: Page) -> None:
    address = page.address(there)
    answer = english(browser(getattr(there, min(page.seen_by)))).get(address)
    if answer["Content-Type"].startswith("text/html"):
        assert '<html lang="en"' in answer.text
        assert [said for said in _said(answer.text) if said in _danish()] == []


@pytest.mark.parametrize("address", ["/log-ind/", "/min-konto/", "/adgangskode/", "/min-konto/ekstra-kode/"])
def test_the_pages_of_the_door_are_in_english_too(there: World, address: str) -> None:
    client = Client() if address == "/log-ind/" else browser(there.karen)
    answer = english(client).get(address)
    assert answer.status_code == 200
    assert [said for said in _said(answer.text) if said in _danish()] == []


def test_the_house_is_danish_until_somebody_chooses(there: World) -> None:
    client = browser(there.karen)
    answer = client.get("/arbejde/", headers={"accept-language": "en"})
    assert answer["Content-Language"] == "da"
    assert "Mit bord" in answer.text
    assert english(client).get("/arbejde/")["Content-Language"] == "en"


def test_the_choice_is_made_back_to_danish_on_the_page_where_one_is(there: World) -> None:
    client = english(browser(there.karen))
    answer = client.post("/sprog/", {"sprog": "da", "tilbage": "/arbejde/sager/"})
    assert answer["Location"] == "/arbejde/sager/"
    assert "Mit bord" in client.get("/arbejde/sager/").text


def test_a_choice_leads_to_no_other_site_and_takes_no_other_language(client: Client) -> None:
    answer = client.post("/sprog/", {"sprog": "xx", "tilbage": "https://elsewhere.example/"})
    assert answer["Location"] == "/arbejde/"
    assert not answer.cookies


def test_the_street_keeps_the_language_of_its_address(client: Client) -> None:
    assert english(client).get("/om/")["Content-Language"] == "da"


def test_a_refusal_is_told_in_the_language_of_whoever_tried(there: World) -> None:
    client = english(browser(there.lis))
    answer = client.post("/arbejde/moeder/planlaeg/", {"udvalg": there.board.id, "body": there.board.id}, follow=True)
    assert "Choose a date." in answer.text
    assert str(Refused("Vælg en dato.")) == "Vælg en dato."


def _said(page: str) -> Iterator[str]:
    """Each piece of text, and what is read out."""
    tree = LexborHTMLParser(page)
    for node in tree.root.traverse(include_text=True) if tree.root else ():
        if node.tag == "-text":
            yield re.sub(r"\s+", " ", node.text_content or "").strip()
        for name in _READ_OUT:
            yield html.unescape(node.attributes.get(name) or "") if node.tag != "-text" else ""


@cache
def _danish() -> frozenset[str]:
    """Every message that is another in English."""
    entries = [entry for entry in polib.pofile(str(CATALOGUE)) if entry.msgid != entry.msgstr]
    return frozenset(entry.msgid for entry in entries) - {entry.msgstr for entry in entries} - _OF_THE_PAPER
