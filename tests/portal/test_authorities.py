"""Whose archive it is, and which authority a body belongs to."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from tests.portal.papers import FINANCE, any_other, paper

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 3)


def html(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def neighbour(world: None) -> None:
    """A second municipality with a committee of the same name."""
    publish(replace(paper(FINANCE, DAY, any_other("1", FINANCE, DAY)), authority="Højby Kommune"), Audience.STREET)


def test_the_one_authority_of_the_archive_names_it(client: Client, world: None, settings: Settings) -> None:
    settings.AUTHORITY = "Kommunen"
    page = html(client, "/")
    assert '<p class="authority">Solbjerg Kommune</p>' in page
    assert "beslutninger i Solbjerg Kommune" in page


def test_an_archive_that_nobody_named_is_the_municipality(client: Client, settings: Settings) -> None:
    settings.AUTHORITY = "Kommunen"
    page = html(client, "/")
    assert '<p class="authority">Kommunen</p>' in page
    assert "beslutninger i kommunen," in page
    assert "decisions of the municipality" in html(client, "/en/")


@pytest.mark.parametrize("address", ["/", "/udvalg/", "/moeder/", "/lovet/", "/kalender/2025/3/", "/soeg/?aar=2025"])
def test_bodies_of_one_name_are_told_apart(client: Client, neighbour: None, address: str) -> None:
    assert "Højby Kommune" in html(client, address)


@pytest.mark.parametrize(("address", "row"), [("/soeg/?q=havn", "hit"), ("/lovet/", "promise")])
def test_each_hit_and_each_promise_says_whose_body_it_is(
    client: Client, neighbour: None, address: str, row: str
) -> None:
    rows = html(client, address).split(f'<li class="{row}')[1:]
    assert rows
    assert all(" Kommune</span>, <time" in one for one in rows)


@pytest.mark.parametrize("address", ["/soeg/?q=havn", "/udvalg/", "/moeder/", "/lovet/"])
def test_one_authority_is_not_repeated_at_every_body(client: Client, world: None, address: str) -> None:
    assert html(client, address).count("Solbjerg Kommune") == 3
