"""The contents list: wrapped titles are one row, and a number that begins a title is the title's own."""

import pytest

from sagsgang.readers.contents import parse_contents


def rows(text: str) -> list[tuple[str, str, int | None]]:
    return [(entry.number, entry.title, entry.page) for entry in parse_contents(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Grøn drift af bygninger og\nkøretøjer.....\t3\nEventuelt.....\t4", "Grøn drift af bygninger og køretøjer"),
        ("Salg af en ejendom i\nNordby.....\t3\nEventuelt.....\t4", "Salg af en ejendom i Nordby"),
        ("Salg af en ejendom i\nNordby\n3\nEventuelt\n4", "Salg af en ejendom i Nordby"),
        ("Salg af en ejendom i\nNordby 3\nStatus 4\nEventuelt 5", "Salg af en ejendom i Nordby"),
    ],
)
def test_a_wrapped_title_is_one_row(text: str, title: str) -> None:
    assert rows(text)[0] == ("1", title, 3)


def test_rows_without_pages_are_not_joined() -> None:
    assert rows("Etablering og\nEventuelt") == [("1", "Etablering og", None), ("2", "Eventuelt", None)]


def test_a_title_may_begin_with_a_number() -> None:
    assert rows("Status.....\t2\n1. behandling af budget.....\t3\nEventuelt.....\t4")[1] == (
        "2",
        "1. behandling af budget",
        3,
    )


def test_numbered_rows_keep_the_number_of_their_title() -> None:
    assert rows("1. Status.....\t2\n2. 1. behandling af budget.....\t3") == [
        ("1", "Status", 2),
        ("2", "1. behandling af budget", 3),
    ]


def test_pages_behind_a_blank_are_told_among_wrapped_titles() -> None:
    text = "Salg af en ejendom i\nNordby,\nogså kaldet gården 3\nStatus på budgettet for\nåret 4\nEventuelt 5"
    assert [page for _, _, page in rows(text)] == [3, 4, 5]


def test_the_foot_of_a_page_is_no_row() -> None:
    assert (
        rows("Salg af en ejendom i\nSide 1 af 9\nNordby.....\t3\nEventuelt.....\t4")[0][1]
        == "Salg af en ejendom i Nordby"
    )
