"""What was taken off answers 410 with the day and the reason, and is told of nowhere else."""

from dataclasses import replace
from datetime import date
from urllib.parse import quote

import feedparser
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sagsgang.api.identities import Kind, identity
from sagsgang.archive.leave import take_off
from sagsgang.archive.models import Audience, Body, Edition, Left, Meeting, Seal
from sagsgang.archive.publish import publish
from sagsgang.archive.withdraw import withdraw
from tests.looking import context, violations
from tests.portal.papers import FINANCE, PLAN, harbour, paper

DAY = date(2025, 2, 3)
LATER = date(2025, 9, 1)
CASE = "/sager/999-2024-55/"
REASON = "Udvalget holder ikke længere åbne dagsordener."
MEETING = "/moeder/oekonomiudvalget/2025-02-03/"
BODY = "/udvalg/oekonomiudvalget/"
OFF = (
    MEETING,
    f"{MEETING}punkt/1/",
    f"{MEETING}punkt/1/udskrift.pdf",
    f"{MEETING}referat.pdf",
    f"{MEETING}referat-18.pdf",
    f"{MEETING}referat-med-bilag.pdf",
    f"{MEETING}udgaver/minutes-1.json",
    f"{MEETING}udgaver/minutes-1.pdf",
    f"/bilag/{PLAN.sha256}/{quote(PLAN.name)}",
)
LISTS = ("/", "/udvalg/", "/moeder/", "/feed.atom", "/kalender.ics", "/sitemap-moeder-0.xml")
OF_BODY = (BODY, f"{BODY}2025/", f"{BODY}kalender.ics")


def finance() -> Body:
    return Body.objects.get(slug="oekonomiudvalget")


@pytest.fixture
def left(world: None) -> None:
    take_off(finance(), Audience.STREET, REASON)


