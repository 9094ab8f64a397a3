"""Compounds fall into their parts, and words that only look like compounds do not."""

import pytest

from sagsgang.archive.search.analyser import PART, parts, term

COMPOUNDS = {
    "gevinstrealiseringen": "gevinst realisering",
    "budgetopfølgning": "budget opfølgning",
    "indkøbsbesparelser": "indkøb besparelse",
    "klimatilpasningsprojekt": "klima tilpasning projekt klimatilpasning",
    "børnehaver": "barn have",
    "økonomiudvalgets": "økonomi udvalg",
    "cykelstier": "cykel sti",
    "byfornyelse": "by fornyelse",
    "spildevandsplanen": "spildevand plan",
    "ledermøde": "leder møde",
    "sundhedsområdet": "område",
    "partnerskabsaftaler": "partnerskab aftale",
    "dagtilbud": "dag tilbud",
    "trafiksikkerhedsplan": "trafik plan",
    "ældrepolitik": "ældre politik",
}
SIMPLE = "beslutninger orientering deltagere foreningen frivillig medarbejder ledelse ejerskab mulighederne projekter"


@pytest.mark.parametrize("compound", COMPOUNDS)
def test_a_compound_has_its_parts(compound: str) -> None:
    assert {PART + term(part) for part in COMPOUNDS[compound].split()} <= set(parts(compound))


@pytest.mark.parametrize("word", SIMPLE.split())
def test_a_simple_word_has_none(word: str) -> None:
    assert parts(word) == ()


def test_words_of_any_length_are_split_in_bounded_time() -> None:
    assert parts("skole" * 50) == ()
    assert len(parts("skole" * 8)) < 20
