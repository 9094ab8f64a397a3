"""Who was there and who voted how is told apart from what was decided, wherever in the sentence it stands."""

import pytest

from sagsgang.danish.outcomes import classify
from tests.growth import grows_in_proportion

# Text, primary, secondary.
VOTED = [
    (
        "Per Holm (Ø) foreslog, at sagen udsættes. Imod stemte 22. Forslaget blev forkastet. Indstillingen vedtaget.",
        "approved",
        [],
    ),
    (
        (
            "Liste F stillede ændringsforslag. For stemte F og Ø. Imod stemte A og V. Ændringsforslaget faldt. "
            "Indstillingen blev herefter vedtaget."
        ),
        "approved",
        [],
    ),
    ("Godkendt. Venstre ønsker ført til protokols, at partiet er imod.", "approved", []),
    # Counted before the deciding verb.
    ("Med 5 stemmer for godkendte udvalget.", "approved", []),
    ("Med 5 stemmer for, 2 imod og 1 hverken for eller imod vedtog udvalget planen.", "approved", []),
    ("Med stemmerne 4 for (A og V), 3 imod (B og C) anbefales indstillingen.", "recommended", []),
    ("Med fire stemmer for og en imod forkastede direktionen planen.", "rejected", []),
    ("4 stemmer for (A, C), 3 stemmer imod (V): Anbefales.", "recommended", []),
    ("Efter afstemning med 15 stemmer for og 10 stemmer imod udsatte byrådet sagen.", "postponed", []),
    # Counted behind it, or between.
    ("Godkendt med 5 stemmer for (A, B, C) og 2 imod (V).", "approved", []),
    ("Vedtaget, idet 3 (Ø) stemte imod og 1 (B) undlod at stemme.", "approved", []),
    ("Udvalget besluttede med 6 stemmer for og 1 imod ikke at godkende ansøgningen.", "rejected", []),
    ("Godkendt, idet liste B stemte imod, og sagen oversendes til byrådet.", "approved", ["referred"]),
    # Told first, in a clause of its own.
    ("Mens 3 stemte imod, godkendte et flertal på 6 planen.", "approved", []),
    ("Efter at liste Ø havde taget forbehold, anbefalede udvalget planen.", "recommended", []),
    ("8 stemte for, 2 imod og 1 undlod at stemme, hvorved planen er godkendt.", "approved", []),
    ("En rådmand erklærede sig inhabil og forlod lokalet, hvorefter udvalget godkendte planen.", "approved", []),
    ("Formanden deltog ikke i sagens behandling, og udvalget anbefalede planen.", "recommended", []),
    ("Godkendt, idet formanden (A) ikke deltog i behandlingen.", "approved", []),
    # How all or most of them voted is the decision.
    ("Alle stemte for forslaget.", "approved", []),
    ("Et flertal stemte for, et mindretal (Ø) stemte imod.", "approved", []),
    ("Et flertal (A, V og C) stemte for at udsætte sagen.", "postponed", []),
    # What some of them wanted is not.
    ("Liste B stemte imod, idet de ønsker forslaget forkastet.", "none", []),
    ("Liste B foreslog, at sagen udsættes. Forslaget faldt. Indstillingen godkendt.", "approved", []),
    ("Et ændringsforslag blev forkastet med 4 stemmer mod 1. Indstillingen godkendt.", "approved", []),
    ("Afstemning: For 5, imod 2.", "none", []),
    # A reservation of the whole board's is a condition.
    ("Udvalget godkendte planen med forbehold for byrådets bevilling.", "approved_amended", []),
    # Not every number counts votes.
    ("Udvalget godkender, at puljen fordeles med 2 for hver skole.", "approved", []),
]
LABELS = ["Godkendte ansøgninger:\n\n- Boldklubben", "Ikke godkendte ansøgninger:", "Afviste forslag til puljen:"]
VERBS = [
    "Godkendte ansøgningen.",
    "Godkendte følgende ansøgninger:\n- Boldklubben",
    "Godkendte budgettet",
    "Drøftede planer.",
]


@pytest.mark.parametrize(("text", "primary", "secondary"), VOTED, ids=[text for text, *_ in VOTED])
def test_what_was_decided_is_told_apart_from_who_voted_how(text: str, primary: str, secondary: list[str]) -> None:
    outcome = classify(text)
    assert (outcome.primary, [*outcome.secondary]) == (primary, secondary)


@pytest.mark.parametrize("text", LABELS)
def test_a_heading_over_a_list_is_no_sure_decision(text: str) -> None:
    assert classify(text).confidence < 0.5


@pytest.mark.parametrize("text", VERBS)
def test_a_verb_with_its_object_is_a_sure_one(text: str) -> None:
    assert classify(text).confidence == 1


def test_a_heading_over_a_list_adds_nothing_to_a_decision() -> None:
    outcome = classify("Til efterretning.\n\nGodkendte og afviste ansøgninger:\n\n- Boldklubben")
    assert (outcome.primary, outcome.secondary) == ("noted", ())


@pytest.mark.parametrize(
    "piece", ["med 5 stemmer for ", "2 imod, ", ", idet a stemte imod ", "efter at a forlod ", "(a) ", "et flertal "]
)
def test_sentences_that_only_count_cost_in_proportion(piece: str) -> None:
    assert grows_in_proportion(lambda size: classify(piece * size), 2_000)
