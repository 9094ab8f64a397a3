"""However a table of attachments was flattened, each row is one attachment with its number."""

import pytest

from sagsgang.readers.attachments import Listed, merged, parse_attachments
from sagsgang.readers.draft import Slot
from sagsgang.readers.roles import Role

TWO = [Listed("Kort over stien", "999-2019-1"), Listed("Brev fra rådet", "999-2019-22")]


def read(text: str) -> list[Listed]:
    return parse_attachments(Slot(Role.ATTACHMENTS, lines=text.split("\n")))


@pytest.mark.parametrize(
    "text",
    [
        "Kort over stien\t999-2019-1\nBrev fra rådet\t999-2019-22",
        "Kort over stien\n\n999-2019-1\n\nBrev fra rådet\n\n999-2019-22",
        "Kort over stien\n999-2019-1\nBrev fra rådet\n999-2019-22",
        "Kort over stien\nBrev fra rådet\n\n999-2019-1\n999-2019-22",
        "Kort over stien\nBrev fra rådet\n999-2019-1\n999-2019-22",
        "Kort over stien\n\n999-2019-1\nBrev fra rådet\n\n999-2019-22",
        "Kort over stien                 999-2019-1\nBrev fra rådet            999-2019-22",
        "Kort over stien 999-2019-1\n\nBrev fra rådet (999-2019-22)",
        "Kort over\nstien\n\n999-2019-\n1\n\nBrev fra rådet\t999-2019- 22",
        "- Kort over stien\t999-2019-1\n- Brev fra rådet\t999-2019-22",
        "Titel\tDokumentnr.\nKort over stien\t999-2019-1\nBrev fra rådet\t999-2019-22",
    ],
)
def test_every_form_of_the_table_gives_the_same_rows(text: str) -> None:
    assert read(text) == TWO


def test_titles_without_numbers_are_a_line_each() -> None:
    assert read("Kort over stien\nBrev fra rådet") == [Listed("Kort over stien"), Listed("Brev fra rådet")]


def test_no_attachments_is_said_in_words_too() -> None:
    assert read("Ingen.") == []


def test_two_lists_are_one_and_the_numbered_leads() -> None:
    assert merged([[Listed("Kort over stien"), Listed("Nyt bilag")], TWO]) == [*TWO, Listed("Nyt bilag")]


def test_a_title_wrapped_in_the_numbered_list_is_known_from_the_other() -> None:
    wrapped = [Listed("Kort over"), Listed("stien", "999-2019-1")]
    assert merged([wrapped, [Listed("Kort over stien")]]) == [Listed("Kort over stien", "999-2019-1")]


def test_a_title_in_a_table_keeps_its_own_number_and_is_known_without_it() -> None:
    table = read("1. Kort over stien\t999-2019-1\n2. Brev fra rådet\t999-2019-22")
    assert [one.title for one in table] == ["1. Kort over stien", "2. Brev fra rådet"]
    assert merged([table, read("1. Kort over stien\n\n2. Brev fra rådet")]) == table
