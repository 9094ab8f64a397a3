"""FirstAgenda's JSON becomes papers: the closed stays closed, and the fields' HTML is read like any minutes."""

import json
from datetime import date, time
from typing import Any

import pytest

from sagsgang.paper.model import Access, ItemType, PaperKind, SectionKind
from sagsgang.readers.base import Reading
from sagsgang.readers.extract import Refused
from sagsgang.readers.read_file import read_file

FIELD = (
    "<div><h2>Sagstype</h2><p>Beslutning</p><h2>Resume</h2><p>Hallen mangler et nyt gulv.</p><h2>Indstilling</h2>"
    "<p>Centerchefen indstiller, at gulvet udskiftes.</p><h2>Sagsfremstilling</h2><p>Gulvet er fra 1974.</p>"
    "<ul><li>slidt</li><li>ujævnt</li></ul><h2>Økonomiske konsekvenser</h2><p>Ingen.</p></div>"
)


def point(**changes: Any) -> dict[str, Any]:
    return {
        "Id": "a1",
        "IsOpen": True,
        "Number": "3",
        "CaseNumber": "999-2019-4411",
        "Caption": "Nyt gulv i hallen",
        "Felter": [{"Html": FIELD, "DocumentId": 7}],
        "Bilag": [
            {"Id": 2, "Navn": "Tilbud på gulv", "Order": 2, "HarPdfVersion": True},
            {"Id": 1, "Navn": "Notat om hallen", "Order": 1, "HarPdfVersion": True},
        ],
        "ItemDecision": "<p>Godkendt.</p>",
    } | changes


def agenda(*points: dict[str, Any], **about: Any) -> dict[str, Any]:
    meeting = {
        "Id": 5,
        "Dato": "2019-11-04T00:00:00",
        "MeetingBeginUtc": "2019-11-04T15:30:00Z",
        "MeetingEndUtc": "2019-11-04T17:05:00Z",
        "Sted": "Rådhuset, lokale 2",
        "Afsluttet": True,
    }
    return {
        "Id": 1,
        "Udvalg": {"Id": 9, "Navn": "Kulturudvalg 2018-2021"},
        "Moede": meeting | about,
        "TillaegsDagsorden": False,
        "Dagsordenpunkter": list(points) or [point()],
    }


def read(data: object) -> tuple[Reading, ...]:
    return read_file(json.dumps(data).encode(), "dagsorden.json")


def codes(reading: Reading) -> list[tuple[str, str | None]]:
    return [(each.code, each.item) for each in reading.doubts]


def test_the_meeting_is_read_with_its_hours_in_danish_time() -> None:
    (reading,) = read(agenda())
    paper = reading.paper
    assert (paper.kind, paper.body, paper.date) == (PaperKind.MINUTES, "Kulturudvalget", date(2019, 11, 4))
    assert (paper.start, paper.end, paper.place) == (time(16, 30), time(18, 5), "Rådhuset, lokale 2")
    assert reading.doubts == ()


def test_headings_inside_a_field_become_sections() -> None:
    (item,) = read(agenda())[0].paper.items
    assert (item.number, item.title, item.access) == ("3", "Nyt gulv i hallen", Access.OPEN)
    assert (item.case_number, item.item_type) == ("999-2019-4411", ItemType.DECISION)
    assert {section.kind: section.text for section in item.sections} == {
        SectionKind.SUMMARY: "Hallen mangler et nyt gulv.",
        SectionKind.RECOMMENDATION: "Centerchefen indstiller, at gulvet udskiftes.",
        SectionKind.PRESENTATION: "Gulvet er fra 1974.\n\n- slidt\n- ujævnt",
        SectionKind.FINANCES: "Ingen.",
    }


def test_attachments_stand_in_their_order_and_the_decision_is_classified() -> None:
    (item,) = read(agenda())[0].paper.items
    assert [each.title for each in item.attachments] == ["Notat om hallen", "Tilbud på gulv"]
    (decision,) = item.decisions
    assert (decision.body, decision.date, decision.text) == ("Kulturudvalget", date(2019, 11, 4), "Godkendt.")
    assert decision.outcome.primary == "approved"


def test_a_decision_under_a_heading_in_a_field_is_a_decision() -> None:
    field = {"Html": "<h2>Sagsfremstilling</h2><p>Tekst.</p><h2>Beslutning</h2><p>Drøftet.</p>"}
    (item,) = read(agenda(point(Felter=[field], ItemDecision=None)))[0].paper.items
    assert [each.text for each in item.decisions] == ["Drøftet."]
    assert [each.text for each in item.sections] == ["Tekst."]