@pytest.mark.parametrize("address", [*OFF, *OF_BODY, f"/en{MEETING}", f"/en{BODY}"])
def test_what_a_body_had_says_when_and_why_it_is_gone(client: Client, left: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 410
    assert REASON in answer.content.decode()
    assert "Helhedsplan for" not in answer.content.decode()


def test_programs_are_told_when_and_why(client: Client, left: None) -> None:
    meeting = Meeting.objects.get(body=finance(), slug="2025-02-03")
    addresses = [f"/api/v1/papers/oekonomiudvalget/{DAY}", f"/api/v1/items/oekonomiudvalget/{DAY}/1"]
    for address in (*addresses, f"/api/agenda/dagsorden/{identity(Kind.MEETING, meeting.pk)}"):
        answer = client.get(address)
        assert answer.status_code == 410, address
        assert answer["Content-Type"] == "application/problem+json"
        assert REASON in answer.json()["detail"]
    assert client.get("/api/v1/papers/oekonomiudvalget/1999-01-01").status_code == 404


def test_a_case_with_nothing_left_is_gone_for_programs_and_followers_too(client: Client, world: None) -> None:
    case = replace(harbour("1", LATER, FINANCE), case_number="999-2024-55")
    publish(paper(FINANCE, LATER, case), Audience.STREET)
    withdraw(Edition.objects.get(meeting__date=LATER), "Forkert bilag.")
    for address in ("/api/v1/cases/999-2024-55", "/foelg/?sag=999-2024-55"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "Forkert bilag." in answer.content.decode()


def test_who_wants_to_follow_a_body_that_left_is_told_why_it_cannot_be(client: Client, left: None) -> None:
    answer = client.get("/foelg/?udvalg=oekonomiudvalget")
    assert answer.status_code == 410
    assert REASON in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/", "/udvalg/", "/moeder/", "/feed.atom", "/kalender.ics", "/sitemap-moeder-0.xml"]
)
def test_no_list_names_a_body_that_was_taken_off(client: Client, left: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "oekonomiudvalget" not in answer.content.decode()


def test_its_feed_tells_it_last_and_is_gone_a_month_later(client: Client, left: None) -> None:
    feed = feedparser.parse(client.get(f"{BODY}feed.atom").content)
    assert [(one.title, one.summary) for one in feed.entries] == [(f"{FINANCE} er taget af", REASON)]
    record = Left.objects.get().record
    Seal.objects.filter(pk=record.pk).update(sealed_at="2024-01-01T12:00Z")
    assert client.get(f"{BODY}feed.atom").status_code == 410


def test_a_body_that_publishes_again_is_there_with_its_new_papers_only(client: Client, left: None) -> None:
    day = DAY.replace(month=11)
    publish(paper(FINANCE, day, harbour("1", day, FINANCE)), Audience.STREET)
    page = client.get(BODY)
    assert page.status_code == 200
    assert "2025-02-03" not in page.content.decode()
    assert client.get(MEETING).status_code == 410


def test_what_left_the_employees_is_no_tombstone_on_the_street(client: Client, world: None) -> None:
    publish(paper("Hovedudvalget", DAY, harbour("1", DAY, "Hovedudvalget")), Audience.EMPLOYEES)
    take_off(Body.objects.get(name="Hovedudvalget"), Audience.EMPLOYEES, REASON)
    for address in ("/udvalg/hovedudvalget/", "/udvalg/hovedudvalget/feed.atom", f"/moeder/hovedudvalget/{DAY}/"):
        assert client.get(address).status_code == 404


def test_a_withdrawn_paper_says_so_and_its_seal_stays(client: Client, world: None) -> None:
    edition = Meeting.objects.get(body=finance(), slug="2025-02-03").edition
    assert edition is not None
    withdraw(edition, "Forkert bilag.")
    page = client.get(MEETING)
    assert page.status_code == 410
    assert "Papiret er trukket tilbage" in page.content.decode()
    assert "Forkert bilag." in page.content.decode()
    seals = client.get(f"{MEETING}udgaver/")
    assert seals.status_code == 200
    assert edition.seal.record_hash in seals.content.decode()
    assert "Forkert bilag." in seals.content.decode()


def test_a_withdrawn_version_is_not_seen_beside_the_one_in_force(client: Client, world: None) -> None:
    first = Edition.objects.get(meeting__body=finance(), meeting__slug="2025-02-03")
    publish(paper(FINANCE, DAY, harbour("1", DAY, FINANCE), harbour("2", DAY, FINANCE)), Audience.STREET)
    withdraw(first, REASON)
    assert client.get(MEETING).status_code == 200
    assert client.get(f"{MEETING}udgaver/minutes-1.json").status_code == 410
    assert client.get(f"{MEETING}udgaver/minutes-1/minutes-2/").status_code == 410


def test_a_file_of_a_withdrawn_paper_is_known_and_called_so(client: Client, world: None) -> None:
    edition = Meeting.objects.get(body=finance(), slug="2025-02-03").edition
    assert edition is not None
    sealed = client.get(f"{MEETING}udgaver/minutes-1.json").content
    withdraw(edition, REASON)
    answer = client.post("/verificer/", {"fil": SimpleUploadedFile("a.json", sealed)})
    assert "trukket tilbage" in answer.content.decode()


def test_a_case_with_nothing_left_says_where_it_was_and_why_it_is_gone(client: Client, world: None) -> None:
    case = replace(harbour("1", LATER, FINANCE), case_number="999-2024-55")
    publish(paper(FINANCE, LATER, case), Audience.STREET)
    assert client.get(CASE).status_code == 200
    withdraw(Edition.objects.get(meeting__date=LATER), "Forkert bilag.")
    for address in (CASE, f"/en{CASE}"):
        answer = client.get(address)
        assert answer.status_code == 410, address
        assert "Forkert bilag." in answer.content.decode()
        assert "Helhedsplan" not in answer.content.decode()
    assert client.get("/sager/999-2024-56/").status_code == 404


def test_a_case_that_another_paper_still_tells_of_stays(client: Client, left: None) -> None:
    assert client.get("/sager/999-2024-1204/").status_code == 200


def test_a_case_of_the_employees_is_not_known_on_the_street(client: Client, world: None) -> None:
    case = replace(harbour("1", LATER, FINANCE), case_number="999-2024-55")
    publish(paper(FINANCE, LATER, case), Audience.EMPLOYEES)
    withdraw(Edition.objects.get(meeting__date=LATER), REASON)
    assert client.get(CASE).status_code == 404


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_that_say_why(
    browser: Browser, live_server: LiveServer, left: None, scheme: str
) -> None:
    with context(browser, scheme, width=320) as window:
        page = window.new_page()
        for address in (BODY, MEETING, f"{MEETING}punkt/1/", f"{MEETING}udgaver/"):
            page.goto(live_server.url + address)
            assert violations(page) == [], address
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
