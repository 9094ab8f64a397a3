"""A PDF's text layer comes back as the paragraphs that its author wrote."""

import re

import pytest

from sagsgang.readers.extract import Refused, extract
from tests.growth import grows_in_proportion
from tests.readers import made

PARAGRAPH = (
    "Økonomiafdelingen fremsender hermed den månedlige rapportering om likviditetsudviklingen, sygefraværet og"
    " personaleforbruget, sådan som det blev aftalt i forbindelse med budgetvedtagelsen. Børne- og ungeområdet"
    " følger forventningerne, mens ældreområdets merforbrug skyldes vinterens ekstraordinære omkostninger i sag"
    " 999-2019-12345, hvor it-systemerne ikke var færdigudviklede ved årsskiftet."
)
FURNITURE = """
#set page(header: [Referat Direktionen #h(1fr) Solbjerg Kommune],
  footer: context align(center)[Side #counter(page).display() af #counter(page).final().first()])
"""


def texts(data: bytes) -> list[str]:
    return [line.text for line in extract(data, "x.pdf") if line.text]


def test_a_justified_and_hyphenated_paragraph_is_one_line() -> None:
    assert texts(made.pdf(PARAGRAPH)) == [PARAGRAPH]


def test_paragraphs_stand_apart_with_a_blank_line_between() -> None:
    found = [line.text for line in extract(made.pdf(f"{PARAGRAPH}\n\nKort.\n\n{PARAGRAPH}"), "x.pdf")]
    assert found == [PARAGRAPH, "", "Kort.", "", PARAGRAPH]


def test_ragged_paragraphs_without_space_between_are_told_apart_by_their_short_last_line() -> None:
    setup = made.SETUP + "#set par(justify: false, spacing: 0.65em)\n"
    assert texts(made.pdf(f"{PARAGRAPH}\n\n{PARAGRAPH}", setup=setup)) == [PARAGRAPH, PARAGRAPH]


@pytest.mark.parametrize("margin", ["2.7cm", "2.9cm", "3cm", "3.8cm"])
def test_a_line_that_ends_early_for_the_look_of_the_paragraph_goes_on(margin: str) -> None:
    opening = "Udvalget har set planen. Det koster 12 mio. kr. i Solbjerg og Vesterå."
    hall = "Hallen i Solbjerg blev bygget i 1974 og ejes af Solbjerg Kommune. Udvalget mødes igen til maj."
    text = f"{opening} {PARAGRAPH} {opening} {hall} {PARAGRAPH}"
    setup = (
        f'{made.SETUP}#set page(margin: {margin})\n#set par(justify: false, linebreaks: "optimized")\n'
        "#set text(size: 10pt, costs: (hyphenation: 220%))\n"
    )
    assert texts(made.pdf(f"{text}\n\nKort.\n\n{text}", setup=setup)) == [text, "Kort.", text]


@pytest.mark.parametrize("pair", [("et mindreforbrug på", "13,8 mio. kr. i år."), ("mødet den", "14. november 2016")])
def test_a_number_under_a_word_that_leans_on_it_goes_on_though_the_line_had_room(pair: tuple[str, str]) -> None:
    assert texts(made.pdf(f"Der er {pair[0]}#linebreak(){pair[1]}\n\n{PARAGRAPH}"))[0] == f"Der er {' '.join(pair)}"


def test_a_number_below_any_other_short_line_stands_by_itself() -> None:
    assert texts(made.pdf(f"Punkter, at#linebreak()1. vejen lukkes\n\n{PARAGRAPH}"))[:2] == [
        "Punkter, at",
        "1. vejen lukkes",
    ]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    setup = made.SETUP + "#set par(spacing: 0.65em, first-line-indent: (amount: 1.5em, all: true))\n"
    assert texts(made.pdf(f"{PARAGRAPH}\n\n{PARAGRAPH}", setup=setup)) == [PARAGRAPH, PARAGRAPH]


def test_a_paragraph_over_a_page_break_is_one_line_on_its_first_page() -> None:
    filler = "#v(22.6cm)\n"
    lines = extract(made.pdf(f"Øverst.\n{filler}\n{PARAGRAPH}", setup=made.SETUP + FURNITURE), "x.pdf")
    whole = [line for line in lines if line.text == PARAGRAPH]
    assert [line.page for line in whole] == [1]


def test_a_heading_in_larger_type_is_a_line_of_its_own() -> None:
    assert texts(made.pdf(f"= Punkt 1: Budgetopfølgning\n{PARAGRAPH}")) == ["Punkt 1: Budgetopfølgning", PARAGRAPH]


def test_a_bold_line_close_above_its_text_is_a_line_of_its_own() -> None:
    found = texts(made.pdf(f"*Resume*#linebreak(){PARAGRAPH}"))
    assert found == ["Resume", PARAGRAPH]


def test_a_long_heading_over_two_lines_is_one_line() -> None:
    heading = "Punkt 4: Orientering om udviklingen i kommunens økonomi og om den nye rapportering til fagudvalgene"
    assert texts(made.pdf(f"= {heading}\n{PARAGRAPH}"))[0] == heading


def test_running_heads_feet_and_page_numbers_are_left_out_but_the_heads_words_stay_once() -> None:
    body = "\n\n".join([PARAGRAPH] * 30)
    found = texts(made.pdf(body, setup=made.SETUP + FURNITURE))
    assert (
        found[:2] == ["Referat Direktionen", "Solbjerg Kommune"]
        or found[0] == "Referat Direktionen\tSolbjerg Kommune"
    )
    assert sum("Solbjerg" in text for text in found) == 1
    assert not any(re.match(r"Side \d", text) for text in found)
    assert found.count(PARAGRAPH) == 30


