"""How the addresses answer: names that stay, changes, tombstones, conditions, problems."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.core.signals import got_request_exception
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pytest_django import Settings

from sagsgang.archive.models import Audience, Trace, TraceKind
from sagsgang.archive.publish import publish
from sagsgang.oparl import objects, views
from sagsgang.oparl.pretty import pretty
from sagsgang.paper.model import Access, Attachment, PaperFile, PaperKind, Section, SectionKind
from sagsgang.paper.withdrawn import HEADING, SAID, gone
from tests.oparl.conftest import ERASED
from tests.oparl.crawl import SYSTEM, Object
from tests.portal.papers import FILES, FINANCE, closed, harbour, paper, papers

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BODY = "/oparl/v1.1/body/solbjerg-kommune"
MEETING = f"/oparl/v1.1/meeting/oekonomiudvalget/{ERASED}"
LISTS = (
    "/oparl/v1.1/body",
    *(f"{BODY}/{name}" for name in (
        "organization", "person", "meeting", "paper", "agendaitem", "consultation", "file", "location",
        "legislativeterm", "membership",
    )),
    "/oparl/v1.1/organization/oekonomiudvalget/meeting",
    "/oparl/v1.1/organization/oekonomiudvalget/consultation",
)  # fmt: skip
ONES = (
    SYSTEM,
    BODY,
    "/oparl/v1.1/organization/oekonomiudvalget",
    "/oparl/v1.1/meeting/oekonomiudvalget/2025-03-31",
    "/oparl/v1.1/agendaitem/oekonomiudvalget/2025-03-31/1",
    "/oparl/v1.1/consultation/oekonomiudvalget/2025-03-31/1",
    "/oparl/v1.1/paper/solbjerg-kommune/999-2024-1204",
    "/oparl/v1.1/file/oekonomiudvalget/2025-03-31/referat",
    "/oparl/v1.1/legislativeterm/solbjerg-kommune/2022",
)


def told(client: Client, address: str) -> Object:
    found: Object = client.get(address).json()
    return found


def test_a_meeting_and_its_items_keep_their_names_when_the_agenda_becomes_minutes(
    client: Client, world: None
) -> None:
    address = "/oparl/v1.1/meeting/oekonomiudvalget/2025-03-10"
    before = told(client, address)
    assert (before["meetingState"], "resultsProtocol" in before) == ("eingeladen", False)
    agenda = next(paper for paper in papers() if paper.kind is PaperKind.AGENDA and paper.body == FINANCE)
    publish(replace(agenda, kind=PaperKind.MINUTES), Audience.STREET, FILES)
    after = told(client, address)
    assert after["meetingState"] == "durchgeführt"
    assert [one["id"] for one in after["agendaItem"]] == [one["id"] for one in before["agendaItem"]]
    assert after["invitation"] == before["invitation"]


def test_what_was_erased_leaves_a_tombstone_with_the_reason(client: Client, world: None) -> None:
    answer = client.get(MEETING)
    assert answer.status_code == 200
    assert set(answer.json()) == {"id", "type", "deleted", "sagsgang:reason", "created", "modified"}
    assert answer.json()["sagsgang:reason"] == "Et navn stod der ved en fejl."


def test_tombstones_are_told_of_to_those_who_ask_for_changes_only(client: Client, world: None) -> None:
    everything = told(client, f"{BODY}/meeting?limit=100")["data"]
    changes = told(client, f"{BODY}/meeting?limit=100&modified_since=2000-01-01T00:00:00%2B01:00")["data"]
    gone = [one["id"] for one in changes if one.get("deleted")]
    assert gone == [f"http://localhost{MEETING}"]
    assert len(changes) == len(everything) + 1


def test_a_client_that_asks_from_where_it_was_misses_nothing(client: Client, world: None) -> None:
    Trace.objects.update(modified=datetime(2025, 1, 1, tzinfo=UTC), created=datetime(2025, 1, 1, tzinfo=UTC))
    late = datetime(2025, 6, 1, 12, 0, 0, 700_000, tzinfo=UTC)
    case = Trace.objects.get(audience=Audience.STREET, kind=TraceKind.CASE, key="solbjerg-kommune/999-2024-1204")
    Trace.objects.filter(pk=case.pk).update(modified=late)
    modified = told(client, f"/oparl/v1.1/paper/{case.key}")["modified"]
    assert modified == "2025-06-01T12:00:00+00:00"
    for query, found in (
        ("modified_since=2025-06-01T12:00:00Z", 1),
        ("modified_since=2025-06-01T12:00:00%2B00:00&modified_until=2025-06-01T12:00:00%2B00:00", 1),
        ("modified_since=2025-06-01T12:00:01Z", 0),
        ("created_since=2025-02-01", 0),
        ("created_until=2024-12-31T23:59:59Z", 0),
        ("created_since=2025-01-01T00:00:00Z&created_until=2025-01-01T00:00:00Z&modified_since=2025-05-01", 1),
    ):
        assert len(told(client, f"{BODY}/paper?{query}")["data"]) == found, query


def test_filters_stay_in_the_addresses_of_pages(client: Client, world: None) -> None:
    page = told(client, f"{BODY}/meeting?limit=2&omit_internal=true&modified_since=2025-01-01T00:00:00%2B01:00")
    following = page["links"]["next"]
    for part in ("limit=2", "omit_internal=true", "modified_since=2024-12-31T23%3A00%3A00%2B00%3A00"):
        assert part in following
    assert page["links"]["first"].split("?")[0] == f"http://localhost{BODY}/meeting"
    assert told(client, page["links"]["self"]) == page


@pytest.mark.parametrize("address", [*LISTS, *ONES])
def test_an_answer_is_not_sent_again_to_whoever_has_it(client: Client, world: None, address: str) -> None:
    Trace.objects.update(modified=timezone.now() - timedelta(minutes=1))
    first = client.get(address)
    for given_back in ({"HTTP_IF_NONE_MATCH": first["ETag"]}, {"HTTP_IF_MODIFIED_SINCE": first["Last-Modified"]}):
        again = client.get(address, **given_back)  # type: ignore[arg-type]
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", [f"{BODY}/file", "/oparl/v1.1/content/oekonomiudvalget/2025-03-31/referat"])
def test_two_changes_within_a_second_are_told_apart(client: Client, world: None, address: str) -> None:
    second = (timezone.now() - timedelta(minutes=1)).replace(microsecond=0)
    Trace.objects.update(modified=second + timedelta(microseconds=100))
    asked_at = client.get(address, HTTP_IF_MODIFIED_SINCE=http_date(second.timestamp()))
    assert asked_at.status_code == 200, "who looked in that second may have looked before the change"
    Trace.objects.update(modified=timezone.now())
    fresh = client.get(address)
    assert fresh.has_header("ETag")
    assert not fresh.has_header("Last-Modified")
    assert client.get(address, HTTP_IF_MODIFIED_SINCE=http_date()).status_code == 200


@pytest.mark.parametrize("address", [*LISTS, *ONES])
def test_an_answer_costs_eleven_queries_at_most(client: Client, world: None, address: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    assert len(asked) <= 11, [query["sql"][:150] for query in asked]


@pytest.mark.parametrize("address", [*LISTS, *ONES])
def test_anybodys_page_may_read_it(client: Client, world: None, address: str) -> None:
    assert client.get(address)["Access-Control-Allow-Origin"] == "*"
    asked = client.options(address)
    assert asked.status_code == 204
    assert {"If-None-Match", "*"} <= set(asked["Access-Control-Allow-Headers"].split(", "))
    assert client.head(address).status_code == 200
    refused = client.post(address)
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert problem(refused.content)["status"] == 405


@pytest.mark.parametrize(
    "address",
    [
        "/oparl/v1.1/nothing", "/oparl/v1.1/meeting/direktionen/1999-01-01", "/oparl/v1.1/meeting/%00",
        "/oparl/v1.1/body/findes-ikke/meeting", f"{BODY}/body", f"{BODY}/nothing",
        "/oparl/v1.1/organization/oekonomiudvalget/person", "/oparl/v1.1/paper/x/../../y", "/oparl/v1.1/content/x",
        "/oparl/v1.1/meeting/ledergruppen/2025-01-20", "/oparl/v1.1/organization/ledergruppen",
        f"/oparl/v1.1/meeting/{'a' * 5000}", "/oparl/v1.1/file/..%2f..%2fetc", "/oparl/v1.1/meeting/Ø",
    ],
)  # fmt: skip
def test_an_address_of_nothing_is_a_problem(client: Client, world: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert problem(answer.content)["type"] == "https://schema.oparl.org/1.1/Error"


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/oparl", SYSTEM), ("/oparl/", SYSTEM), ("/oparl/v1.1", SYSTEM), ("/oparl/v1.1/", SYSTEM),
        (f"{SYSTEM}/", SYSTEM), ("/oparl/v1.1/body/", "/oparl/v1.1/body"), (f"{BODY}/", BODY),
        (f"{BODY}/meeting/?limit=2&x=%C3%A6", f"{BODY}/meeting?limit=2&x=%C3%A6"),
        ("/oparl/v1.1/meeting/oekonomiudvalget/2025-03-31/", "/oparl/v1.1/meeting/oekonomiudvalget/2025-03-31"),
    ],
)  # fmt: skip
def test_an_address_that_is_nearly_right_leads_to_what_was_meant(
    client: Client, world: None, address: str, meant: str
) -> None:
    answer = client.get(address)
    assert (answer["Location"], answer["Access-Control-Allow-Origin"]) == (meant, "*")
    assert client.get(meant).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "limit=-1", "limit=0", "limit=x", "limit=1e3", "limit=", "limit=99999999999999999999", "page=0", "page=-1",
        "page=x", "page=", "page=1e3", "page=99999999999999999", "page=2&after=x",
        "after=x", "after=-5", "after=1.2", "after=" + "9" * 50, "modified_since=x", "modified_since=",
        "modified_since=2025-13-01", "modified_since=2025-02-30T12:00:00Z",
        "modified_since=0001-01-01T00:00:00%2B14:00",
        "created_until=2025-01-01T25:00:00Z", "modified_since=2025-01-01T00:00:00%2B99:99", "omit_internal=maybe",
        "modified_since=%00", "created_since=2025-01-01T00:00:00Z&after=7", "modified_since=٢٠٢٥-01-01",
    ],
)  # fmt: skip
def test_a_question_that_makes_no_sense_is_a_problem(client: Client, world: None, query: str) -> None:
    answer = client.get(f"{BODY}/meeting?{query}")
    assert answer.status_code == 400, answer.content
    said = problem(answer.content)
    assert said["detail"] in said["message"]


@pytest.mark.parametrize(
    "query",
    [
        "limit=1000", "page=1", "page=400", "nobody=knows", "modified_until=9999-12-31T23:59:59Z",
        "created_since=1969-01-01",
        "modified_since=2025-01-01T00:00:00+01:00", "modified_since=2025-01-01 00:00",
        "modified_since=2025-01-01T00:00:00.123456789Z", "created_until=2025-01-01t00:00:00z", "limit=1&limit=2",
        "omit_internal=TRUE", "after=999999999999999999", "modified_since=2025-01-01&after=99999999999999999.1",
    ],
)  # fmt: skip
def test_a_question_may_be_asked_in_many_ways(client: Client, world: None, query: str) -> None:
    assert client.get(f"{BODY}/meeting?{query}").status_code == 200


@examples(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.dictionaries(
        st.sampled_from(("limit", "after", "page", "omit_internal", "modified_since", "created_until", "x")),
        st.one_of(st.text(max_size=40), st.integers().map(str), st.datetimes().map(str), st.floats().map(str)),
    ),
    path=st.text(max_size=60),
)
@pytest.mark.slow
def test_nothing_that_is_asked_is_a_fault(client: Client, world: None, query: dict[str, str], path: str) -> None:
    for address in (f"{BODY}/meeting", f"/oparl/v1.1/meeting/{path}", f"/oparl/v1.1/{path}"):
        answer = client.get(address, {name: value.encode("utf-8", "replace") for name, value in query.items()})
        assert answer.status_code in {200, 301, 302, 400, 404}
        assert answer.status_code in {301, 302} or "json" in answer["Content-Type"]


def test_a_fault_of_ours_is_a_problem_and_tells_nothing(
    client: Client, world: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("hemmeligt")

    heard: list[object] = []
    got_request_exception.connect(lambda **facts: heard.append(facts), weak=False, dispatch_uid="heard")
    monkeypatch.setattr(views, "written_system", fail)
    client.raise_request_exception = False
    answer = client.get(SYSTEM)
    got_request_exception.disconnect(dispatch_uid="heard")
    assert answer.status_code == 500
    assert b"hemmeligt" not in answer.content
    assert problem(answer.content)["status"] == 500
    assert heard


def test_a_paper_that_comes_into_force_in_the_middle_of_reading_disturbs_nobody(
    client: Client, world: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes, times = next(paper for paper in papers() if paper.body == FINANCE), []

    def write(*args: Any) -> list[Object]:
        times.append(args)
        if len(times) == 1:
            publish(replace(minutes, items=minutes.items[:1]), Audience.STREET, FILES)
        return objects.write(*args)

    monkeypatch.setattr(views, "write", write)
    found = told(client, f"{BODY}/agendaitem?limit=100")["data"]
    assert len(times) == 2
    assert not [one["id"] for one in found if one["id"].endswith("oekonomiudvalget/2025-02-03/3")]


def test_the_bytes_of_an_erased_file_are_gone(client: Client, world: None) -> None:
    file = Trace.objects.filter(kind=TraceKind.FILE, deleted=None)[0]
    Trace.objects.filter(pk=file.pk).update(deleted=file.created, data="", reason="Slettet.")
    assert client.get(f"/oparl/v1.1/content/{file.key}").status_code == 410


def test_a_file_that_could_run_in_a_browser_is_shown_and_runs_nothing(client: Client, world: None) -> None:
    page = b"<script src=/bilag/x></script>"
    file = PaperFile(sha256=sha256(page).hexdigest(), name="side.html", media_type="text/html", size=len(page))
    item = replace(
        harbour("1", date(2025, 6, 2), FINANCE),
        attachments=(Attachment(title="Side", document_number=None, access=Access.OPEN, file=file),),
    )
    publish(paper(FINANCE, date(2025, 6, 2), item), Audience.STREET, {file.sha256: page})
    key = Trace.objects.get(kind=TraceKind.FILE, data__contains=file.sha256).key
    answer = client.get(f"/oparl/v1.1/content/{key}")
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(f"/oparl/v1.1/download/{key}")["Content-Disposition"].startswith("attachment")


def test_a_canonical_host_and_a_licence_can_be_set(client: Client, world: None, settings: Settings) -> None:
    settings.OPEN_DATA_ADDRESS = "https://dagsordener.example.dk"
    settings.OPEN_DATA_LICENSE = "https://creativecommons.org/publicdomain/zero/1.0/"
    found = told(client, SYSTEM)
    assert found["id"] == f"https://dagsordener.example.dk{SYSTEM}"
    assert found["license"] == settings.OPEN_DATA_LICENSE


def test_an_empty_archive_has_a_system_and_no_bodies(client: Client) -> None:
    assert told(client, SYSTEM)["oparlVersion"] == "https://schema.oparl.org/1.1/"
    assert told(client, "/oparl/v1.1/body") | {"links": {}} == {
        "data": [],
        "pagination": {"elementsPerPage": 20, "totalElements": 0, "totalPages": 1, "currentPage": 1},
        "links": {},
    }


def test_minutes_tell_what_was_decided_and_keep_what_is_closed(client: Client, world: None) -> None:
    items = told(client, "/oparl/v1.1/meeting/oekonomiudvalget/2025-03-31")["agendaItem"]
    assert [(one["number"], one["order"], one["public"]) for one in items] == [("1", 0, True), ("2", 1, False)]
    assert items[1]["resolutionText"] == "Købet blev godkendt."
    assert "consultation" not in items[1]
    case = told(client, "/oparl/v1.1/paper/solbjerg-kommune/999-2024-1204")
    dates = [one["meeting"].rsplit("/", 1)[1] for one in case["consultation"]]
    assert dates == sorted(dates)
    assert case["mainFile"]["fileName"] == "referat-oekonomiudvalget-2025-03-31.pdf"
    assert case["auxiliaryFile"][-1]["name"] == "Helhedsplan"


def test_an_item_that_was_taken_off_says_so(client: Client, world: None) -> None:
    day, why = (
        date(2025, 6, 2),
        Section(kind=SectionKind.REMARK, heading=HEADING, text=gone("Tallene mangler."), access=Access.OPEN),
    )
    items = (replace(harbour("1", day, FINANCE), decisions=(), sections=(why,)), replace(closed("2"), extract=SAID))
    publish(paper(FINANCE, day, *items), Audience.STREET, FILES)
    found = told(client, f"/oparl/v1.1/meeting/oekonomiudvalget/{day}")["agendaItem"]
    assert [one["result"] for one in found] == ["Udgået", "Udgået"]
    assert [one["resolutionText"] for one in found] == [gone("Tallene mangler."), SAID]
    assert told(client, found[0]["consultation"])["authoritative"] is False


def test_a_file_sent_back_with_its_tag_is_not_sent_again(client: Client, world: None) -> None:
    address = "/oparl/v1.1/content/oekonomiudvalget/2025-03-31/referat"
    tag = client.get(address)["ETag"]
    assert client.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 304


def test_times_move_only_when_something_changed(client: Client, world: None) -> None:
    Trace.objects.update(modified=timezone.now() - timedelta(days=2))
    since = (timezone.now() - timedelta(days=1)).isoformat(timespec="seconds").replace("+", "%2B")
    assert told(client, f"{BODY}/agendaitem?modified_since={since}")["data"] == []


def problem(body: bytes) -> Object:
    said: Object = json.loads(body)
    assert {"type", "title", "status", "detail", "message", "debug"} == set(said)
    return said


LEAVES = st.one_of(st.text(), st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False))


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20))
def test_what_is_written_for_people_is_json_for_programs(value: object) -> None:
    assert json.loads(pretty(value)) == value
    assert pretty(value) == json.dumps(value, ensure_ascii=False, indent=1)
