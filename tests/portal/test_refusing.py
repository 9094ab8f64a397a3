"""Requests that make no sense: pages for people, problems for programs (RFC 9457), and never an empty answer."""

import pytest
from django.test import Client
from pytest_django import Settings

from sagsgang.archive.models import Audience

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
PAGES = (
    "/",
    "/moeder/",
    "/en/moeder/",
    "/feed.atom",
    "/kalender.ics",
    "/data/papers.jsonl",
    "/bilag/x/y",
    "/robots.txt",
)
PROGRAMS = ("/oparl/v1.1/system", "/oparl/x", "/api/v1/papers", "/api/agenda/udvalgsliste", "/api/x")


@pytest.fixture
def strict() -> Client:
    """A client that a form's token is asked of, as of everybody else."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_what_only_reads_says_so_on_a_page(strict: Client, address: str, method: str) -> None:
    answer = getattr(strict, method)(address)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_whoever_asks_what_may_be_done_is_told(strict: Client, address: str) -> None:
    answer = strict.options(address)
    assert (answer.status_code, answer["Allow"], answer.content) == (204, "GET, HEAD, OPTIONS", b"")


def test_what_takes_forms_says_what_else_it_does_not_take(strict: Client) -> None:
    answer = strict.get("/visning/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize("address", PROGRAMS)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_programs_are_told_in_json(strict: Client, address: str, method: str) -> None:
    answer = getattr(strict, method)(address)
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert answer.json()["status"] == 405


@pytest.mark.parametrize("address", [*PAGES, *PROGRAMS])
def test_a_host_that_is_not_ours_is_answered_in_the_rooms_own_way(strict: Client, address: str) -> None:
    answer = strict.get(address, HTTP_HOST="elsewhere.example")
    assert answer.status_code == 400
    if address in PROGRAMS:
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["status"] == 400
    else:
        assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize("address", ["/feed.atom", "/udvalg/direktionen/feed.atom", "/kalender.ics"])
def test_pages_of_other_sites_may_read_what_programs_read(client: Client, address: str, settings: Settings) -> None:
    answer = client.get(address)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    settings.PORTAL = Audience.EMPLOYEES
    assert "Access-Control-Allow-Origin" not in client.get(address)
