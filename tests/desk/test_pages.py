"""Each page of the table, as each of the cast; a new page of the house without a line fails."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sagsgang.desk.paths import house
from sagsgang.paper.model import Access
from tests.core.world import CANARY, World, item, world
from tests.desk.logged_in import browser
from tests.desk.pages import HOUSE, PAGES, Page, cast

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture
def there(settings: object, tmp_path: Path) -> World:
    settings.INTAKE = tmp_path / "intake"  # type: ignore[attr-defined]
    return world()


def test_every_page_of_the_house_has_a_line() -> None:
    assert {path.name for path in house.paths} == {page.name for page in HOUSE}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_there_for_those_of_its_line_and_for_nobody_else(there: World, page: Page) -> None:
    address = page.address(there)
    answers = {name: browser(who).get(address).status_code for name, who in cast(there)}
    assert answers == {name: 200 if name in page.seen_by else 404 for name, _ in cast(there)}


def test_an_address_for_forms_alone_says_so_to_whoever_opens_it(there: World) -> None:
    address = f"/arbejde/punkter/{item(there, there.board).id}/close/"
    answer = browser(there.karen).get(address, headers={"accept": "text/html"})
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Til mit bord" in answer.content.decode()
    assert browser(there.karen).get(address, headers={"accept": "application/json"}).content == b""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_asks_whoever_is_logged_out_to_log_in(client: Client, there: World, page: Page) -> None:
    answer = client.get(page.address(there))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/log-ind/?next=")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_takes_few_queries(there: World, page: Page) -> None:
    for name, who in cast(there):
        if name in page.seen_by:
            client, address = browser(who), page.address(there)
            client.get(address)  # the first reading of something closed is noted
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            assert len(queries) <= MOST_QUERIES, (name, [one["sql"] for one in queries])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nobody_reads_of_a_draft_that_is_not_theirs(there: World, page: Page) -> None:
    item(there, there.board, access=Access.CLOSED, title=f"{CANARY} kladde")
    address = page.address(there)
    for name, who in cast(there):
        if name in page.seen_by - {"karen", "lis"}:
            assert CANARY not in browser(who).get(address).content.decode(), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_store_keeps_a_page_of_the_desk(there: World, page: Page) -> None:
    for name, who in cast(there):
        if name in page.seen_by:
            assert "no-store" in browser(who).get(page.address(there))["Cache-Control"]


@pytest.mark.parametrize("address", ["/arbejde/punkter/99999999/", "/arbejde/findes/ikke/", "/arbejde/udvalg/"])
def test_a_page_that_is_not_ones_own_has_a_way_back_and_tells_nothing(there: World, address: str) -> None:
    hidden = item(there, there.board, access=Access.CLOSED)
    theirs = browser(there.per).get(f"/arbejde/punkter/{hidden.id}/")
    answer = browser(there.per).get(address)
    assert answer.status_code == 404
    page = answer.content.decode()
    assert 'href="/arbejde/"' in page
    assert "Hovedmenu" in page
    body = page.split("<main")[1]
    assert body == theirs.content.decode().split("<main")[1]


def test_a_page_that_is_nowhere_tells_nobody_who_is_logged_out(client: Client) -> None:
    assert client.get("/arbejde/findes/ikke/")["Location"].startswith("/log-ind/?next=")
