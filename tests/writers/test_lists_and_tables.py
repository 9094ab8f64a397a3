"""What writers find out about lists and tables before they lay them out."""

import pytest

from sagsgang.paper.blocks import ListItem, Table
from sagsgang.writers.breakable import breakable
from sagsgang.writers.nesting import Node, NodeList, nested
from sagsgang.writers.spans import Span, spans
from sagsgang.writers.tables import figure_columns, has_header, is_figure


def test_deeper_items_stand_under_the_one_before_also_when_a_level_is_left_out() -> None:
    items = (ListItem("a", 0, "1"), ListItem("b", 2), ListItem("c", 1), ListItem("d", 0, "2"))
    deeper = (NodeList((Node("b", ""), Node("c", ""))),)
    assert nested(items) == (NodeList((Node("a", "1", deeper), Node("d", "2"))),)


def test_bullets_after_numbers_are_a_list_of_their_own() -> None:
    assert [part.ordered for part in nested((ListItem("a", 0, "1"), ListItem("b")))] == [True, False]


@pytest.mark.parametrize("cell", ["3", "-2,5", "kr. 1.250.000", "5,1%", "20.000 - 25.000", "<u>kr. 8.000</u>"])
def test_amounts_are_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize("cell", ["", "skole", "3 skoler", "kr.", "uge 4"])
def test_words_are_no_figures(cell: str) -> None:
    assert not is_figure(cell)


def test_a_first_row_of_words_over_figures_names_the_columns() -> None:
    assert has_header(Table((("Skole", "Budget"), ("Bakken", "12"))))
    assert not has_header(Table((("Bakken", "12"), ("Svanen", "13"))))
    assert not has_header(Table((("Hvem", "Hvad"), ("Bo", "taler"))))


def test_only_columns_of_figures_are_set_to_the_right() -> None:
    assert figure_columns(Table((("1", "12", "god"), ("2", "", "ok")))) == (False, True, False)


def test_marks_of_old_systems_are_styles() -> None:
    assert spans("a <u>b</u> **c** <b>d") == (
        Span("a "),
        Span("b", "underline"),
        Span(" "),
        Span("c", "bold"),
        Span(" "),
        Span("d", "bold"),
    )


def test_a_long_address_can_break_and_a_danish_compound_is_left_to_hyphenation() -> None:
    assert breakable("Speciallægepraksisplanlægning") == "Speciallægepraksisplanlægning"
    address = "https://solbjerg.example/teknik/varme"
    assert breakable(address).replace("\u200b", "") == address
    assert max(map(len, breakable(address + "x" * 200).split("\u200b"))) <= 45