def test_lists_keep_their_marks_and_wrapped_items_are_one_line() -> None:
    found = texts(made.pdf(f"- kort punkt\n- {PARAGRAPH}\n\nMellem.\n\n+ nummer et\n+ {PARAGRAPH}"))
    assert found == ["- kort punkt", f"- {PARAGRAPH}", "Mellem.", "1. nummer et", f"2. {PARAGRAPH}"]


def test_bullets_that_were_drawn_as_shapes_are_marks_all_the_same() -> None:
    drawn = "#set list(marker: box(baseline: -2pt, circle(radius: 1.5pt, fill: black)))\n"
    assert texts(made.pdf(f"{drawn}Før.\n- kort punkt\n- {PARAGRAPH}")) == ["Før.", "- kort punkt", f"- {PARAGRAPH}"]


def test_a_table_of_attachments_has_a_tab_between_its_cells_also_where_a_cell_wraps() -> None:
    long = "Notat om de økonomiske forudsætninger for den videre udbygning af daginstitutionerne i den østlige del"
    table = f"#table(columns: (1fr, 4cm), stroke: none, [{long}], [999-2019-111], [Bilag 2], [999-2019-222])"
    assert texts(made.pdf(table)) == [f"{long}\t999-2019-111", "Bilag 2\t999-2019-222"]


def test_a_table_of_three_columns_with_wrapped_cells_is_read_row_by_row() -> None:
    table = "#table(columns: (4cm, 4cm, 4cm), [Udvalg], [Dato], [Behandling], [Teknik- og Miljøudvalget og Økonomi],"
    table += " [den syvende oktober i det nye kontor], [Drøftes])"
    assert texts(made.pdf(table)) == [
        "Udvalg\tDato\tBehandling",
        "Teknik- og Miljøudvalget og Økonomi\tden syvende oktober i det nye kontor\tDrøftes",
    ]


def test_columns_of_figures_set_from_the_right_are_cells_however_close_they_stand() -> None:
    rows = [["Post", "Budget", "Forbrug"], ["Anlæg", "4.200", "13.950"], ["Drift i alt", "600", "40"]]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    table = f"#table(columns: 3, align: (left, right, right), inset: 6.5pt, stroke: none, {cells})"
    assert texts(made.pdf(f"{PARAGRAPH}\n\n{table}"))[1:] == ["\t".join(row) for row in rows]


def test_headings_and_marks_set_close_to_their_text_are_lines_of_their_own() -> None:
    setup = made.SETUP + "#set par(spacing: 0.65em)\n"
    title = "2. Anlægsbevilling til genopretning af stien langs åen mellem Solbjerg og Vesterby"
    lines = [
        title,
        "Åbent punkt",
        "Resume",
        "Stien er smal.",
        "Beslutning i Teknikudvalget den 14-06-2022",
        "Godkendt.",
    ]
    assert texts(made.pdf("\n\n".join([PARAGRAPH, *lines]), setup=setup))[1:] == lines


def test_a_contents_line_with_leaders_ends_in_a_tab_and_its_page() -> None:
    lines = "Godkendelse af dagsorden #box(width: 1fr, repeat[.]) 3\n\nEventuelt #box(width: 1fr, repeat[.]) 14"
    assert texts(made.pdf(lines)) == ["Godkendelse af dagsorden.....\t3", "Eventuelt.....\t14"]


@pytest.mark.parametrize(
    "text",
    [
        "Der henvises til sagen, som er omtalt på forrige møde og som gælder hele børne- og ungeudvalgets område.",
        "Kommunens nye digitale løsning, som bliver leveret af et konsortium, er en IT-løsning til hele kommunen.",
    ],
)
@pytest.mark.parametrize("width", [8, 9, 10, 11, 12])
def test_a_hyphen_that_belongs_to_the_word_stays_wherever_the_line_ends(text: str, width: int) -> None:
    block = f"#block(width: {width}cm)[#set par(justify: false)\n#set text(hyphenate: false)\n{text}]\n\n{PARAGRAPH}"
    assert texts(made.pdf(block))[0] == text


def test_an_encrypted_pdf_is_refused_as_locked() -> None:
    data = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O(%b)/U(%b)>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[(%b)(%b)]/Size 5>>\n%%%%EOF"
    ) % (b"o" * 32, b"u" * 32, b"a" * 16, b"a" * 16)
    with pytest.raises(Refused, match="adgangskode"):
        extract(data, "x.pdf")


def test_a_truncated_pdf_is_refused_in_a_line() -> None:
    whole = made.pdf(PARAGRAPH)
    with pytest.raises(Refused, match="ødelagt"):
        extract(whole[: len(whole) // 3], "x.pdf")


def test_a_pdf_of_empty_pages_is_refused_as_holding_no_text() -> None:
    with pytest.raises(Refused, match="ingen tekst"):
        extract(made.pdf("#pagebreak()"), "x.pdf")


@pytest.mark.slow
def test_many_pages_cost_in_proportion() -> None:
    made_of = {size: made.pdf("\n\n".join([PARAGRAPH] * size), setup=made.SETUP + FURNITURE) for size in (200, 800)}
    assert grows_in_proportion(lambda size: extract(made_of[size], "x.pdf"), 200)
