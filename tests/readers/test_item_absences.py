"""Who was absent from one item stands among the meeting's absences, with the item's number, and not in its text."""

from dataclasses import replace

import pytest

from sagsgang.paper.model import SectionKind
from sagsgang.writers import plain
from tests.readers.facts import only, source
from tests.writers.solbjerg import MINUTES, OTHER_BUSINESS, section

L16 = source("L16")
LINE = "Fraværende: Lone Aftryk, Mads Gengivelse"
NAMES = ("Lone Aftryk, punkt 178", "Mads Gengivelse, punkt 178")


@pytest.mark.parametrize(
    "lines",
    [
        LINE,
        "Afbud: Lone Aftryk, Mads Gengivelse",
        "Fraværende med afbud: Lone Aftryk; Mads Gengivelse",
        "Fraværende:\nLone Aftryk\nMads Gengivelse",
        "Afbud:\n- Lone Aftryk\n- Mads Gengivelse",
    ],
)
def test_absences_under_an_items_title_are_the_meetings_with_the_items_number(lines: str) -> None:
    assert LINE in L16
    paper = only(L16.replace(LINE, lines)).paper
    assert paper.absences == NAMES
    assert paper.items[1].sections[0].heading == "Beslutningstema"


def test_a_closed_items_absences_are_told_to_nobody() -> None:
    text = L16.replace("Mads Gengivelse\n\nÅbent punkt", "Mads Gengivelse\n\nLukket punkt")
    assert text != L16
    assert only(text).paper.absences == ()


def test_members_named_alone_under_the_title_were_absent() -> None:
    assert only(L16.replace(LINE, "Lone Aftryk (A), Mads Gengivelse (V)")).paper.absences == (
        "Lone Aftryk (A), punkt 178",
        "Mads Gengivelse (V), punkt 178",
    )


def test_a_closed_items_absences_are_none_of_its_text() -> None:
    text = L16.replace("Mads Gengivelse\n\nÅbent punkt", "Mads Gengivelse\n\nLukket punkt")
    first = only(text).paper.items[1].sections[0]
    assert (first.heading, first.text) == ("Fraværende", "Lone Aftryk, Mads Gengivelse")


@pytest.mark.parametrize("line", ["Fraværende: Ingen", "Afbud: Mødet blev udsat, fordi alt for få var kommet."])
def test_a_line_that_names_nobody_stays_text(line: str) -> None:
    paper = only(L16.replace(LINE, line)).paper
    assert (paper.absences, paper.items[1].sections[0].text) == ((), line)


def test_such_a_line_in_our_own_plain_text_is_what_it_was() -> None:
    text = "Fraværende: Lone Aftryk"
    item = replace(OTHER_BUSINESS, sections=(section(SectionKind.PRESENTATION, "", text),))
    paper = replace(MINUTES, items=(replace(item, number="1"),))
    assert only(plain.write(paper)).paper == paper
