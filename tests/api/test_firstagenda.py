"""The API that robots know, read by our own reader of it, and walked as a robot walks it."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sagsgang.api.identities import Kind, identity, row_of
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from sagsgang.paper.model import PaperKind
from sagsgang.readers import firstagenda
from tests.portal.papers import papers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
STRANGE = ("", "x", "1", "00000002-0000-5000-8000-00000000ffff", "0" * 36, "ffffffff-ffff-ffff-ffff-ffffffffffff")


def committees(client: Client) -> list[dict[str, Any]]:
    terms = client.get("/api/agenda/udvalgsliste").json()["Udvalg"]
    return [body for bodies in terms.values() for body in bodies]


def agendas(client: Client) -> list[dict[str, Any]]:
    ids = [meeting["Id"] for body in committees(client) for meeting in body["Moeder"]]
    return [client.get(f"/api/agenda/dagsorden/{one}").json() for one in ids]


def test_a_robot_finds_every_paper(client: Client) -> None:
    found = {(agenda["Udvalg"]["Navn"], agenda["Moede"]["Dato"][:10]) for agenda in agendas(client)}
    assert found == {(paper.body, str(paper.date)) for paper in papers()}


def test_terms_are_named_by_their_years(client: Client) -> None:
    names = list(client.get("/api/agenda/udvalgsliste").json()["Udvalg"])
    assert names == sorted(names, reverse=True)
    assert "Udvalg 2022-2025" in names


def test_our_own_reader_of_that_shape_reads_the_papers_back(client: Client) -> None:
    for agenda in agendas(client):
        (reading,) = firstagenda.read(agenda)
        paper = reading.paper
        mine = next(
            one for one in papers() if (one.body, one.date) == (paper.body, paper.date) and one.kind == paper.kind
        )
        assert [item.number for item in paper.items] == [item.number for item in mine.items]
        assert [item.title for item in paper.items] == [item.title for item in mine.items]
        assert [item.access for item in paper.items] == [item.access for item in mine.items]
        assert (paper.start, paper.end) == (mine.start, mine.end)


def test_a_closed_item_says_nothing(client: Client) -> None:
    closed = [item for agenda in agendas(client) for item in agenda["Dagsordenpunkter"] if not item["IsOpen"]]
    assert closed
    assert all([part["Html"] for part in item["Felter"]] == [""] and item["Bilag"] == [] for item in closed)


def test_ids_stay_when_the_minutes_replace_the_agenda(client: Client) -> None:
    agenda = next(paper for paper in papers() if paper.kind is PaperKind.AGENDA)
    before = next(one for one in agendas(client) if one["Moede"]["Dato"][:10] == str(agenda.date))
    publish(replace(agenda, kind=PaperKind.MINUTES), Audience.STREET)
    after = next(one for one in agendas(client) if one["Moede"]["Dato"][:10] == str(agenda.date))
    assert (before["Id"], before["Moede"]["Afsluttet"], after["Moede"]["Afsluttet"]) == (after["Id"], False, True)
    assert [item["Id"] for item in before["Dagsordenpunkter"]] == [item["Id"] for item in after["Dagsordenpunkter"]]
    assert before["Moede"]["ReleasedDate"] <= after["Moede"]["ReleasedDate"]


def test_an_attachment_leads_to_its_file(client: Client) -> None:
    parts = [part for agenda in agendas(client) for item in agenda["Dagsordenpunkter"] for part in item["Bilag"]]
    held = [part["Id"] for part in parts if part["Id"]]
    assert held
    for one in held:
        answer = client.get(f"/Vis/Pdf/bilag/{one}", follow=True)
        assert answer.status_code == 200


def test_a_deep_link_leads_to_the_item(client: Client) -> None:
    agenda = agendas(client)[0]
    item = agenda["Dagsordenpunkter"][0]
    assert client.get(f"/vis?id={agenda['Id']}&punktid={item['Id']}", follow=True).status_code == 200
    assert client.get(f"/vis?id={agenda['Id']}")["Location"].startswith("/moeder/")


def test_a_search_names_items_that_can_be_fetched(client: Client) -> None:
    found = client.get("/api/agenda/soeg/?soegeord=havn").json()
    assert found["Antal"] == len(found["Resultater"]) > 0
    assert client.get(f"/api/agenda/dagsorden/{found['Resultater'][0]['Id']}").status_code == 200


@pytest.mark.parametrize(
    "address", ["/vis/pdf/bilag/a/b", "/Vis/Pdf/dagsorden//", "/pdf/getdagsorden/%0A", "/Vis/pdf/", "/api/", "/API/x"]
)
def test_below_a_robots_addresses_nothing_answers_in_html(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("text", STRANGE)
def test_an_id_that_names_nothing_is_a_problem(client: Client, text: str) -> None:
    for address in (f"/api/agenda/dagsorden/{text or 'x'}", f"/Vis/Pdf/bilag/{text or 'x'}"):
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert client.get(f"/vis?id={text}&punktid={text}").status_code == 302


@pytest.mark.parametrize("asked", ["side=0", "side=x", "side=99999999999", f"soegeord={'x' * 301}"])
def test_a_wrong_question_is_a_problem(client: Client, asked: str) -> None:
    assert client.get(f"/api/agenda/soeg/?{asked}").status_code == 400


def test_the_lists_ask_few_questions(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    one = committees(client)[0]["Moeder"][0]["Id"]
    for address in ("/api/agenda/udvalgsliste", f"/api/agenda/dagsorden/{one}", "/api/agenda/soeg/?soegeord=havn"):
        with django_assert_max_num_queries(8):
            client.get(address)


@pytest.mark.parametrize("kind", Kind)
def test_an_id_names_its_row_and_no_other_kind(kind: Kind) -> None:
    text = identity(kind, 1234, 7)
    assert row_of(kind, text) == (1234, 7)
    assert [other for other in Kind if row_of(other, text)] == [kind]


@pytest.mark.parametrize("side", ["000000001999", "000000001" + "9" * 5000, "1" * 9])
def test_a_page_number_of_many_digits_is_a_problem(client: Client, side: str) -> None:
    answer = client.get("/api/agenda/soeg/", {"soegeord": "havn", "side": side})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
