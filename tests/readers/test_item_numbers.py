"""An item's own number and its case's: in titles, in lists that do not begin at 1, and in sentences that name one."""

import pytest

from sagsgang.readers.case_numbers import begins_numbers, parse_numbers
from tests.readers.facts import codes, only
from tests.readers.test_variants import SOUND

PROTOCOL = """Beslutningsprotokol

Ældrerådet

onsdag den 11. august 2027 kl. 09:00

Mødested: Torvet 1
Bemærkninger: Afbud: Anne Alm, Bo Birk. Mødet sluttede kl. 11.20

1. Stien

UdskrivSagsid.: 20/33839, Sagsinitialer: AA

Beslutning Ældrerådet den 11-08-2027

Godkendt.

3. Lukket punkt: Grunden

UdskrivSagsid.: 20/33840, Sagsinitialer: AA
"""


def test_a_number_before_a_title_over_a_case_number_is_the_items() -> None:
    items = only(PROTOCOL).paper.items
    assert [(i.number, i.title, i.access.value) for i in items] == [
        ("1", "Stien", "closed"),
        ("3", "Grunden", "closed"),
    ]


def test_a_year_before_a_title_is_no_number() -> None:
    items = only(PROTOCOL.replace("1. Stien", "2026 Stien").replace("3. Lukket", "Lukket")).paper.items
    assert [(i.number, i.title) for i in items] == [("1", "2026 Stien"), ("2", "Grunden")]


def test_who_was_absent_and_when_it_ended_may_stand_in_a_remark() -> None:
    paper = only(PROTOCOL).paper
    assert (paper.absences, str(paper.end)) == (("Anne Alm", "Bo Birk"), "11:20:00")


@pytest.mark.parametrize(
    "sentence",
    [
        "Sag 15 udgår.",
        "Sag 129-138 udsættes.",
        "Dok. 12 er omdelt.",
        "Sagsnr. 326-2016-11 drøftes igen.",
        "Sag nr. 3 udgår.",
    ],
)
def test_a_sentence_about_a_case_stays_in_the_decision(sentence: str) -> None:
    text = SOUND.replace("Godkendt.", f"Godkendt.\n\n{sentence}", 1)
    assert only(text).paper.items[0].decisions[0].text == f"Godkendt.\n\n{sentence}"


@pytest.mark.parametrize("line", ["Sag 306-2017-1 / Dok. 306-2017-99 / Åbent", "Sag: 15/22113", "Sagsnr.: 15/22113."])
def test_a_line_of_numbers_is_one_with_or_without_a_colon(line: str) -> None:
    assert begins_numbers(line)


def test_numbers_of_case_and_journal_on_one_line_are_told_apart() -> None:
    found = parse_numbers("Journalnr.: 15.00.00P21    Sag: 15/22113")
    assert (found.case, found.kle) == ("15/22113", "15.00.00")


def test_a_dash_between_blanks_stays_in_a_case_number() -> None:
    assert parse_numbers("15.20G00 - 2013/01963").case == "15.20G00 - 2013/01963"


def test_pages_of_a_supplement_whose_items_go_on_from_the_agenda_are_found() -> None:
    text = SOUND
    for old, new in ((3, 9), (2, 8), (1, 7)):
        text = text.replace(f"Punkt {old}:", f"Punkt {new}:").replace(f"\n{old}. ", f"\n{new}. ")
    reading = only(text)
    assert [(item.number, item.toc_page) for item in reading.paper.items] == [("7", 3), ("8", 4), ("9", 5)]
    assert codes(reading) == codes(only(SOUND))


def test_members_and_absences_may_stand_behind_a_bare_label() -> None:
    people = "Medlemmer Anne Alm (A), Bo Birk (V)\n\nAfbud Bo Birk (V)\n\nIndholdsfortegnelse"
    paper = only(SOUND.replace("Indholdsfortegnelse", people)).paper
    assert (paper.members, paper.absences) == (("Anne Alm (A)", "Bo Birk (V)"), ("Bo Birk (V)",))
    assert paper.place == "Torvet 1"
