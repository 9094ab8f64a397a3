"""Plain text that people read and that the reader reads back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from sagsgang.paper.decide import decide
from sagsgang.paper.model import Access, Attachment, Item, Paper, PaperKind, Section, SectionKind
from sagsgang.readers.registry import read_text
from sagsgang.readers.roles import CORE_WORDS, MEETING_WORDS, table
from sagsgang.writers import plain
from sagsgang.writers.mistakable import mistakable
from tests.strategies import papers
from tests.writers.solbjerg import BOILERS, MINUTES, section

MARKS = (plain.GUARD, plain.UNDERLINE)


def back(paper: Paper) -> Paper:
    """`paper` written and read again."""
    (reading,) = read_text(plain.write(paper))
    return reading.paper


def minutes_of(item: Item) -> Paper:
    """Minutes with one item."""
    return Paper(kind=PaperKind.MINUTES, body="Direktionen", date=date(2024, 3, 11), items=(item,))


@pytest.mark.slow
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(papers())
def test_every_paper_is_read_back_as_it_was_written(paper: Paper) -> None:
    assert back(paper) == paper


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(papers())
def test_what_was_read_back_is_written_the_same_again(paper: Paper) -> None:
    assert plain.write(back(paper)) == plain.write(paper)


def test_ordinary_minutes_hold_no_marks_of_ours() -> None:
    ordinary = replace(BOILERS, sections=BOILERS.sections[:4])
    text = plain.write(replace(MINUTES, items=(ordinary, *MINUTES.items[1:])))
    assert not any(mark in text for mark in MARKS)
    assert text.startswith(
        "Solbjerg Kommune\n\nREFERAT Direktionen d. 11-03-2024\n\nMødedato Mandag d. 11. marts 2024 kl. 12.30\n\n"
    )


def test_a_heading_of_its_own_kind_is_underlined_and_comes_back() -> None:
    paper = minutes_of(
        replace(BOILERS, points=(), sections=(section(SectionKind.OTHER, "Klima og trivsel", "Bedre luft."),))
    )
    assert "Klima og trivsel\n~~~\n\nBedre luft." in plain.write(paper)
    assert back(paper).items[0].sections == paper.items[0].sections


@pytest.mark.parametrize("word", sorted(table(MEETING_WORDS, CORE_WORDS)))
def test_a_line_that_a_reader_knows_as_a_heading_is_guarded(word: str) -> None:
    assert mistakable(word.capitalize(), ())
    assert mistakable(f"{word.capitalize()}:", ())


@pytest.mark.parametrize(
    "line",
    [
        "Bilag 1 uddyber tallene.",
        "Behandlingen af emnet fortsætter.",
        "Sagsfremstillingen indeholder to spor:",
        "Tiltag\tBeløb",
        "- Indstillinger",
        "1. Der frigives 2,4 mio. kr.",
        "12. marts mødes vi igen.",
        "Godkendt.",
        "Taget til efterretning.",
        "-",
    ],
)
def test_ordinary_lines_need_no_guard(line: str) -> None:
    assert not mistakable(line, ("Eventuelt", "Ny skole på Bakken"))


def test_the_title_of_an_item_is_guarded_in_a_text() -> None:
    assert mistakable("2. Ny skole på Bakken", ("Ny skole på Bakken",))


def test_closed_parts_of_an_open_item_come_back_closed() -> None:
    item = back(MINUTES).items[0]
    assert [part.access for part in item.sections] == [Access.OPEN] * 4 + [Access.CLOSED]
    assert [part.access for part in item.attachments] == [Access.OPEN, Access.CLOSED]


def test_a_closed_decision_comes_back_closed() -> None:
    said = decide(body="Direktionen", date=date(2024, 3, 11), text="Godkendt.", access=Access.CLOSED)
    (found,) = back(minutes_of(replace(BOILERS, decisions=(said,)))).items[0].decisions
    assert found == replace(said, outcome=found.outcome)


def test_two_closed_items_of_one_title_stay_two() -> None:
    stubs = tuple(Item(number=number, title="Personalesag", access=Access.CLOSED) for number in ("1", "2"))
    assert back(replace(MINUTES, items=stubs)).items == stubs


def test_a_long_title_without_a_number_does_not_swallow_the_next_attachment() -> None:
    listed = (
        Attachment(
            title="Redegørelse for energi " + "og varme " * 6 + "mm", document_number=None, access=Access.OPEN
        ),
        Attachment(title="Tilbud", document_number="999-2024-5", access=Access.OPEN),
    )
    assert back(minutes_of(replace(BOILERS, attachments=listed))).items[0].attachments == listed


def test_text_without_a_heading_stands_first_and_comes_back() -> None:
    lone = Section(kind=SectionKind.PRESENTATION, heading="", text="Bilag\n\nBo fortalte.", access=Access.OPEN)
    item = replace(BOILERS, sections=(lone, *BOILERS.sections))
    assert back(minutes_of(item)).items[0].sections == item.sections
