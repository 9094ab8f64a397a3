"""Pages of lists: forth and back, by link and by number, counted, and no dearer where there is more."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sagsgang.archive.models import Audience, Trace
from sagsgang.archive.publish import publish, publish_all
from sagsgang.oparl import lists
from tests.oparl.crawl import HOST, LISTS, Object
from tests.portal.papers import FILES, FINANCE, any_other, harbour, paper

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BODY = "/oparl/v1.1/body/solbjerg-kommune"
ITEMS = f"{BODY}/agendaitem"
SINCE = "modified_since=2000-01-01T00:00:00%2B01:00"


def told(client: Client, address: str) -> Object:
    found: Object = client.get(address.removeprefix(HOST)).json()
    return found


def ids(page: Object) -> list[str]:
    return [one["id"] for one in page["data"]]


def walked(client: Client, address: str, link: str) -> list[Object]:
    pages = [told(client, address)]
    while following := pages[-1]["links"].get(link):
        pages.append(told(client, following))
    return pages


@pytest.mark.parametrize("query", ["limit=3", f"limit=3&{SINCE}", "limit=3&omit_internal=true", "limit=100"])
def test_the_way_back_is_the_way_forth(client: Client, world: None, query: str) -> None:
    forth = walked(client, f"{ITEMS}?{query}", "next")
    back = walked(client, forth[0]["links"]["last"], "prev")
    assert [ids(page) for page in reversed(back)] == [ids(page) for page in forth]
    assert "prev" not in forth[0]["links"]
    assert "next" not in back[0]["links"]


def test_every_page_says_which_of_how_many_it_is(client: Client, world: None) -> None:
    pages = walked(client, f"{ITEMS}?limit=3", "next")
    total = sum(len(page["data"]) for page in pages)
    for number, page in enumerate(pages, 1):
        assert page["pagination"] == {
            "elementsPerPage": 3,
            "totalElements": total,
            "totalPages": len(pages),
            "currentPage": number,
        }


def test_every_page_has_one_address_of_its_own(client: Client, world: None) -> None:
    pages = walked(client, f"{ITEMS}?limit=3", "next")
    for number, page in enumerate(pages, 1):
        assert told(client, page["links"]["self"]) == page
        assert told(client, f"{ITEMS}?limit=3&page={number}") == page
        for link in ("first", "prev", "next", "last"):
            if link in page["links"]:
                there = told(client, page["links"][link])
                assert there["links"]["self"] == page["links"][link]


def test_behind_the_last_page_there_is_nothing(client: Client, world: None) -> None:
    page = told(client, f"{ITEMS}?limit=3&page=99")
    assert page["data"] == []
    assert not {"next", "prev"} & set(page["links"])


def test_a_place_in_the_list_without_a_number_is_a_page_that_nobody_counted(client: Client, world: None) -> None:
    second = told(client, f"{ITEMS}?limit=3")["links"]["next"]
    page = told(client, second.replace("page=2&", ""))
    assert ids(page) == ids(told(client, second))
    assert "currentPage" not in page["pagination"]
    assert ids(told(client, page["links"]["prev"])) == ids(told(client, f"{ITEMS}?limit=3"))


def test_what_has_come_and_gone_is_counted_at_once(client: Client, world: None) -> None:
    before = told(client, ITEMS)["pagination"]["totalElements"]
    minutes = paper(
        FINANCE, date(2025, 9, 1), harbour("1", date(2025, 9, 1), FINANCE), any_other("2", FINANCE, date(2025, 9, 1))
    )
    publish(minutes, Audience.STREET, FILES)
    assert told(client, ITEMS)["pagination"]["totalElements"] == before + 2
    publish(replace(minutes, items=minutes.items[:1]), Audience.STREET, FILES)
    assert told(client, ITEMS)["pagination"]["totalElements"] == before + 1


def test_a_list_too_long_to_be_counted_has_its_pages_all_the_same(
    client: Client, world: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = walked(client, f"{ITEMS}?limit=3", "next")
    cache.clear()
    monkeypatch.setattr(lists, "COUNTED", 4)
    pages = walked(client, f"{ITEMS}?limit=3", "next")
    assert [ids(page) for page in pages] == [ids(page) for page in counted]
    assert pages[1]["pagination"] == {"elementsPerPage": 3, "currentPage": 2}
    assert not any("last" in page["links"] for page in pages)
    assert client.get(f"{ITEMS}?limit=3&page=4").status_code == 400


@pytest.mark.slow
def test_thirty_rows_cost_no_more_questions_than_three(client: Client, world: None) -> None:
    days = [date(2021, month, day) for month in range(1, 12) for day in (1, 8, 15)]
    publish_all(
        [paper(FINANCE, day, harbour("1", day, FINANCE), any_other("2", FINANCE, day)) for day in days],
        Audience.STREET,
        FILES,
    )
    body = told(client, BODY)
    for address in ("/oparl/v1.1/body", *(body[name] for name in LISTS)):
        costs = []
        for limit in (3, 30):
            told(client, f"{address}?limit={limit}")
            with CaptureQueriesContext(connection) as asked:
                told(client, f"{address}?limit={limit}")
            costs.append(len(asked))
        assert costs[1] <= costs[0], (address, costs)


def test_a_page_in_the_order_of_changes_begins_where_the_one_before_ended(client: Client, world: None) -> None:
    moment = Trace.objects.earliest("modified").modified
    Trace.objects.update(modified=moment)
    pages = walked(client, f"{ITEMS}?limit=2&{SINCE}", "next")
    assert len({one for page in pages for one in ids(page)}) == sum(len(page["data"]) for page in pages)
