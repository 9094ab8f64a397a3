"""Nothing closed passes the door to the street."""

from dataclasses import replace
from datetime import date

from sagsgang.danish.outcomes import Outcome, OutcomeKind
from sagsgang.paper.model import (
    Access,
    Attachment,
    Decision,
    Item,
    Paper,
    PaperFile,
    PaperKind,
    RecommendationPoint,
    Section,
    SectionKind,
)
from sagsgang.paper.redact import is_open, redact

DAY = date(2024, 3, 4)


def section(access: Access, kind: SectionKind = SectionKind.SUMMARY) -> Section:
    return Section(kind=kind, heading="", text="KANARIEFUGL", access=access)


def decision(access: Access) -> Decision:
    return Decision(
        body="Direktionen", date=DAY, text="KANARIEFUGL", access=access, outcome=Outcome(OutcomeKind.APPROVED)
    )


def item(access: Access) -> Item:
    return Item(
        number="4",
        title="Køb af grund",
        access=access,
        case_number="999-2024-1",
        toc_page=7,
        sections=(section(Access.CLOSED), section(Access.CLOSED, SectionKind.RECOMMENDATION)),
        points=(RecommendationPoint(number="1", text="KANARIEFUGL"),),
        attachments=(
            Attachment(
                title="KANARIEFUGL",
                document_number=None,
                access=Access.CLOSED,
                file=PaperFile(sha256="ab" * 32, name="KANARIEFUGL.pdf", media_type="application/pdf", size=9),
            ),
        ),
        decisions=(decision(Access.CLOSED),),
    )


def paper(*items: Item) -> Paper:
    return Paper(kind=PaperKind.MINUTES, body="Direktionen", date=DAY, items=items)


def test_a_closed_item_keeps_its_number_title_and_page_only() -> None:
    (stub,) = redact(paper(item(Access.CLOSED))).items
    assert stub == Item(number="4", title="Køb af grund", access=Access.CLOSED, toc_page=7)


def test_closed_parts_of_an_open_item_are_dropped() -> None:
    (left,) = redact(paper(item(Access.OPEN))).items
    assert "KANARIEFUGL" not in repr(left)
    assert left.case_number == "999-2024-1"


def test_open_parts_stay() -> None:
    whole = paper(replace(item(Access.OPEN), sections=(section(Access.OPEN),), attachments=(), decisions=()))
    assert redact(whole) == whole


def test_only_a_paper_without_closed_parts_is_open() -> None:
    assert not is_open(paper(item(Access.OPEN)))
    assert not is_open(paper(item(Access.CLOSED)))
    assert is_open(redact(paper(item(Access.OPEN), item(Access.CLOSED))))
