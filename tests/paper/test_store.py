"""A paper as JSON comes back the same, from this schema and from older ones."""

import json
from datetime import date, time

import pytest

from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcomes import Commitment, Outcome, OutcomeKind, PointOutcome
from sagsgang.paper.model import (
    Access,
    Attachment,
    Decision,
    Item,
    ItemType,
    Paper,
    PaperFile,
    PaperKind,
    RecommendationPoint,
    Section,
    SectionKind,
    Treatment,
)
from sagsgang.paper.store import SCHEMA, UPGRADES, UnreadablePaper, dumps, from_json, to_json

DAY = date(2024, 3, 4)
PROMISE = Commitment("Et oplæg følger primo april.", None, Due(DueKind.INTERVAL, DAY, DAY, "primo april"))
PLAN = PaperFile(sha256="ab" * 32, name="kort over kanalen.pdf", media_type="application/pdf", size=348_160, pages=12)
WHOLE = Paper(
    kind=PaperKind.MINUTES,
    authority="Solbjerg Kommune",
    body="Direktionen",
    date=DAY,
    start=time(8, 30),
    end=time(10, 5),
    place="Rådhuset, lokale 2",
    members=("Medlem Ét",),
    absences=("Medlem To",),
    remarks="Punkt 3 blev behandlet først.",
    items=(
        Item(
            number="1",
            title="Møllevejens skole",
            access=Access.OPEN,
            item_type=ItemType.DECISION,
            case_number="999-2024-17",
            kle_number="17.01.00",
            document_number="999-2024-900",
            toc_page=3,
            deciding_body="Byrådet",
            route=("Direktionen", "Byrådet"),
            sections=(Section(kind=SectionKind.SUMMARY, heading="Resume", text="Kort.", access=Access.OPEN),),
            points=(RecommendationPoint(number="1", text="planen godkendes"),),
            attachments=(
                Attachment(title="Plan", document_number="999-2024-901", access=Access.OPEN),
                Attachment(title="Kort", document_number=None, access=Access.OPEN, file=PLAN),
            ),
            decisions=(
                Decision(
                    body="Direktionen",
                    date=DAY,
                    text="Godkendt. Et oplæg følger primo april.",
                    access=Access.OPEN,
                    outcome=Outcome(
                        OutcomeKind.APPROVED,
                        (OutcomeKind.SENT_BACK,),
                        (PointOutcome("1", OutcomeKind.APPROVED),),
                        0.9,
                    ),
                    commitments=(PROMISE,),
                ),
            ),
            treatments=(Treatment(body="Byrådet", date=DAY),),
        ),
    ),
)


def test_every_field_comes_back() -> None:
    assert from_json(json.loads(dumps(WHOLE))) == WHOLE


def test_bytes_are_canonical() -> None:
    data = dumps(WHOLE)
    assert data == json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert "Møllevejens".encode() in data


def test_a_paper_of_schema_nought_gives_its_parts_the_access_of_the_item() -> None:
    old = {
        "kind": "minutes",
        "body": "Direktionen",
        "date": "2016-05-30",
        "source": "gammel.txt",
        "doubts": [],
        "items": [
            {
                "number": "1",
                "title": "Kanalen",
                "access": "open",
                "sections": [{"kind": "summary", "text": "Kort."}],
                "attachments": [{"title": "Kort over kanalen", "document_number": None}],
                "decisions": [],
            },
            {"number": "2", "title": "Uvist", "sections": [{"kind": "summary", "text": "Kort."}]},
        ],
    }
    first, second = from_json(old).items
    assert first.sections[0].access is Access.OPEN
    assert first.attachments[0].access is Access.OPEN
    assert second.access is Access.CLOSED
    assert second.sections[0].access is Access.CLOSED


def test_an_attachment_without_a_file_says_nothing_of_one() -> None:
    """So that the bytes, and the seals, of papers from before files were kept stay as they are."""
    title_only, with_file = to_json(WHOLE)["items"][0]["attachments"]
    assert sorted(title_only) == ["access", "document_number", "title"]
    assert with_file["file"] == {
        "sha256": "ab" * 32,
        "name": "kort over kanalen.pdf",
        "media_type": "application/pdf",
        "size": 348_160,
        "pages": 12,
    }


@pytest.mark.parametrize("change", [{"sha256": None}, {"size": None}, {"size": "12 kB"}, {"pages": "tolv"}])
def test_a_file_that_says_too_little_is_refused(change: dict[str, object]) -> None:
    data = to_json(WHOLE)
    data["items"][0]["attachments"][1]["file"] |= change
    with pytest.raises(UnreadablePaper):
        from_json(data)


def test_every_older_schema_has_its_step() -> None:
    assert sorted(UPGRADES) == list(range(SCHEMA))


@pytest.mark.parametrize(
    "change",
    [
        {"schema": SCHEMA + 1},
        {"schema": "1"},
        {"kind": "brev"},
        {"date": "4. marts"},
        {"items": [{"number": "1"}]},
        {"items": 5},
        {"body": 7},
        {"members": [None]},
        {"start": "25:99"},
    ],
)
def test_what_is_no_paper_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(UnreadablePaper):
        from_json(to_json(WHOLE) | change)
