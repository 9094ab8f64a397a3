"""Lines that only look like headings: a meeting mentioned, a word inside a text, a number cut in two."""

import pytest

from sagsgang.paper.model import Item, SectionKind
from tests.readers.facts import only

TOP = (
    "REFERAT Direktionen d. 02-05-2016\n\nMødedato Mandag d. 02. maj 2016 kl. 12:30\n\nMødested"
    "\n\nMødelokale 3, Torvet 1\n\nPunkt 1: 2. opfølgning på stien\n\nSagsfremstilling\n\n1. 2. opfølgning på stien"
    "\n\nÅbent\n\nSagsnr.: 999-2016-\n1 J.nr.: 05.01.00 Dokumentnr.: 999-2016-\n22\n\nSagstype\n\nBeslutning\n\n"
    "Behandling\n\nDirektionen\n\nSagsfremstilling\n\nStien er færdig.\n\n"
)
DECIDED = "Direktionens møde den 2. maj 2016:\n\nGodkendt."


def item(body: str) -> Item:
    (found,) = only(TOP + body).paper.items
    return found


def text(found: Item, kind: SectionKind) -> str:
    return "\n\n".join(section.text for section in found.sections if section.kind is kind)


def test_a_title_with_a_number_and_cut_numbers_are_read() -> None:
    found = item(DECIDED)
    assert (found.title, found.case_number, found.kle_number, found.document_number) == (
        "2. opfølgning på stien",
        "999-2016-1",
        "05.01.00",
        "999-2016-22",
    )


def test_a_place_may_begin_as_a_label_does() -> None:
    assert only(TOP + DECIDED).paper.place == "Mødelokale 3, Torvet 1"


@pytest.mark.parametrize(
    "line",
    [
        "Sagen genoptages på udvalgets møde den 3. juni 2016.",
        "Opfølgning på møde den 3. april 2016",
        "Til Direktionens møde den 9. maj 2016: Notat vedlægges.",
    ],
)
def test_a_meeting_mentioned_in_a_decision_is_part_of_it(line: str) -> None:
    (decision,) = item(f"{DECIDED}\n\n{line}").decisions
    assert decision.text.endswith(line)


def test_an_attachment_may_be_the_minutes_of_a_meeting() -> None:
    found = item(f"Bilag\n\nReferat af møde den 3. april 2016\n\n999-2016-7\n\n{DECIDED}")
    assert [(one.title, one.document_number) for one in found.attachments] == [
        ("Referat af møde den 3. april 2016", "999-2016-7")
    ]


@pytest.mark.parametrize(
    "line", ["Bilag: Se også kortet i bilag 1.", "Høring", "Behandling\n\nKlager besvares skriftligt."]
)
def test_a_heading_word_inside_a_text_is_text(line: str) -> None:
    found = item(f"{line}\n\nStien åbner nu.\n\nØkonomiske konsekvenser\n\nIngen\n\n{DECIDED}")
    assert text(found, SectionKind.PRESENTATION) == f"Stien er færdig.\n\n{line}\n\nStien åbner nu."
    assert found.attachments == ()


def test_a_usual_heading_after_the_finances_ends_them() -> None:
    found = item(f"Økonomiske konsekvenser\n\nIngen\n\nVidere proces\n\nStien indvies.\n\n{DECIDED}")
    assert text(found, SectionKind.FINANCES) == "Ingen"
    assert text(found, SectionKind.OTHER) == "Stien indvies."


def test_a_title_wrapped_over_two_lines_needs_no_contents_list() -> None:
    wrapped = TOP.replace("Punkt 1: 2. opfølgning på stien", "Punkt 1: 2. opfølgning\npå stien")
    (found,) = only(wrapped + DECIDED).paper.items
    assert (found.title, found.case_number) == ("2. opfølgning på stien", "999-2016-1")


def test_spaces_doubled_by_an_extraction_are_halved() -> None:
    (found,) = only((TOP + DECIDED).replace(" ", "  ")).paper.items
    assert (found.title, found.case_number) == ("2. opfølgning på stien", "999-2016-1")


def test_the_items_own_number_says_that_it_is_withdrawn() -> None:
    (decision,) = item(DECIDED.replace("Godkendt.", "Punkt 1 udgår.")).decisions
    assert decision.outcome.primary == "withdrawn"
