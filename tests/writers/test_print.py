"""How a print is set: what belongs together stays together, and what was printed reads back as the same paper."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from sagsgang.demo.papers import papers
from sagsgang.paper.decide import decide
from sagsgang.paper.model import Access, Attachment, Item, Paper, Section, SectionKind
from sagsgang.readers.read_file import read_file
from sagsgang.writers import pdf, plain, wording
from sagsgang.writers.unparted import unparted
from tests.writers.solbjerg import BOILERS, DAY, MINUTES
from tests.writers.structure import Tag, tags
from tests.writers.test_pdf import failures, text_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo prints")]
_ONE = (decide(body="Økonomiudvalget", date=DAY, text="Godkendt.", access=Access.OPEN),)
VALUES = {
    "det koster 12,1 mio. kr. i alt": "det koster 12,1_mio._kr. i alt",
    "mødet begynder kl. 12.30 på tirsdag": "mødet begynder kl._12.30 på tirsdag",
    "efter § 8 i loven": "efter §_8 i loven",
    "det koster kr. 13.500 om året": "det koster kr._13.500 om året",
    "den 8. maj kommer": "den 8._maj kommer",
    "13 500 m² jord": "13_500_m² jord",
    "en by i 2024 med 3 skoler": "en by i 2024 med 3 skoler",
    "5 krager på en gren": "5 krager på en gren",
    "Børne- og Ungeudvalget, by- eller landzone": "Børne-_og Ungeudvalget, by-_eller landzone",
}


@pytest.fixture(scope="module")
def prints() -> list[tuple[Paper, bytes]]:
    return [(paper, pdf.write(paper)) for paper in papers()]


@pytest.mark.parametrize("text", VALUES)
def test_a_value_is_not_torn_and_nothing_else_is_tied(text: str) -> None:
    assert unparted(text).replace("\u00a0", "_") == VALUES[text]


def test_no_line_of_a_print_ends_between_a_number_and_its_unit(prints: list[tuple[Paper, bytes]]) -> None:
    for paper, data in prints:
        said = plain.write(paper)
        lines = [line.strip() for line in text_of(data).split("\n")]
        broken = [(one, other) for one, other in pairwise(lines) if f"{one[-12:]} {other[:8]}" in said]
        assert [pair for pair in broken if unparted(" ".join(pair))[len(pair[0])] == "\u00a0"] == []


def test_a_print_reads_back_as_the_same_paper(prints: list[tuple[Paper, bytes]]) -> None:
    for paper, data in prints:
        (reading,) = read_file(data, "papir.pdf")
        items = tuple(replace(item, toc_page=None) for item in reading.paper.items)
        assert replace(reading.paper, items=items) == paper, (paper.body, paper.date)


def test_no_decision_stands_alone_at_the_top_of_a_page(prints: list[tuple[Paper, bytes]]) -> None:
    for paper, data in prints:
        assert _alone(paper, data) == [], (paper.body, paper.date)


def test_what_belongs_to_a_long_list_stays_with_it_wherever_the_page_ends() -> None:
    paper = replace(MINUTES, items=tuple(map(_of_some_length, range(1, 40))))
    data = pdf.write(paper)
    assert _alone(paper, data) == []
    with pypdfium2.PdfDocument(data) as document:
        ends = [sheet.get_textpage().get_text_bounded().split("\n")[-3:] for sheet in document]
    assert [end for end in ends if any("indstiller, at" in line for line in end)] == []


def _of_some_length(number: int) -> Item:
    """An item with a recommendation and six attachments or more, its text `number` lines long."""
    text = "\n".join(f"Linje {line} af sagen." for line in range(number))
    sections = (
        Section(kind=SectionKind.PRESENTATION, heading="Sagsfremstilling", text=text, access=Access.OPEN),
        Section(
            kind=SectionKind.RECOMMENDATION,
            heading="Indstilling",
            text="Direktøren indstiller, at\n\n1. budgettet godkendes,\n2. arbejdet udbydes.",
            access=Access.OPEN,
        ),
    )
    files = tuple(
        Attachment(title=f"Notat {place}", document_number=f"999-2024-{place}", access=Access.OPEN)
        for place in range(6 + number % 5)
    )
    return replace(BOILERS, number=str(number), sections=sections, attachments=files, treatments=(), decisions=_ONE)


def _alone(paper: Paper, data: bytes) -> list[list[str]]:
    """The beginnings of pages that begin with a decision; where several stand together, the first of them may."""
    headings = {wording.decision_heading(one) for item in paper.items for one in item.decisions}
    with pypdfium2.PdfDocument(data) as document:
        tops = [_first_lines(sheet) for sheet in list(document)[1:]]
    return [top for top in tops if top[1:2] and top[1] in headings and not set(top[2:9]) & headings]


def test_every_print_is_tagged_as_it_reads(prints: list[tuple[Paper, bytes]]) -> None:
    for paper, data in prints:
        found = tags(data)
        assert found[0].role == "Document"
        assert [tag.role for tag in found].count("Title") == 1
        assert _heading_levels_step_down_by_one(found)
        assert [tag.title for tag in found if tag.role == "H1"] == [
            *([wording.REMARKS] if paper.remarks else []),
            wording.CONTENTS,
            *(f"Punkt {item.number}: {wording.item_title(item)}" for item in paper.items),
        ]
        assert [tag.title for tag in found if tag.role == "H2" and tag.title.endswith(":")] == [
            wording.decision_heading(decision) for item in paper.items for decision in item.decisions
        ]


def test_every_list_of_attachments_names_its_columns(prints: list[tuple[Paper, bytes]]) -> None:
    for paper, data in prints:
        found = tags(data)
        heads = [tag for tag in found if tag.role == "TH"]
        assert len(heads) >= 2 * sum(bool(item.attachments) for item in paper.items)
        assert all("/Column" in tag.attributes for tag in heads if "THead" in tag.around)
        assert not any(tag.role == "Figure" for tag in found)


def test_every_print_says_its_language_its_title_and_its_parts(prints: list[tuple[Paper, bytes]]) -> None:
    for paper, data in prints:
        with pypdfium2.PdfDocument(data) as document:
            marks = [mark.get_title() for mark in document.get_toc() if mark.level == 0]
            title = document.get_metadata_value("Title")
        assert len(marks) == len(paper.items)
        assert title == wording.title(paper)
        with pikepdf.open(BytesIO(data)) as file:
            assert str(file.Root.Lang) == "da-DK"
            assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
            assert all(str(sheet.Tabs) == "/S" for sheet in file.pages)


def test_the_validator_finds_nothing_in_any_print(prints: list[tuple[Paper, bytes]]) -> None:
    assert {(paper.body, paper.date): found for paper, data in prints if (found := failures(data))} == {}


def test_labels_are_printed_alike() -> None:
    text = text_of(pdf.write(MINUTES))
    assert "kl. 12.30" in text
    assert "12:30" not in text
    assert not any(f"{label}:" in text for label, _ in (*wording.numbers(BOILERS), *wording.handling(BOILERS)))


def test_a_decision_longer_than_a_page_is_printed_whole() -> None:
    text = "\n\n".join(
        f"Afsnit {number} af beslutningen. " + "Det gælder for alle skoler. " * 20 for number in range(30)
    )
    decisions = (replace(BOILERS.decisions[-1], text=text),)
    paper = replace(MINUTES, items=(replace(BOILERS, decisions=decisions), *MINUTES.items[1:]))
    printed = text_of(pdf.write(paper))
    assert all(f"Afsnit {number} af" in printed for number in range(30))


def _heading_levels_step_down_by_one(found: tuple[Tag, ...]) -> bool:
    levels = [int(tag.role[1:]) for tag in found if tag.role[0] == "H" and tag.role[1:].isdigit()]
    return levels[:1] == [1] and all(below - above <= 1 for above, below in pairwise(levels))


def _first_lines(sheet: pypdfium2.PdfPage) -> list[str]:
    text = sheet.get_textpage().get_text_range().replace("\u00a0", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]