def test_the_other_names_of_the_fields_are_known() -> None:
    other = {"Punktnummer": 4, "Navn": "4. Eventuelt", "SagsNummer": "19/221", "IsOpen": True}
    (item,) = read(agenda(other))[0].paper.items
    assert (item.number, item.title, item.case_number) == ("4", "Eventuelt", "19/221")


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"IsOpen": False}, None),
        ({"IsOpen": None}, "unknown_access"),
        ({"IsOpen": "true"}, None),
        ({"IsOpen": True, "Caption": "Lukket: Nyt gulv i hallen"}, "access_conflict"),
    ],
)
def test_an_item_that_is_not_surely_open_keeps_number_and_title_only(changes: dict[str, Any], doubt: str) -> None:
    (reading,) = read(agenda(point(**changes)))
    (item,) = reading.paper.items
    assert (item.number, item.title, item.access) == ("3", "Nyt gulv i hallen", Access.CLOSED)
    assert (item.sections, item.attachments, item.decisions, item.case_number) == ((), (), (), None)
    expected = [(doubt, "3")] if doubt else []
    assert codes(reading) == [*expected, ("text_after_closed", "3")]


def test_an_open_item_whose_text_calls_itself_closed_is_closed() -> None:
    field = {"Html": "<p>Lukket</p><h2>Sagsfremstilling</h2><p>Om en ansat.</p>"}
    (reading,) = read(agenda(point(Felter=[field])))
    assert (reading.paper.items[0].access, reading.paper.items[0].sections) == (Access.CLOSED, ())
    assert codes(reading) == [("access_conflict", "3")]


def test_a_closed_item_without_text_raises_no_doubt() -> None:
    (reading,) = read(agenda({"IsOpen": False, "Number": "1", "Caption": "Lukket - Ejendomssag", "Felter": []}))
    assert (reading.paper.items[0].title, reading.doubts) == ("Ejendomssag", ())


def test_a_field_that_looks_like_several_items_stays_one_item() -> None:
    field = {"Html": "<h2>Punkt 1: Falsk</h2><p>Åbent</p><h2>Punkt 2: Også falsk</h2><p>Åbent</p><p>Tekst.</p>"}
    (reading,) = read(agenda(point(Felter=[field]), point(Number="4", Caption="Næste")))
    assert [item.number for item in reading.paper.items] == ["3", "4"]
    assert "Også falsk" in "".join(section.text for section in reading.paper.items[0].sections)


def test_before_the_meeting_has_ended_it_is_an_agenda() -> None:
    assert read(agenda(point(ItemDecision=None), Afsluttet=False))[0].paper.kind is PaperKind.AGENDA


def test_a_list_of_agendas_gives_a_paper_each() -> None:
    assert [each.paper.date for each in read([agenda(), agenda(Dato="2019-12-02T00:00:00")])] == [
        date(2019, 11, 4),
        date(2019, 12, 2),
    ]


@pytest.mark.parametrize("stated", ["2019-11-03T23:00:00Z", "04-11-2019", "/Date(1572822000000)/", "2019-11-04"])
def test_a_date_is_read_in_every_form_that_the_portal_writes(stated: str) -> None:
    assert read(agenda(Dato=stated))[0].paper.date == date(2019, 11, 4)


def test_a_meeting_without_body_and_date_is_doubtful() -> None:
    (reading,) = read({"Dagsordenpunkter": [{"Number": 1, "Caption": "A", "IsOpen": True}], "Moede": None})
    assert {code for code, _ in codes(reading)} == {"no_body", "no_date"}


def test_a_list_of_committees_is_refused_as_holding_no_papers() -> None:
    listing = {"Udvalg": {"Udvalg 2018-2021": [{"Id": 1, "Navn": "Kulturudvalget", "Moeder": []}]}}
    with pytest.raises(Refused, match="ingen dagsordener"):
        read(listing)


@pytest.mark.parametrize("broken", [{"Dagsordenpunkter": 7}, {"Dagsordenpunkter": [3]}, {"Dagsordenpunkter": [[]]}])
def test_another_shape_is_refused(broken: object) -> None:
    with pytest.raises(Refused, match="FirstAgenda"):
        read(broken)
