"""What is published of a paper in doubt, once a person has accepted it."""

from dataclasses import replace

import pytest

from sagsgang.archive.guard import has_number, places_of_numbers, unpublishable
from sagsgang.archive.withhold import TITLE_WITHHELD, safe_edition
from sagsgang.paper.model import Access, Attachment, Paper, RecommendationPoint, SectionKind
from sagsgang.paper.store import dumps
from tests.archive.papers import CLOSED_STUB, DAY, decision, item, minutes, section

NUMBER = "070761-4285"
TEXT = f"Borgeren {NUMBER} har klaget."
ATTACHED = Attachment(title=TEXT, document_number=None, access=Access.OPEN)
CLEAN = section("Skolen får nye vinduer.")


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(minutes(DAY, item(sections=(section(TEXT), CLEAN))), id="section"),
        pytest.param(minutes(DAY, item(sections=(CLEAN,), decisions=(decision(TEXT),))), id="decision"),
        pytest.param(
            minutes(
                DAY,
                item(sections=(CLEAN,), attachments=(ATTACHED,)),
            ),
            id="attachment",
        ),
        pytest.param(
            minutes(
                DAY,
                item(
                    sections=(section("1. At klagen afvises.", kind=SectionKind.RECOMMENDATION), CLEAN),
                    points=(RecommendationPoint(number="1", text=TEXT),),
                ),
            ),
            id="point",
        ),
        pytest.param(minutes(DAY, item("1", TEXT), item("2", "Skolen", sections=(CLEAN,))), id="title"),
        pytest.param(minutes(DAY, replace(CLOSED_STUB, title=TEXT), item(sections=(CLEAN,))), id="title of a stub"),
        pytest.param(replace(minutes(DAY, item(sections=(CLEAN,))), remarks=TEXT), id="remarks"),
        pytest.param(replace(minutes(DAY, item(sections=(CLEAN,))), place=TEXT), id="place"),
        pytest.param(replace(minutes(DAY, item(sections=(CLEAN,))), members=(TEXT, "Medlem To")), id="members"),
        pytest.param(replace(minutes(DAY, item(sections=(CLEAN,))), absences=(TEXT,)), id="absences"),
    ],
)
def test_the_part_with_the_number_is_withheld_and_the_rest_is_published(paper: Paper) -> None:
    edition = safe_edition(paper)
    assert NUMBER.encode() not in dumps(edition)
    assert "vinduer" in dumps(edition).decode()
    assert unpublishable(edition) == ""
    assert not places_of_numbers(edition)


def test_a_title_with_a_number_is_not_shown() -> None:
    edition = safe_edition(minutes(DAY, item("1", TEXT)))
    assert (edition.items[0].title, edition.items[0].access) == (TITLE_WITHHELD, Access.CLOSED)


def test_of_two_items_with_one_number_both_are_stubs_when_either_is_closed() -> None:
    twins = minutes(DAY, item("2", "Åbent"), replace(CLOSED_STUB, number="2"), item("3", "Et tredje"))
    assert [one.access for one in safe_edition(twins).items] == [Access.CLOSED, Access.CLOSED, Access.OPEN]


def test_two_open_items_with_one_number_stay_as_printed() -> None:
    twins = minutes(DAY, item("2", "Det ene"), item("2", "Det andet"))
    assert safe_edition(twins) == twins


def test_a_case_number_is_no_persons_number() -> None:
    assert not has_number("Sagsnr. 326-2016-59792, dokument 999-2024-386513")
