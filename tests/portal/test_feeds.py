"""Feeds and calendars, read by the libraries that strangers read them with."""

from dataclasses import replace
from datetime import date, time, timedelta
from xml.etree import ElementTree

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event, EventStatus
from pytest_django import DjangoAssertNumQueries

from sagsgang.archive import plan
from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition, Trace
from sagsgang.archive.publish import publish
from sagsgang.archive.withdraw import put_back, withdraw
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.withdrawn import SAID
from sagsgang.portal.views.parse import today
from tests.portal.papers import FINANCE, HARBOUR, any_other, decision, harbour, paper, papers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
FEEDS = (
    "/feed.atom",
    "/udvalg/direktionen/feed.atom",
    "/sager/999-2024-1204/feed.atom",
    "/soeg/feed.atom?q=havn",
    "/soeg/feed.atom?q=havn&aar=2025",
    "/emner/01/feed.atom",
    "/emner/01.02/feed.atom",
)
MISSING = ("/udvalg/findes-ikke/feed.atom", "/sager/999-2024-1/feed.atom", "/udvalg/findes-ikke/kalender.ics")


def feed(client: Client, address: str) -> feedparser.FeedParserDict:
    response = client.get(address)
    assert response.status_code == 200
    read = feedparser.parse(response.content)
    assert not read.bozo
    return read


def calendar(client: Client, address: str = "/kalender.ics") -> Calendar:
    response = client.get(address)
    assert response["Content-Type"].startswith("text/calendar")
    return IcsCalendarStream.calendar_from_ics(response.content.decode())


def events(client: Client, body: str) -> list[Event]:
    return [event for event in calendar(client).events if body in (event.summary or "")]


