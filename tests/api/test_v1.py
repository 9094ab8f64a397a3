"""Our own API: it tells what the pages tell, nothing more, and no question breaks it."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition, Entry, Meeting
from sagsgang.archive.publish import publish, publish_all
from sagsgang.config.wsgi import application
from sagsgang.paper.withdrawn import SAID
from tests.portal.papers import FILES, FINANCE, any_other, closed, harbour, paper, papers

DESCRIBED = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
ADDRESSES = (
    "papers",
    "papers?body=direktionen&kind=minutes&since=2025-01-01&until=2025-12-31&limit=1",
    "items?outcome=approved&access=open",
    "decisions?limit=2",
    "findings",
    "search?q=havn",
    "search?q=havn&body=direktionen&year=2025&outcome=approved",
    "cases/999-2024-1204",
    "papers/oekonomiudvalget/2025-02-03",
    "items/oekonomiudvalget/2025-02-03/1",
)
MISSING = ("papers/x/y", "items/oekonomiudvalget/2025-02-03/99", "cases/999-1999-1", "cases/x", "nothing")
WRONG = (
    "papers?limit=0",
    "papers?limit=101",
    "papers?limit=99999999999999999999999",
    "papers?after=nonsense",
    "papers?kind=x",
    "papers?since=2025-02-30",
    "search",
    "search?q=a&page=0",
    "search?q=a&year=99999999999",
)


def get(client: Client, address: str) -> Any:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def all_of(client: Client, address: str) -> list[dict[str, Any]]:
    found, following = [], f"http://localhost/api/v1/{address}"
    while following:
        page = client.get(following.removeprefix("http://localhost")).json()
        found += page["data"]
        following = page["next"]
    return found


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_answers_with_few_questions(
    client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    get(client, address)
    with django_assert_max_num_queries(8):
        get(client, address)


@pytest.mark.parametrize("address", [*ADDRESSES, "openapi.json", ""])
def test_the_head_of_an_answer_can_be_asked_for_alone(client: Client, address: str) -> None:
    whole, head = client.get(f"/api/v1/{address}"), client.head(f"/api/v1/{address}")
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Type"] == whole["Content-Type"]
    assert client.get(f"/api/v1/{address}", HTTP_IF_NONE_MATCH=whole["ETag"]).status_code == 304


@pytest.mark.slow
def test_thirty_rows_cost_no_more_questions_than_three(client: Client) -> None:
    days = [date(2021, month, day) for month in range(1, 12) for day in (1, 8, 15)]
    publish_all(
        [paper(FINANCE, day, harbour("1", day, FINANCE), any_other("2", FINANCE, day)) for day in days],
        Audience.STREET,
        FILES,
    )
    for name, more in (("papers", 30), ("items", 30), ("decisions", 30), ("findings", 20)):
        costs = []
        for limit in (3, more):
            get(client, f"{name}?limit={limit}")
            with CaptureQueriesContext(connection) as asked:
                assert get(client, f"{name}?limit={limit}")
            costs.append(len(asked))
        assert costs[0] == costs[1], (name, costs)


def test_items_that_were_taken_off_are_found_by_that(client: Client) -> None:
    off = replace(closed("1"), title="Udvidelse af molen", extract=SAID)
    publish(paper(FINANCE, date(2025, 6, 2), off), Audience.STREET, FILES)
    for address in ("items?outcome=withdrawn", "search?q=molen&outcome=withdrawn"):
        assert [one["title"] for one in get(client, address)["data"]] == [off.title]
    assert off.title not in {one["title"] for one in get(client, "decisions?limit=100")["data"]}


@pytest.mark.parametrize("address", MISSING)
def test_what_is_not_there_is_a_problem(client: Client, address: str) -> None:
    answer = client.get(f"/api/v1/{address}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["status"] == 404


@pytest.mark.parametrize("address", WRONG)
def test_a_wrong_question_is_told_what_is_wrong_with_it(client: Client, address: str) -> None:
    answer = client.get(f"/api/v1/{address}")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["detail"]


def test_nothing_can_be_written(client: Client) -> None:
    answer = client.post("/api/v1/papers")
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")


@pytest.mark.parametrize("size", [1, 2, 100])
def test_pages_hold_everything_once(client: Client, size: int) -> None:
    assert len(all_of(client, f"papers?limit={size}")) == Meeting.objects.filter(edition__isnull=False).count()
    urls = [item["url"] for item in all_of(client, f"items?limit={size}")]
    assert len(urls) == len(set(urls)) == Entry.objects.count()


def test_a_paper_names_addresses_that_answer(client: Client) -> None:
    publish(paper(FINANCE, date(2025, 6, 2), any_other("", FINANCE, date(2025, 6, 2))), Audience.STREET, FILES)
    for line in all_of(client, "items"):
        item = client.get(line["api_url"].removeprefix("http://localhost")).json()
        assert {name: item[name] for name in line} == line
    for line in all_of(client, "papers"):
        assert client.get(line["url"].removeprefix("http://localhost")).status_code == 200
        whole = client.get(line["api_url"].removeprefix("http://localhost")).json()
        files = [part["file"] for item in whole["items"] for part in item["attachments"] if part.get("file")]
        assert all(client.get(file["url"].removeprefix("http://localhost")).status_code == 200 for file in files)


def test_any_program_may_read_the_answers(client: Client) -> None:
    assert client.get("/api/v1/papers")["Access-Control-Allow-Origin"] == "*"


def test_what_was_erased_is_in_no_answer(client: Client) -> None:
    edition = Edition.objects.select_related("meeting__body", "seal", "pdf").get(meeting__slug="2025-02-03")
    erase(edition, "Indsigelse")
    assert client.get("/api/v1/papers/oekonomiudvalget/2025-02-03").status_code == 410
    assert "2025-02-03" not in json.dumps(all_of(client, "items"))


def test_the_employees_papers_are_in_no_answer(client: Client) -> None:
    before = [all_of(client, name) for name in ("papers", "items", "decisions", "findings")]
    publish(next(paper for paper in papers() if paper.body == "Direktionen"), Audience.EMPLOYEES)
    assert [all_of(client, name) for name in ("papers", "items", "decisions", "findings")] == before


@DESCRIBED.parametrize()
@settings(
    derandomize=True,
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@pytest.mark.slow
def test_every_answer_is_as_the_description_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


@given(st.text(max_size=60), st.text(max_size=20))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.slow
def test_any_text_is_answered(client: Client, words: str, number: str) -> None:
    for name, asked in (("search", {"q": words}), ("papers", {"body": words, "after": number})):
        assert client.get(f"/api/v1/{name}", asked).status_code in {200, 422}
    assert client.get("/api/v1/cases/" + number.replace("/", "").replace("?", "").replace("#", "")).status_code < 500
