"""Robots as people wrote them for the common Danish agenda portal: each in its own way, and each keeps working."""

import json
import re
from dataclasses import replace
from datetime import date, datetime, time
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from sagsgang.archive.erase import erase
from sagsgang.archive.models import Audience, Edition
from sagsgang.archive.print import keep_pdf
from sagsgang.archive.publish import publish
from sagsgang.archive.withdraw import withdraw
from sagsgang.paper.model import PaperKind
from tests.portal.papers import COUNCIL, FILES, FINANCE, paper, papers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
Json = dict[str, Any]
# As Luxon, and robots in JavaScript besides, want an id to look.
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
OPTIONS = "redirectDirectlyToPdf=false"


def fetched(client: Client, address: str) -> Json:
    """The JSON there; a robot follows redirections, but finds none."""
    answer = client.get(address, HTTP_COOKIE="", HTTP_ACCEPT="application/json")
    assert answer.status_code == 200, (address, answer.status_code)
    found: Json = answer.json()
    return found


def text(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def meetings(client: Client) -> list[tuple[Json, Json]]:
    terms = fetched(client, "/api/agenda/udvalgsliste")["Udvalg"]
    return [(body, meeting) for bodies in terms.values() for body in bodies for meeting in body["Moeder"]]


def test_a_robot_that_asks_for_a_cookie_first_gets_on_without_one(client: Client) -> None:
    asked = client.get("/Home/AnonymousAuthentication?callback=https%3a%2f%2felsewhere.example%2f")
    assert (asked.status_code, asked["Location"], len(client.cookies)) == (302, "/", 0)
    assert meetings(client)


def test_a_newsletter_finds_what_was_decided_in_the_text_of_the_items(client: Client) -> None:
    said: dict[str, str] = {}
    for _, meeting in meetings(client):
        for item in fetched(client, f"/api/agenda/dagsorden/{meeting['Id']}")["Dagsordenpunkter"]:
            if item["IsOpen"]:
                said[f"FA:{meeting['Id']}:{item['Id']}"] = text(item["Felter"][0]["Html"])
                assert item["AgendaUid"] == meeting["Id"]
                assert item["CaseNumber"] == item["SagsNummer"]
    together = " ".join(said.values())
    for minutes in (one for one in papers() if one.kind is PaperKind.MINUTES):
        for decided in (each.text for item in minutes.items for each in item.decisions if len(each.text) > 10):
            assert text(decided.split("\n")[0]) in together


def test_a_watch_on_words_finds_the_summary_by_its_mark(client: Client) -> None:
    found = []
    for _, meeting in meetings(client):
        for item in fetched(client, f"/api/agenda/dagsorden/{meeting['Id']}")["Dagsordenpunkter"]:
            for part in item["Felter"]:
                marked = re.search(r"<span class='resume'>(.*?)</span>\s*</div>", part["Html"], re.DOTALL)
                found += [text(marked[1])] if marked else []
    assert any("fiskeauktionen" in one for one in found)


def test_an_archive_reads_times_ids_and_kinds(client: Client) -> None:
    for body, meeting in meetings(client):
        assert UUID(body["OrganisationId"]).int == 0
        assert GUID.fullmatch(body["Id"])
        assert GUID.fullmatch(meeting["Id"])
        for name in ("Dato", "MeetingBeginUtc", "ReleasedDate"):
            assert MOMENT.fullmatch(meeting[name])
            assert datetime.fromisoformat(meeting[name]).tzinfo
        assert meeting["Navn"] == ("Referat" if meeting["Afsluttet"] else "Dagsorden")
        agenda = fetched(client, f"/api/agenda/dagsorden/{meeting['Id']}?request.select={{}}")
        assert agenda["Moede"] == meeting


def test_a_meeting_without_an_hour_has_its_day(client: Client) -> None:
    publish(replace(papers()[0], start=None, body="Ungerådet"), Audience.STREET, FILES)
    (meeting,) = [meeting for body, meeting in meetings(client) if body["Navn"] == "Ungerådet"]
    assert meeting["MeetingBeginUtc"].split("T")[0] == str(papers()[0].date)
    assert meeting["MeetingEndUtc"] is None


@pytest.mark.parametrize(("end", "said"), [(time(14, 45), "-20T14:45:00"), (time(0, 30), "-21T00:30:00"), (None, "")])
def test_a_meeting_says_when_it_ended(client: Client, end: time | None, said: str) -> None:
    publish(replace(paper(FINANCE, date(2031, 1, 20)), end=end), Audience.STREET, FILES)
    found = next(one for _, one in meetings(client) if one["Dato"].startswith("2031"))
    assert found["MeetingEndUtc"] == (f"2031-01{said}+01:00" if said else None)
    search = "/api/agenda/soeg/?request.kriterie.moedeDato=2031"
    assert fetched(client, search)["Dagsordner"][0]["Moede"] == found


def test_a_spider_walks_year_by_year_and_reads_the_first_field(client: Client) -> None:
    seen = []
    for year in range(2023, 2027):
        query = f"request.kriterie.udvalgId=&request.kriterie.moedeDato={year}"
        rows = fetched(client, f"/api/agenda/soeg/?{query}&request.paging.startIndex=0&request.paging.limit=200")
        for row in rows["Dagsordner"]:
            assert row["Moede"]["MeetingBeginUtc"].startswith(str(year))
            agenda = fetched(client, f"/api/agenda/dagsorden/{row['Id']}?fritekst=undefined")
            seen.append((row["Udvalg"]["Navn"], row["Moede"]["Dato"][:10]))
            assert all(isinstance(item["Felter"][0]["Html"], str) for item in agenda["Dagsordenpunkter"])
    assert sorted(seen) == sorted({(one.body, str(one.date)) for one in papers()})


def test_pages_of_the_search_hold_everything_once(client: Client) -> None:
    seen: list[str] = []
    for start in range(0, 100, 2):
        rows = fetched(client, f"/api/agenda/soeg/?request.paging.startIndex={start}&request.paging.limit=2")
        seen += [row["Id"] for row in rows["Dagsordner"]]
        if not rows["FlereEnd"]:
            break
    assert sorted(seen) == sorted({meeting["Id"] for _, meeting in meetings(client)})
    assert len(seen) == len(set(seen))


def test_a_search_for_words_names_the_agendas_that_hold_them(client: Client) -> None:
    chosen = json.dumps({"Id": "true", "Udvalg": {"Navn": "true"}})
    query = {"request.select": chosen, "request.kriterie.udvalgId": "", "request.kriterie.fritekst": "fiskeauktionen"}
    found = client.get("/api/agenda/soeg/", query).json()["Dagsordner"]
    assert found
    for row in found:
        agenda = fetched(client, f"/api/agenda/dagsorden/{row['Id']}?fritekst=fiskeauktionen")
        assert any("fiskeauktionen" in part["Html"] for item in agenda["Dagsordenpunkter"] for part in item["Felter"])
    body = next(body["Id"] for body, _ in meetings(client) if body["Navn"] == COUNCIL)
    mine = client.get("/api/agenda/soeg/", {**query, "request.kriterie.udvalgId": body}).json()["Dagsordner"]
    assert {row["Udvalg"]["Navn"] for row in mine} == {COUNCIL}


@pytest.mark.parametrize("asked", ["moedeDato=x", "moedeDato=20245", f"fritekst={'x' * 301}"])
def test_a_search_that_makes_no_sense_is_a_problem(client: Client, asked: str) -> None:
    for query in (f"request.kriterie.{asked}", "request.paging.startIndex=-1", "request.paging.limit=x"):
        answer = client.get(f"/api/agenda/soeg/?{query}")
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_files_are_fetched_under_every_address_that_robots_know(client: Client) -> None:
    agendas = [fetched(client, f"/api/agenda/dagsorden/{one['Id']}") for _, one in meetings(client)]
    parts = [part for each in agendas for item in each["Dagsordenpunkter"] for part in item["Bilag"]]
    (one, *_) = [part["Id"] for part in parts if part["HarPdfVersion"]]
    for address in (
        f"/Vis/Pdf/bilag/{one}",
        f"/vis/pdf/bilag/{one}/?{OPTIONS}",
        f"/Vis/Pdf/bilag/{one}?redirectDirectlyToPdf=true",
        f"/Pdf/HentEksternPdf?documentId={one}",
    ):
        answer, head = client.get(address), client.head(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        assert answer.getvalue().startswith(b"%PDF")
        assert head["Content-Length"] == answer["Content-Length"]
        assert client.get(address, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304


def test_the_print_of_a_meeting_is_fetched_when_it_is_made(
    client: Client, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings.FILES = tmp_path_factory.mktemp("files")
    (_, meeting), *_ = meetings(client)
    addresses = [f"/vis/pdf/dagsorden/{meeting['Id']}/?{OPTIONS}", f"/pdf/GetDagsorden/{meeting['Id']}"]
    for address in addresses:
        waiting = client.get(address)
        assert (waiting.status_code, waiting["Retry-After"]) == (503, "30")
        assert waiting["Content-Type"] == "application/problem+json"
    for edition in Edition.objects.all():
        keep_pdf(edition, lambda _: b"%PDF-1.7 " + bytes(500))
    assert {client.get(address)["Content-Type"] for address in addresses} == {"application/pdf"}


def test_the_print_of_an_item_is_the_portals(client: Client) -> None:
    (_, meeting), *_ = meetings(client)
    item = fetched(client, f"/api/agenda/dagsorden/{meeting['Id']}")["Dagsordenpunkter"][0]
    for address in (f"/vis/pdf/dagsordenpunkt/{item['Id']}?{OPTIONS}", f"/vis/pdf/bilag/{item['Id']}/?{OPTIONS}"):
        assert client.get(address)["Location"].endswith("/udskrift.pdf")


def test_every_correction_and_nothing_else_moves_the_release(client: Client) -> None:
    def released() -> dict[str, str]:
        return {meeting["Id"]: meeting["ReleasedDate"] for _, meeting in meetings(client)}

    minutes = next(one for one in papers() if one.body == FINANCE and one.kind is PaperKind.MINUTES)
    corrected = next(meeting["Id"] for _, meeting in meetings(client) if meeting["Dato"][:10] == str(minutes.date))
    before, since = released(), timezone.now().replace(microsecond=0)
    publish(minutes, Audience.STREET, FILES)
    assert released() == before
    publish(replace(minutes, items=minutes.items[:1]), Audience.STREET, FILES)
    after = released()
    assert datetime.fromisoformat(after.pop(corrected)) >= since
    assert after == {one: at for one, at in before.items() if one != corrected}


def test_what_was_taken_away_is_gone_with_its_reason(client: Client) -> None:
    by_day = {meeting["Dato"][:10]: meeting["Id"] for _, meeting in meetings(client)}
    editions = Edition.objects.select_related("meeting__body", "seal", "pdf").filter(meeting__edition__isnull=False)
    first, second = editions.order_by("pk")[:2]
    erase(first, "Et navn stod der.")
    withdraw(second, "Forkert udgave.")
    for edition, reason in ((first, "Et navn stod der."), (second, "Forkert udgave.")):
        for address in ("/api/agenda/dagsorden", "/vis/pdf/dagsorden"):
            answer = client.get(f"{address}/{by_day[str(edition.meeting.date)]}")
            assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
            assert reason in answer.json()["detail"]
    assert len(meetings(client)) == len(by_day) - 2


@pytest.mark.parametrize(
    "address", ["/api/agenda/udvalgsliste", "/api/agenda/dagsorden/x", "/vis", "/api/", "/api/v1/papers", "/api/x/y"]
)
def test_nothing_is_written_and_pages_of_other_sites_may_read(client: Client, address: str) -> None:
    for method in ("post", "put", "patch", "delete"):
        refused = getattr(client, method)(address)
        assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert (refused["Content-Type"], refused.json()["status"]) == ("application/problem+json", 405)
    asked = client.options(address)
    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (204, "*")
    assert "If-None-Match" in asked["Access-Control-Allow-Headers"]
    assert client.get(address)["Access-Control-Allow-Origin"] == "*"


def test_more_rows_cost_no_more_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    minutes = next(one for one in papers() if one.body == FINANCE and one.kind is PaperKind.MINUTES)
    for month in range(1, 13):
        many = tuple(replace(minutes.items[0], number=str(number)) for number in range(1, 31))
        publish(paper(FINANCE, date(2020, month, 1), *many), Audience.STREET, FILES)
    one = next(meeting["Id"] for _, meeting in meetings(client) if meeting["Dato"].startswith("2020"))
    for address, most in (
        ("/api/agenda/udvalgsliste", 2),
        (f"/api/agenda/dagsorden/{one}", 6),
        ("/api/agenda/soeg/?request.paging.limit=200", 2),
    ):
        with django_assert_max_num_queries(most):
            client.get(address)