def planned(**changed: object) -> plan.Plan:
    said = {
        "reference": "moede-1",
        "authority": "Solbjerg Kommune",
        "body": "Havneudvalget",
        "audience": Audience.STREET,
        "date": date(today().year + 1, 3, 4),
        "start": time(16, 30),
        "place": "Rådhuset, lokale 2",
    }
    return plan.Plan(**{**said, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_is_read_by_a_feed_reader(client: Client, address: str) -> None:
    read = feed(client, address)
    assert read.entries
    for entry in read.entries:
        assert entry.id == entry.link or entry.id.startswith(f"{entry.link}#")
        assert entry.updated_parsed
        assert client.get(entry.link.removeprefix("http://localhost")).status_code == 200
    ids = [entry.id for entry in read.entries]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", MISSING)
def test_what_is_not_there_has_no_feed(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_search_that_finds_nothing_is_an_empty_feed_that_stays_the_same(client: Client) -> None:
    first, second = (client.get("/soeg/feed.atom?q=xyzzyx").content for _ in range(2))
    assert first == second
    assert feedparser.parse(first).entries == []


@pytest.mark.parametrize("words", ["%00", "%EF%BF%BF", "]]>", "%22%3Cscript", "x" * 5000])
def test_any_words_make_a_feed_that_is_xml(client: Client, words: str) -> None:
    ElementTree.fromstring(client.get(f"/soeg/feed.atom?q={words}").content)


def test_a_feed_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    tag = client.get("/feed.atom")["ETag"]
    assert client.get("/feed.atom", HTTP_IF_NONE_MATCH=tag).status_code == 304


def test_a_paper_that_is_gone_says_so_under_the_id_that_it_came_with(client: Client) -> None:
    edition = Edition.objects.select_related("meeting__body", "seal", "pdf").latest("pk")
    addresses = ("/feed.atom", f"/udvalg/{edition.meeting.body.slug}/feed.atom")
    before = [{one.id: one for one in feed(client, address).entries} for address in addresses]
    withdraw(edition, "Forkert bilag")
    erase(edition, "Indsigelse")
    for address, earlier in zip(addresses, before, strict=True):
        now = feed(client, address).entries
        assert {one.id for one in now} == set(earlier)
        (gone,) = [one for one in now if "vises ikke længere" in one.title]
        assert (gone.summary, gone.updated > earlier[gone.id].updated) == ("Indsigelse", True)


@pytest.mark.parametrize("erased", [False, True])
def test_a_treatment_that_is_gone_is_told_in_the_feeds_of_its_case_and_its_searches(
    client: Client, erased: bool
) -> None:
    day = date(2025, 6, 2)
    publish(paper(FINANCE, day, harbour("1", day, FINANCE)), Audience.STREET)
    edition = Edition.objects.select_related("meeting__body", "seal", "pdf").latest("pk")
    address = f"/sager/{HARBOUR}/feed.atom"
    item, *others = [one.id for one in feed(client, address).entries]
    withdraw(edition, "Forkert bilag")
    if erased:
        erase(edition, "Forkert bilag")
    (told,) = [one for one in feed(client, address).entries if one.id not in others]
    assert (told.title, told.summary) == (
        "Behandlingen i Økonomiudvalget 02-06-2025 vises ikke længere",
        "Forkert bilag",
    )
    assert erased or told.id == item
    assert client.get(told.link.removeprefix("http://localhost")).status_code == 410
    body = edition.meeting.body_id
    for asked, tells in {
        "/soeg/feed.atom?q=havn": True,
        "/soeg/feed.atom?q=xyzzyx": True,
        f"/soeg/feed.atom?q=havn&udvalg={body}&dato_fra=2025-06-02": True,
        f"/soeg/feed.atom?q=havn&udvalg={body + 1000}": False,
        "/soeg/feed.atom?q=havn&aar=2024": False,
        "/soeg/feed.atom?q=havn&dato_til=2025-06-01": False,
        "/emner/01.02/feed.atom": True,
    }.items():
        said = [one.summary for one in feed(client, asked).entries if "vises ikke længere" in one.title]
        assert said == ["Forkert bilag"] * tells, asked


def test_a_case_that_only_withdrawn_papers_had_tells_it_for_a_month(client: Client) -> None:
    day = date(2025, 6, 2)
    alone = replace(harbour("1", day, FINANCE), case_number="999-2024-55")
    edition = publish(paper(FINANCE, day, alone), Audience.STREET).edition
    withdraw(edition, "Forkert bilag")
    address = "/sager/999-2024-55/feed.atom"
    assert [one.summary for one in feed(client, address).entries] == ["Forkert bilag"]
    Trace.objects.filter(deleted__isnull=False).update(deleted=timezone.now() - timedelta(days=31))
    assert client.get(address).status_code == 410


def test_a_treatment_that_a_newer_edition_lacks_is_told_once_and_not_when_it_is_back(client: Client) -> None:
    day = date(2025, 6, 2)
    first, other = harbour("1", day, FINANCE), any_other("2", FINANCE, day)
    for items, times in ((first, other), 0), ((other,), 1), ((other, replace(first, number="3")), 0):
        publish(paper(FINANCE, day, *items), Audience.STREET)
        gone = [one for one in feed(client, f"/sager/{HARBOUR}/feed.atom").entries if "vises ikke" in one.title]
        assert len(gone) == times
        assert all(client.get(one.link.removeprefix("http://localhost")).status_code == 200 for one in gone)


def test_a_paper_that_was_put_back_is_no_longer_gone(client: Client) -> None:
    edition = Edition.objects.select_related("meeting__body", "seal").latest("pk")
    withdraw(edition, "Forkert bilag")
    put_back(edition, "Det var rigtigt")
    assert not [one for one in feed(client, "/feed.atom").entries if "vises ikke længere" in one.title]


def test_an_item_that_was_taken_off_is_told_in_the_feed_of_its_case(client: Client) -> None:
    day = date(2025, 6, 2)
    off = replace(harbour("1", day, FINANCE), decisions=(), sections=(), extract=f"{SAID}.")
    publish(paper(FINANCE, day, off), Audience.STREET)
    first = feed(client, f"/sager/{HARBOUR}/feed.atom").entries[0]
    assert first.summary == "Økonomiudvalget 02-06-2025: Udgået"


def test_another_way_to_write_a_cases_number_leads_to_its_feed(client: Client) -> None:
    assert client.get("/sager/999-2024-01204/feed.atom")["Location"] == "/sager/999-2024-1204/feed.atom"
    assert client.get("/sager/hvad som helst/feed.atom", follow=True).status_code == 404


def test_what_looks_like_html_is_told_as_it_stands(client: Client) -> None:
    day = date(2025, 6, 2)
    decided = decision(FINANCE, day, "Godkendt for a < b.\n\nOg <u>ikke</u> mere.", OutcomeKind.APPROVED)
    publish(paper(FINANCE, day, harbour("1", day, FINANCE, decided)), Audience.STREET)
    first = feed(client, f"/sager/{HARBOUR}/feed.atom").entries[0]
    assert "a &lt; b.<br /><br />Og &lt;u&gt;ikke&lt;/u&gt; mere." in first.summary


def test_a_page_names_its_feed_and_its_calendar(client: Client) -> None:
    page = client.get("/udvalg/direktionen/").content.decode()
    assert 'href="/udvalg/direktionen/feed.atom"' in page
    assert "/udvalg/direktionen/kalender.ics" in page


def test_a_planned_meeting_is_in_the_calendar(client: Client) -> None:
    plan.announce(planned())
    (event,) = events(client, "Havneudvalget")
    assert event.dtstart.astimezone().date() == planned().date  # type: ignore[union-attr]
    assert (event.dtstart.hour, event.dtstart.tzinfo.key) == (16, "Europe/Copenhagen")  # type: ignore[union-attr]
    assert event.location == "Rådhuset, lokale 2"
    day = planned().date
    plan.announce(planned(reference="moede-2", start=time(18, 0)))
    assert f'href="/kalender/{day:%Y/%-m}/#d{day.day}"' in client.get(f"/kalender/{day.year}/").content.decode()
    assert client.get(f"/kalender/{day:%Y/%-m}/").content.decode().count(f'id="d{day.day}"') == 1


def test_a_meeting_that_is_moved_stays_the_same_event(client: Client) -> None:
    plan.announce(planned())
    (before,) = events(client, "Havneudvalget")
    plan.announce(planned(start=time(9, 0)))
    (after,) = events(client, "Havneudvalget")
    assert after.uid == before.uid
    assert (after.sequence, before.sequence) == (1, 0)
    assert after.dtstart.hour == 9  # type: ignore[union-attr]


def test_what_is_said_twice_is_no_change(client: Client) -> None:
    plan.announce(planned())
    first = client.get("/kalender.ics").content
    plan.announce(planned())
    assert client.get("/kalender.ics").content == first


def test_a_cancelled_meeting_says_so_in_every_calendar_program(client: Client) -> None:
    plan.announce(planned())
    plan.announce(planned(cancelled=True))
    (event,) = events(client, "Havneudvalget")
    assert event.status is EventStatus.CANCELLED
    assert event.sequence == 1
    assert event.summary == "AFLYST: Havneudvalget"


def test_a_planned_meeting_that_gets_a_paper_is_one_event(client: Client) -> None:
    paper = next(paper for paper in papers() if paper.start and paper.body == "Økonomiudvalget")
    assert paper.date
    plan.announce(planned(body=paper.body, date=paper.date, start=paper.start))
    publish(paper, Audience.STREET)
    same_day = [event for event in events(client, "Økonomiudvalget") if str(event.dtstart)[:10] == str(paper.date)]
    assert len(same_day) <= 1
    assert all(event.uid and event.uid.startswith("moede-1@") for event in same_day)


def test_the_employees_meetings_are_not_on_the_streets_calendar(client: Client) -> None:
    plan.announce(planned(audience=Audience.EMPLOYEES))
    assert not events(client, "Havneudvalget")
    assert client.get("/udvalg/havneudvalget/kalender.ics").status_code == 404


def test_feeds_and_calendars_ask_few_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for address in (*FEEDS, "/kalender.ics", "/udvalg/direktionen/kalender.ics"):
        with django_assert_max_num_queries(8):
            client.get(address)
