"""The employees' portal: its own archive, behind the login, in a process of its own."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import Settings

from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from sagsgang.core.models import Person
from sagsgang.login.models import Account
from tests.portal.papers import papers
from tests.walls.addresses import LINES

pytestmark = pytest.mark.django_db
OPEN = ("/log-ind/",)


@pytest.fixture(autouse=True)
def _inside(settings: Settings) -> None:
    settings.PORTAL = "employees"
    paper = next(paper for paper in papers() if paper.body == "Direktionen")
    publish(replace(paper, body="Chefgruppen"), Audience.EMPLOYEES)
    publish(paper, Audience.STREET)


@pytest.fixture
def inside(client: Client) -> Client:
    person = Person.objects.create(name="Karen")
    client.force_login(Account.objects.create(username="karen", person=person))
    return client


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_nobody_sees_anything_without_logging_in(client: Client, line: object) -> None:
    address = str(getattr(line, "address"))  # noqa: B009
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/log-ind/?next=/")


def test_the_way_in_is_open(client: Client) -> None:
    assert client.get("/log-ind/").status_code == 200


def test_an_employee_sees_the_employees_papers_and_no_others(inside: Client) -> None:
    page = inside.get("/udvalg/").content.decode()
    assert "Chefgruppen" in page
    assert "Direktionen" not in page
    assert inside.get("/udvalg/direktionen/").status_code == 404


def test_somebody_who_has_left_is_asked_to_log_in(inside: Client) -> None:
    Person.objects.update(active=False)
    assert inside.get("/udvalg/")["Location"].startswith("/log-ind/?next=/")


def test_nothing_of_it_is_kept_in_a_shared_cache(inside: Client) -> None:
    assert inside.get("/udvalg/chefgruppen/")["Cache-Control"] == "private, no-cache"


def test_no_search_engine_is_asked_in(inside: Client) -> None:
    assert "Disallow: /\n" in inside.get("/robots.txt").content.decode()


def test_the_street_sees_nothing_of_it(client: Client, settings: Settings) -> None:
    settings.PORTAL = "street"
    for address in ("/", "/udvalg/", "/moeder/", "/feed.atom", "/kalender.ics", "/soeg/?q=chefgruppen"):
        assert "Chefgruppen" not in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/", "/om/", "/udvalg/chefgruppen/", "/soeg/?q=intetsomhelst"])
def test_every_page_says_that_it_is_for_employees_and_offers_nothing_that_cannot_log_in(
    inside: Client, settings: Settings, address: str
) -> None:
    page = inside.get(address).content.decode()
    assert "For medarbejdere" in page
    assert "må offentliggøres" not in page
    assert "webcal:" not in page
    assert "Feed (Atom)" not in page
    assert 'href="#foelg"' not in page
    settings.PORTAL = "street"
    assert "For medarbejdere" not in inside.get("/").content.decode()
