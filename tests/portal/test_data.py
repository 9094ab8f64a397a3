"""Open data: the page, and the files of all papers."""

import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from sagsgang.archive.bulk.making import make
from sagsgang.archive.bulk.tables import write_tables
from sagsgang.portal.queries.data import data, is_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def bulk(world: None, settings: Settings, tmp_path: Path) -> None:
    """The files of the small world."""
    settings.FILES = tmp_path
    assert make(write_tables)


def test_the_page_names_each_file_with_its_size(client: Client, bulk: None) -> None:
    page = client.get("/data/").content.decode()
    for name in ("papers.jsonl", "papers.parquet", "items.parquet", "decisions.parquet"):
        assert f'href="/data/{name}"' in page
    assert " kB</span>" in page


def test_the_page_says_which_files_are_on_their_way(
    client: Client, world: None, settings: Settings, tmp_path: Path
) -> None:
    settings.FILES = tmp_path
    page = client.get("/data/").content.decode()
    assert "på vej" in page
    assert "/data/papers.jsonl" not in page


def test_the_page_names_the_licence_that_is_chosen(client: Client, bulk: None, settings: Settings) -> None:
    assert 'rel="license"' not in client.get("/data/").content.decode()
    settings.OPEN_DATA_LICENSE = "https://example.org/licens/"
    assert 'href="https://example.org/licens/" rel="license"' in client.get("/data/").content.decode()


def test_a_file_is_fetched_and_not_fetched_twice(client: Client, bulk: None) -> None:
    answer = client.get("/data/papers.jsonl")
    lines = b"".join(answer.streaming_content).splitlines()  # type: ignore[attr-defined]
    assert {json.loads(line)["authority"] for line in lines} == {"Solbjerg Kommune"}
    assert answer["Content-Type"] == "application/jsonl"
    assert client.get("/data/papers.jsonl", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304


def test_the_employees_portal_has_none_of_it(client: Client, bulk: None, settings: Settings) -> None:
    settings.PORTAL = "employees"
    assert data() is None
    assert not is_file("papers.jsonl")
