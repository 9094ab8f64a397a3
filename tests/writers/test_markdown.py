"""What a Markdown program is given."""

import pytest

from sagsgang.paper.model import Access, Item, Paper, PaperKind, Section, SectionKind
from sagsgang.writers import markdown
from tests.writers.solbjerg import EMPTY, MINUTES


def of_text(text: str) -> str:
    """The Markdown of `text` in a section, without what stands before it."""
    part = Section(kind=SectionKind.OTHER, heading="Emne", text=text, access=Access.OPEN)
    item = Item(number="1", title="Sag", access=Access.OPEN, sections=(part,))
    paper = Paper(kind=PaperKind.AGENDA, body=None, date=None, items=(item,))
    return markdown.write(paper).partition("### Emne\n\n")[2].rstrip("\n")


def test_the_parts_of_a_paper_stand_under_headings_in_order() -> None:
    headings = [line for line in markdown.write(MINUTES).splitlines() if line.startswith("#")]
    assert headings[:6] == [
        "# Referat Direktionen d. 11-03-2024",
        "## Bemærkninger",
        "## Indholdsfortegnelse",
        "## Punkt 1: Udskiftning af varmecentraler på skolerne",
        "### Resume og sagens baggrund",
        "### Indstillinger",
    ]
    assert headings[-3:] == [
        "## Punkt 2: Lukket: Salg af grund ved havnen",
        "## Punkt 3: Eventuelt",
        "### Direktionens møde den 11. marts 2024:",
    ]


def test_a_closed_part_of_an_open_item_is_marked() -> None:
    text = markdown.write(MINUTES)
    assert "### Klima (lukket)" in text
    assert "| Tilbud (lukket) |  |" in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("12. marts mødes vi.", "12\\. marts mødes vi."),
        ("# 3 er dyrest", "\\# 3 er dyrest"),
        ("> 5 pct. svarede", "\\> 5 pct. svarede"),
        ("et *lille* hus_nr_4 <br>", "et \\*lille\\* hus_nr_4 \\<br>"),
        ("Køb & salg", "Køb & salg"),
        ("i alt <u>4,2</u> mio.", "i alt *4,2* mio."),
        ("- led\n  - dybere", "- led\n  - dybere"),
        ("1. led\n2. led to", "1. led\n2. led to"),
        ("A\tB\nto\t3", "| A | B |\n| --- | --- |\n| to | 3 |"),
        ("Hus\t3|4", "|  |  |\n| --- | --- |\n| Hus | 3\\|4 |"),
        ("en linje\nen til", "en linje  \nen til"),
    ],
)
def test_text_means_the_same_in_markdown(text: str, written: str) -> None:
    assert of_text(text) == written


def test_an_empty_paper_is_a_title() -> None:
    assert markdown.write(EMPTY) == "# Dagsorden\n"
