"""What the plain convention of a text holds, and that nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.paper.blocks import BulletList, Heading, ListItem, NumberedList, Paragraph, Table, parse, render


def test_blank_lines_part_paragraphs() -> None:
    assert parse("Første linje\nanden linje.\n\nNæste afsnit.") == (
        Paragraph("Første linje\nanden linje."),
        Paragraph("Næste afsnit."),
    )


def test_a_list_follows_its_lead_in_without_a_blank_line() -> None:
    assert parse("Mødet omfatter:\n- åbning\n  - kaffe\n- oplæg") == (
        Paragraph("Mødet omfatter:"),
        BulletList((ListItem("åbning"), ListItem("kaffe", 1), ListItem("oplæg"))),
    )


def test_foreign_bullets_are_bullets() -> None:
    assert parse("· ét\n• to\n - o tre\n- o fire") == (
        BulletList((ListItem("ét"), ListItem("to"), ListItem("tre", 1), ListItem("fire", 1))),
    )


def test_numbers_are_kept_as_printed() -> None:
    assert parse("1. Planen godkendes.\n2. Sagen sendes videre.") == (
        NumberedList((ListItem("Planen godkendes.", 0, "1"), ListItem("Sagen sendes videre.", 0, "2"))),
    )


def test_a_sentence_that_begins_with_a_date_is_no_list() -> None:
    assert parse("31. december udløber aftalen.") == (Paragraph("31. december udløber aftalen."),)


def test_a_dash_alone_is_kept() -> None:
    assert parse("-") == (Paragraph("-"),)


def test_tabs_make_a_table() -> None:
    assert parse("Opstart:\tkr. 13.500\nDrift:\tkr. 2.000") == (
        Table((("Opstart:", "kr. 13.500"), ("Drift:", "kr. 2.000"))),
    )


def test_a_row_with_an_empty_first_or_last_cell_belongs_to_its_table() -> None:
    assert parse("\t2027\nPost\t500\nI alt\t") == (Table((("", "2027"), ("Post", "500"), ("I alt", ""))),)
    assert parse("Indrykket\t\nOrd") == (Paragraph("Indrykket\nOrd"),)


def test_a_short_line_before_a_paragraph_is_a_heading() -> None:
    text = "Valg af model\n\nKommunen har undersøgt tre modeller, som alle kan tages i brug næste år."
    assert parse(text)[0] == Heading("Valg af model")


def test_a_sum_is_no_heading() -> None:
    text = "Etape 2 i alt kr. 187.500\n\nBudgettet for indsatsen dækker udgifterne, når kontrakten er skrevet under."
    assert parse(text)[0] == Paragraph("Etape 2 i alt kr. 187.500")


LINES = st.lists(
    st.sampled_from(["", "- x", "  - y", "1. Z", "2. Q", "a\tb", "Ord", "Et længere afsnit.", "-", "o u", "3. k"])
)


@given(LINES | st.lists(st.text(alphabet="ab -o1.\t·A:", max_size=12), max_size=12))
def test_what_was_rendered_reads_the_same(lines: list[str]) -> None:
    blocks = parse(render(parse("\n".join(lines))))
    assert parse(render(blocks)) == blocks
