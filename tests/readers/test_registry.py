"""What comes in at the front door: one paper, several, none, or anything at all."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.readers.base import Line
from sagsgang.readers.registry import read, read_text
from tests.growth import grows_in_proportion
from tests.readers.damage import DAMAGE
from tests.readers.facts import codes, facts, only, source

SOUND = source("L1")
LAYOUTS = ("L1", "L3", "L5", "L9", "L12", "other")


def test_several_papers_in_one_file_become_several() -> None:
    other = SOUND.replace("16-09-2019", "23-09-2019").replace("Mandag d. 16. september", "Mandag d. 23. september")
    first, second = read_text(SOUND + "\n\n" + other)
    assert facts(first.paper) == facts(only(SOUND).paper)
    assert second.paper.date == date(2019, 9, 23)
    assert len(second.paper.items) == 5


def test_the_authority_above_each_paper_stays_with_it() -> None:
    named = "Solbjerg Kommune\n\n" + SOUND.strip()
    papers = [reading.paper for reading in read_text(f"{named}\n\n{named}")]
    assert [paper.authority for paper in papers] == ["Solbjerg Kommune"] * 2
    assert [len(paper.items) for paper in papers] == [5, 5]


def test_an_empty_text_holds_no_paper() -> None:
    assert read_text("") == read_text(" \n\n\t\n") == ()


def test_extracted_lines_read_like_text() -> None:
    lines = [Line(text, number, 1) for number, text in enumerate(SOUND.split("\n"), 1)]
    (reading,) = read(lines)
    assert facts(reading.paper) == facts(only(SOUND).paper)


def test_a_letter_is_a_paper_that_nobody_believes() -> None:
    reading = only("Kære borger\n\nTak for dit brev. Vi vender tilbage.\n\nVenlig hilsen\nSolbjerg")
    assert {("no_body", None), ("no_date", None), ("no_items", None)} <= codes(reading)


def test_a_doubt_names_the_line_of_the_source() -> None:
    text = SOUND.replace("Åbent\n\n", "", 1)
    (doubt,) = only(text).doubts
    assert text.split("\n")[(doubt.line or 0) - 1].startswith("Punkt 1:")


def test_a_wrong_weekday_is_a_doubt() -> None:
    assert codes(only(SOUND.replace("Mandag d.", "Tirsdag d."))) == {("weekday", None)}


def test_two_items_of_one_number_are_a_doubt() -> None:
    assert ("duplicate_item", "4") in codes(only(SOUND.replace("Punkt 5: Eventuelt", "Punkt 4: Eventuelt")))


def test_a_civil_registration_number_in_an_open_part_is_a_doubt() -> None:
    text = SOUND.replace("Salget af bilerne", "Aftalen er med en borger (cpr. 010190-1234). Salget af bilerne")
    assert ("personal_number", "1") in codes(only(text))


def test_a_recommendation_without_a_next_body_is_a_doubt() -> None:
    text = SOUND.replace("Direktion, Økonomiudvalg", "Direktion").replace(
        "Godkendt. Ordningen", "Anbefales. Ordningen"
    )
    assert ("no_next_body", "1") in codes(only(text))


def test_a_point_of_a_decision_is_no_item() -> None:
    text = SOUND.replace("Drøftet.\n", "Punkt 1: Godkendt.\n\nPunkt 2: Drøftet.\n")
    assert [item.number for item in only(text).paper.items] == ["1", "2", "3", "4", "5"]
    assert "Punkt 2: Drøftet." in only(text).paper.items[3].decisions[0].text


ANYTHING = st.text(alphabet=st.characters(codec="utf-8"), max_size=400)
PIECES = st.lists(
    st.sampled_from(SOUND.split("\n\n") + source("L10").split("\n") + source("L12").split("\n")) | ANYTHING,
    max_size=40,
)


@given(ANYTHING)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_text_makes_it_fall(text: str) -> None:
    read_text(text)


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fall(data: bytes) -> None:
    read_text(data.decode("latin-1"))


@given(PIECES, st.sampled_from(["\n", "\n\n", "\r\n", "\f"]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
def test_pieces_of_minutes_in_any_order_do_not_make_it_fall(pieces: list[str], glue: str) -> None:
    read_text(glue.join(pieces))


@pytest.mark.slow
@given(st.sampled_from(LAYOUTS), st.sampled_from(sorted(DAMAGE)), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
def test_mutated_minutes_do_not_make_it_fall(layout: str, damage: str, data: st.DataObject) -> None:
    text = source(layout)
    at = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 400))
    insert = data.draw(st.text(max_size=20))
    mutated = text[:at] + insert + text[at + length :]
    read_text(DAMAGE[damage](mutated) if layout == "L1" and "REFERAT" in mutated else mutated)


HOSTILE = {
    "spaces": " " * 1000,
    "letters": "a" * 1000,
    "dots": "Titel" + "." * 1000,
    "numbers": "1-2016-" * 150,
    "words": "Møde den " * 110,
    "meetings": "Direktionens møde den 1. maj 2016 " * 30,
    "bars": "| - " * 250,
    "items": "Punkt 1: Lukket: " * 60,
    "labels": "Sagsnr.: J.nr.: Dokumentnr.: " * 35,
    "rules": "---\t" * 250,
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("glue", ["\n", "\n\n", ""])
def test_hostile_text_takes_linear_time(kind: str, glue: str) -> None:
    assert grows_in_proportion(lambda times: read_text(SOUND + glue.join([HOSTILE[kind]] * times)), 40)
