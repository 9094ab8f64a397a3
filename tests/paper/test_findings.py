"""What a paper's items and dates say against each other."""

from datetime import date

import pytest

from sagsgang.danish.mismatch import MESSAGES
from sagsgang.danish.outcomes import Outcome, OutcomeKind
from sagsgang.paper.findings import Finding, findings
from sagsgang.paper.model import Access, Decision, Item, Paper, PaperKind, Section, SectionKind

MEETING = date(2023, 3, 20)
EARLIER = date(2023, 3, 6)


def section(text: str, kind: SectionKind = SectionKind.PRESENTATION, heading: str = "Sagsfremstilling") -> Section:
    return Section(kind=kind, heading=heading, text=text, access=Access.OPEN)


def decision(when: date, body: str = "Direktionen", text: str = "Godkendt.") -> Decision:
    return Decision(body=body, date=when, text=text, access=Access.OPEN, outcome=Outcome(OutcomeKind.APPROVED))


def paper(
    *, sections: tuple[Section, ...] = (), decisions: tuple[Decision, ...] = (), title: str = "Ny hal"
) -> Paper:
    quiet = Item(number="1", title="Godkendelse af dagsorden", access=Access.OPEN)
    item = Item(number="2", title=title, access=Access.OPEN, sections=sections, decisions=decisions)
    return Paper(kind=PaperKind.MINUTES, body="Direktionen", date=MEETING, items=(quiet, item))


def remark(when: str) -> Section:
    return section("Overblik er vedlagt.", SectionKind.REMARK, f"Administrativ bemærkning den {when}:")


def test_a_finding_names_its_item_and_says_it_in_danish() -> None:
    (found,) = findings(paper(sections=(section("Bad:\t10.000 kr.\nTag:\t5.000 kr.\nI alt\t16.000 kr."),)))
    assert found == Finding(
        code="sum_differs",
        message=MESSAGES["sum_differs"],
        stated="16.000 kr.",
        computed="15.000 kr.",
        quotes=("Bad:\t10.000 kr.", "Tag:\t5.000 kr.", "I alt\t16.000 kr."),
        item="2",
    )


def test_a_paper_that_holds_gives_nothing() -> None:
    sections = (section("Bad:\t10.000 kr.\nTag:\t5.000 kr.\nI alt\t15.000 kr."), remark("13. marts 2023"))
    assert findings(paper(sections=sections, decisions=(decision(EARLIER), decision(MEETING)))) == ()


AREAS = (
    "Jobcentret:\n\nMindreforbruget forventes at udgøre {0} mio. kr. (Sidste måned 5,0 mio. kr.) Der er færre ledige."
    "\n\nPuljer:\n\nDer forventes et merforbrug på 1,5 mio. kr. (Sidste måned 1,0 mio. kr.)"
)
TOTAL = section(
    "Der ventes et samlet mindreforbrug på 8,0 mio. kr. (Sidste måned 4,0 mio. kr.)", SectionKind.SUMMARY, "Resume"
)


def test_areas_that_come_to_the_total_are_no_finding() -> None:
    assert findings(paper(sections=(TOTAL, section(AREAS.format("9,5"))))) == ()


def test_what_the_areas_leave_of_a_total_is_shown() -> None:
    (found,) = findings(paper(sections=(TOTAL, section(AREAS.format("7,5")))))
    assert (found.code, found.stated) == ("rest_not_itemised", "mindreforbrug 8,0 mio. kr.")
    assert found.computed == "mindreforbrug 6,0 mio. kr."
    assert len(found.quotes) == 3
    assert all(quote in TOTAL.text + AREAS.format("7,5") for quote in found.quotes)


def test_amounts_outside_areas_of_their_own_are_no_parts() -> None:
    prose = "Merforbruget på løn udgør 1,5 mio. kr.\n\nMindreforbruget på drift udgør 2,0 mio. kr."
    assert findings(paper(sections=(TOTAL, section(prose)))) == ()


def test_a_remark_dated_before_the_earlier_decision_is_shown() -> None:
    (found,) = findings(paper(sections=(remark("13. marts 2022"),), decisions=(decision(EARLIER), decision(MEETING))))
    assert (found.code, found.stated) == ("dates_out_of_order", "13. marts 2022")
    assert found.computed == "mellem 6. marts 2023 og 20. marts 2023"
    assert found.quotes == ("Administrativ bemærkning den 13. marts 2022:", "Direktionen 6. marts 2023")


def test_a_remark_dated_after_the_meeting_is_shown() -> None:
    (found,) = findings(paper(sections=(remark("13. marts 2024"),)))
    assert (found.stated, found.computed) == ("13. marts 2024", "senest 20. marts 2023")


@pytest.mark.parametrize("days", [(1, 8, 15), (15, 8, 1), (8, 8), (20, 5, 12)])
def test_decisions_in_either_order_of_time_are_right(days: tuple[int, ...]) -> None:
    assert findings(paper(decisions=tuple(decision(date(2023, 3, day), "Udvalget") for day in days))) == ()


def test_a_decision_out_of_order_is_shown() -> None:
    days = (date(2023, 1, 9), date(2022, 2, 6), date(2023, 3, 6))
    (found,) = findings(paper(decisions=tuple(decision(day, "Udvalget") for day in days)))
    assert (found.code, found.stated, found.computed) == (
        "dates_out_of_order",
        "6. februar 2022",
        "tidligst 9. januar 2023",
    )


def test_the_body_s_own_decision_in_another_year_is_shown() -> None:
    (found,) = findings(paper(decisions=(decision(date(2022, 3, 20)),)))
    assert (found.stated, found.computed) == ("20. marts 2022", "20. marts 2023")


def test_the_body_s_own_decision_after_its_meeting_is_shown() -> None:
    (found,) = findings(paper(decisions=(decision(date(2024, 3, 6)), decision(MEETING))))
    assert (found.stated, found.computed) == ("6. marts 2024", "senest 20. marts 2023")
    assert findings(paper(decisions=(decision(MEETING), decision(date(2023, 4, 3), "Økonomiudvalget")))) == ()


def test_the_title_s_as_of_date_is_held_against_the_text() -> None:
    text = "På anlægssiden viser budgetopfølgningen pr. 31. januar 2023 en rest."
    (found,) = findings(paper(title="Budgetopfølgning pr. 28. februar 2023", sections=(section(text),)))
    assert found.code == "as_of_dates_differ"


def test_a_decision_is_checked_too_and_said_once() -> None:
    text = "Der arbejdes videre med følgende tre punkter:\n\n- Tag\n- Bad"
    (found,) = findings(paper(sections=(section(text),), decisions=(decision(MEETING, text=text),)))
    assert (found.code, found.computed) == ("count_differs", "2")
