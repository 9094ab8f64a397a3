"""Every address answers what its line says, in both languages; a new address without a line fails."""

import pytest
from django.test import Client

from sagsgang.portal.urls import pages, single
from tests.walls.addresses import ALERTS, LINES, PAGES, Line

pytestmark = pytest.mark.django_db


def test_every_address_has_a_line() -> None:
    assert {pattern.name for pattern in (*pages, *single)} == {line.name for line in LINES}


@pytest.mark.parametrize("line", [*LINES, *ALERTS], ids=lambda line: line.name)
def test_an_address_answers_as_its_line_says(client: Client, world: None, line: Line) -> None:
    answer = client.post(line.address) if line.post else client.get(line.address)
    assert answer.status_code == line.status


@pytest.mark.parametrize("line", [line for line in (*LINES, *ALERTS) if line.missing], ids=lambda line: line.name)
def test_an_address_of_nothing_is_not_found(client: Client, world: None, line: Line) -> None:
    assert client.get(line.missing).status_code == 404


@pytest.mark.parametrize("line", PAGES, ids=lambda line: line.name)
def test_every_page_has_an_english_twin(client: Client, world: None, line: Line) -> None:
    answer = client.get(f"/en{line.address}")
    assert answer.status_code == 200
    assert b'<html lang="en"' in answer.content


@pytest.mark.parametrize("line", [line for line in PAGES if not line.form], ids=lambda line: line.name)
def test_no_page_takes_a_post(client: Client, line: Line) -> None:
    assert client.post(line.address).status_code == 405


@pytest.mark.parametrize("line", PAGES, ids=lambda line: line.name)
def test_an_empty_archive_has_pages_too(client: Client, line: Line) -> None:
    assert client.get(line.address).status_code in {200, 404}


@pytest.mark.parametrize("line", PAGES, ids=lambda line: line.name)
def test_no_page_is_heavier_than_60_kilobytes(client: Client, world: None, line: Line) -> None:
    assert len(client.get(line.address).content) < 60_000
