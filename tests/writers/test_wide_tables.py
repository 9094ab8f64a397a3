"""Tables with more columns than the page has room for: every figure can be read, and stands under its name."""

from datetime import date

import pypdfium2
import pytest

from sagsgang.paper.blocks import Table
from sagsgang.paper.model import Access, Item, Paper, PaperKind, Section, SectionKind
from sagsgang.writers import pdf
from sagsgang.writers.tables import longest, pieces

NAMES = ("Anlæg", "Oprindeligt budget", "Korrigeret budget", "Forbrug pr. 31. oktober", "Afvigelse", "Bemærkning")
ROWS = tuple(
    (f"Delprojekt {n}: sti", f"1{n:03}.250", f"2{n:03}.250", f"3{n:03}.250", f"-{n},5 %", "Afventer staten")
    for n in range(1, 30)
)  # fmt: skip


def printed(size: float, names: tuple[str, ...] = NAMES, rows: tuple[tuple[str, ...], ...] = ROWS) -> list[str]:
    """The words of each page of a paper with the table, with single spaces."""
    text = "\n".join("\t".join(row) for row in (names, *rows))
    section = Section(kind=SectionKind.FINANCES, heading="Økonomi", text=text, access=Access.OPEN)
    item = Item(number="1", title="Anlæg", access=Access.OPEN, sections=(section,))
    paper = Paper(kind=PaperKind.MINUTES, body="Direktionen", date=date(2027, 3, 8), items=(item,))
    with pypdfium2.PdfDocument(pdf.write(paper, size)) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_figures_beside_each_other_keep_apart() -> None:
    words = " ".join(printed(pdf.STANDARD)).split()
    assert [cell for row in ROWS for cell in row[1:4] if cell not in words] == []


def test_a_row_stays_on_its_page() -> None:
    pages = printed(pdf.STANDARD)
    assert len(pages) > 2
    for row in ROWS:
        page = next(page for page in pages if row[1] in page)
        assert row[3] in page
        assert row[0].split(":")[0] in page


@pytest.mark.parametrize("size", [14, 18])
def test_large_print_puts_the_cells_of_a_row_under_each_other_with_their_names(size: float) -> None:
    text = " ".join(printed(size))
    for row in ROWS:
        told = " ".join(f"{name}: {cell}" for name, cell in zip(NAMES[1:], row[1:], strict=True))
        assert f"{row[0]} {told}" in text


def test_a_table_of_twenty_columns_of_figures_is_stacked_in_common_print_too() -> None:
    names = ("Skole", *(f"Uge {n}" for n in range(1, 21)))
    rows = (("Bakkeskolen", *(f"1.2{n:02}.000" for n in range(1, 21))),)
    assert "Uge 20: 1.220.000" in " ".join(printed(pdf.STANDARD, names, rows))


def test_a_table_with_room_stays_a_table_in_large_print() -> None:
    text = " ".join(printed(18, ("Skole", "Budget"), (("Bakkeskolen", "1.250"), ("Svanedammen", "980"))))
    assert "Bakkeskolen 1.250" in text


def test_a_column_needs_room_for_its_figure_and_for_the_beginning_of_its_longest_word() -> None:
    table = Table((("Anlæg", "Beløb"), ("Jernbaneoverskæring syd", "1 250 000 kr."), ("", "20")))
    assert pieces(table) == ("Jernbaneover", "1 250 000 kr.")
    assert longest(table) == ("Jernbaneoverskæring syd", "1 250 000 kr.")
