"""Sentences: where a decision's text is cut, and that every piece is verbatim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.sentences import sentences

CUTS = [
    (
        "For stemte A og Ø. Imod stemte 22. Forslaget faldt.",
        ["For stemte A og Ø.", "Imod stemte 22.", "Forslaget faldt."],
    ),
    ("Godkendt. Stopper her.", ["Godkendt.", "Stopper her."]),
    (
        "Møde ift. Aftalen den 5. maj kl. 14.30 vedr. Skolen.",
        ["Møde ift. Aftalen den 5. maj kl. 14.30 vedr. Skolen."],
    ),
    ("I to dele: 1. Skoler og 2. Veje.", ["I to dele: 1. Skoler og 2. Veje."]),
    ("Udvalget tiltræder forslag 1 - 5. Det er nok.", ["Udvalget tiltræder forslag 1 - 5.", "Det er nok."]),
    ("Godkendt for pkt. 1 og 2. Resten udsat.", ["Godkendt for pkt. 1 og 2.", "Resten udsat."]),
    ("Sparet i 2016. Resten flyttes.", ["Sparet i 2016.", "Resten flyttes."]),
    ("Godkendt\nAfbud: Ida Holm", ["Godkendt", "Afbud: Ida Holm"]),
    ("Et langt afsnit som er brudt\nmidt i en sætning.", ["Et langt afsnit som er brudt\nmidt i en sætning."]),
    ("Drøftet.\n\nSagen kommer igen.", ["Drøftet.", "Sagen kommer igen."]),
    ("- et\n- to", ["et", "to"]),
    ("1. Godkendt\n2) Udsat", ["Godkendt", "Udsat"]),
    ('Der stod "Udsat. Tages op." i referatet. Godkendt.', ['Der stod "Udsat. Tages op." i referatet.', "Godkendt."]),
    ("A. Holm og B. Lund mødte.", ["A. Holm og B. Lund mødte."]),
    ("-", ["-"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "pieces"), CUTS)
def test_a_text_is_cut_where_its_sentences_end(text: str, pieces: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == pieces


def test_bullets_are_known_with_their_numbers() -> None:
    assert [(s.bullet, s.number) for s in sentences("Planen:\n\n- mål\n\n2. midler")] == [
        (False, None),
        (True, None),
        (True, "2"),
    ]


def test_quoted_words_are_blanked_where_sentences_are_matched() -> None:
    (sentence,) = sentences('Notatet "udsat" er med.')
    assert sentence.low == "notatet         er med."


@given(st.text(st.sampled_from('aB .\n-1:"»«“”o\t·(?') | st.characters(), max_size=300))
def test_every_piece_is_a_verbatim_part_of_the_text_in_order(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        at = text.index(sentence.text, at) + len(sentence.text)


@given(st.text(st.sampled_from("ab.A \n"), max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    joined = "".join(sentence.text for sentence in sentences(text))
    assert [c for c in joined if c.isalpha()] == [c for c in text if c.isalpha()]
