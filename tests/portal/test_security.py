"""The headers, the switch of looks, and what a page must never show or fetch."""

import re
from datetime import date

import pytest
from django.test import Client

from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from tests.portal.papers import DIRECTORS, any_other, paper
from tests.walls.addresses import LINES, PAGES, Line

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/findes-ikke/", "/robots.txt", "/static/portal/site.css"])
def test_every_answer_forbids_what_is_not_ours(client: Client, world: None, address: str) -> None:
    policy = client.get(address)["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("line", PAGES, ids=lambda line: line.name)
def test_a_page_holds_no_inline_script_or_style(client: Client, world: None, line: Line) -> None:
    html = client.get(line.address).content.decode()
    assert not re.search(r"<style|\sstyle=|<script(?! src=)|\son\w+=", html)


@pytest.mark.parametrize("line", PAGES, ids=lambda line: line.name)
def test_a_page_fetches_nothing_from_elsewhere(client: Client, world: None, line: Line) -> None:
    html = client.get(line.address).content.decode()
    assert not re.search(r"""(?:src|srcset|action|poster)=["'](?:https?:)?//""", html)
    assert not re.search(r"""<link[^>]+href=["'](?:https?:)?//""", html)


def test_what_is_for_employees_is_on_no_page(client: Client, world: None) -> None:
    secret = paper("Personaleudvalget", date(2025, 2, 4), any_other("1", "Personaleudvalget", date(2025, 2, 4)))
    publish(secret, Audience.EMPLOYEES)
    for line in LINES:
        if not line.post:
            assert b"Personaleudvalget" not in client.get(line.address).getvalue(), line.name
    assert client.get("/udvalg/personaleudvalget/").status_code == 404
    assert client.get("/moeder/personaleudvalget/2025-02-04/").status_code == 404
    assert client.get("/moeder/personaleudvalget/2025-02-04/punkt/1/").status_code == 404


def test_a_body_with_both_audiences_shows_the_street_only(client: Client, world: None) -> None:
    day = date(2025, 2, 4)
    publish(paper(DIRECTORS, day, any_other("1", DIRECTORS, day)), Audience.EMPLOYEES)
    assert client.get("/moeder/direktionen/2025-02-04/").status_code == 404
    assert b"2025-02-04" not in client.get("/udvalg/direktionen/").content


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_the_chosen_look_stays(client: Client, world: None, chosen: str) -> None:
    answer = client.post("/visning/", {"visning": chosen, "tilbage": "/lovet/?udvalg=direktionen"})
    assert answer["Location"] == "/lovet/?udvalg=direktionen"
    assert f'data-theme="{chosen}"' in client.get("/").content.decode()


def test_the_look_of_the_device_is_had_back(client: Client, world: None) -> None:
    client.post("/visning/", {"visning": "dark"})
    client.post("/visning/", {"visning": "auto"})
    assert "data-theme" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org"]
)
def test_the_switch_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    assert client.post("/visning/", {"visning": "dark", "tilbage": elsewhere})["Location"] == "/"


def test_an_unchanged_page_is_not_sent_again(client: Client, world: None) -> None:
    first = client.get("/moeder/")
    assert client.get("/moeder/", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
