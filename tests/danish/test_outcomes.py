"""Outcomes: what each turn of phrase in Danish minutes decides, and the false friends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.outcomes import OutcomeKind, classify
from tests.growth import grows_in_proportion

# Text, primary, secondary. Turns of the executive board's minutes, in our own words.
BOARD = [
    (
        "Besluttet, at sagen skal på igen, suppleret med\n\n- tal.\n\nDen enkelte direktør aftaler videre",
        "postponed",
        ["sent_back", "referred"],
    ),
    ("Direktionen havde ingen aktuelle emner. Per drøfter evt. ønsker med Ida.", "none", []),
    (
        "En første status blev drøftet.\n\nMålet skal drøftes endeligt, når Ida er tilbage.",
        "discussed",
        ["postponed"],
    ),
    ("Direktionen vedtog at bytte om på de to puljer.", "approved", []),
    (
        "Program justeres ift. drøftelser (pkt. vedr. seminar udgår, til gengæld skal drøftes tal",
        "approved_amended",
        [],
    ),
    ("Drøftedes. Spørgsmål om kodeks kan tages op på et senere tidspunkt.", "discussed", []),
    ("Direktionen godkendte at igangsætte etape 1: Møde primo maj.", "approved_partly", []),
    ("Drøftedes. Der udarbejdes en revideret plan til drøftelse om 2-3 uger.", "discussed", ["sent_back"]),
    ("Drøftedes. Målgruppen overvejes. Det overvejes, at drøfte behov på møder.", "discussed", []),
    (
        "Drøftedes. Modellen drøftes med niveau 2. Der udarbejdes et revideret oplæg.",
        "discussed",
        ["referred", "sent_back"],
    ),
    ("Der skal ske en drøftelse af modellen.\n\nIndholdet drøftes næste gang.", "approved_amended", ["postponed"]),
    ("Godkendt. Dog beslutning om systemet afventer, at tallene er klar.", "approved_partly", ["postponed"]),
    ("Dette drøftes på det kommende møde for skoleledere.", "referred", []),
    ('Brugen af "åben dør" drøftes på et kommende møde.', "postponed", []),
    ("Godkendt. Stopper i Direktionen.", "approved", ["stops_here"]),
    ("Anbefales.", "recommended", []),
    ("Anbefales, idet det bemærkes, at der arbejdes videre.", "recommended", []),
    ("Godkendt, idet mødet deles op i to: 1. Skoler og 2. Veje.", "approved_amended", []),
    ("Godkendt. Pladserne fordeles af administrationen.", "approved", []),
    ("Sagen drøftedes og notat justeres.", "discussed", []),
    ("Der lægges på efterfølgende niveau 2 ledermøde op til drøftelse af mål.", "referred", []),
    ("Godkendt med den bemærkning, at der lægges op til drøftelse.", "approved_amended", []),
    ("Følgende tema blev besluttet til drøftelse:\n\n- Skoler", "approved_amended", []),
    ("Behandlingen af emnet blev udsat på mødet.", "postponed", []),
    ("Kommende temaer:\n\n- Skoler (september)", "approved", []),
    ("Drøftet.\n\nSagen medtages på næste Direktionsmøde.", "discussed", ["postponed"]),
    ("Godkendt.", "approved", []),
    ("Taget til efterretning.", "noted", []),
]
FALSE_FRIENDS = [
    ("Sagen blev taget af dagsordenen, da bilagene ikke var fremsendt.", "withdrawn", []),
    ("Udvalget anbefaler ikke, at Byrådet imødekommer ansøgningen.", "rejected", []),
    ("Godkendt, idet sagen ikke sendes i fornyet høring.", "approved_amended", []),
    ("Godkendt. Sagen skal ikke videre.", "approved", ["stops_here"]),
    ("Drøftet. Hvis ansøgeren ønsker det, kan sagen genoptages.", "discussed", []),
    ("Godkendt. Sagen går ikke videre til Økonomiudvalget.", "approved", ["stops_here"]),
    ("Uden drøftelse godkendt.", "approved", []),
    ("Direktionen drøftede og godkendte planen.", "approved", ["discussed"]),
    ("Forslaget blev ikke vedtaget.", "rejected", []),
    ("Godkendt. Der er ikke afsat midler.", "approved", []),
    ("Vedtaget, idet Liste B stemte imod.", "approved", []),
    ("Godkendt.\nListe B stemte imod.", "approved", []),
    ("Godkendt. Afbud: Ida Holm.", "approved", []),
    ("Godkendt. Sag 3 udgår.", "approved", []),
    ("Ændringsforslaget blev forkastet. Indstillingen er godkendt.", "approved", []),
    ("Udvalget godkendte på mødet den 3. maj 2016 planen. Udsættes nu.", "postponed", []),
    ('Udvalget sagde "Godkendt" sidste år. Drøftet.', "discussed", []),
    ("Direktionen drøftede den fremsendte sag.", "discussed", []),
    ("Godkendt, dog udsættes punkt 2.", "approved_partly", ["postponed"]),
    ("Godkendt. Afventer dog tallene.", "approved_partly", ["postponed"]),
    ("Godkendt som indstillet, og sagen oversendes til Økonomiudvalget.", "approved", ["referred"]),
    ("Direktionen anbefaler over for Byrådet, at planen godkendes.", "recommended", []),
    ("Besluttet, at der laves et nyt oplæg til mødet den 5. oktober.", "sent_back", []),
    ("Drøftet. Der henvises til referat fra seminaret.", "discussed", []),
    ("Direktionen ønsker sagen igen, når tallene er klar.", "postponed", []),
    ("Direktionen aftalte, at ferieplanen udfyldes.", "approved", []),
    ("Status blev drøftet og taget til efterretning.", "noted", ["discussed"]),
]


@pytest.mark.parametrize(("text", "primary", "secondary"), BOARD + FALSE_FRIENDS)
def test_the_first_deciding_sentence_says_the_outcome(text: str, primary: str, secondary: list[str]) -> None:
    outcome = classify(text)
    assert (outcome.primary, list(outcome.secondary)) == (primary, secondary)
    assert outcome.confidence >= 0.5


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("At 1: Godkendt. At 2: Anbefales.", {"1": "approved", "2": "recommended"}),
        ("Ad 1, 2 og 4: Anbefales.", {"1": "recommended", "2": "recommended", "4": "recommended"}),
        (
            "Godkender indstillingens punkt 2, og anbefaler indstillingens punkt 1.",
            {"1": "recommended", "2": "approved"},
        ),
        ("Udvalget tiltræder forslag 1 - 3.", {"1": "approved", "2": "approved", "3": "approved"}),
        ("Pkt. 1 godkendt, pkt. 2 udsat.", {"1": "approved", "2": "postponed"}),
        ("Ad 1. Godkendt. Ad 2. Udsættes.", {"1": "approved", "2": "postponed"}),
        ("Godkendt.", {}),
    ],
)
def test_points_have_outcomes_of_their_own(text: str, points: dict[str, str]) -> None:
    assert {point.number: point.outcome.value for point in classify(text).points} == points


def test_a_numbered_item_is_withdrawn_only_when_it_is_this_one() -> None:
    assert classify("Punkt 9 udgår.", number="9").primary is OutcomeKind.WITHDRAWN
    assert classify("Punkt 9 udgår.", number="8").primary is OutcomeKind.NONE
    assert classify("Borgmesteren meddelte, at punkt 9 om haller udgår.", number="9").primary is OutcomeKind.WITHDRAWN


def test_a_recommendation_by_the_last_body_stays_one_with_less_confidence() -> None:
    outcome = classify("Anbefales.", last_body=True)
    assert outcome.primary is OutcomeKind.RECOMMENDED
    assert outcome.confidence < classify("Anbefales.", last_body=False).confidence


@pytest.mark.parametrize(
    ("text", "primary"),
    [
        ("G0dkendt.", "approved"),
        ("Godkendl.", "approved"),
        ("Taget t11 efterretning.", "noted"),
        ("Udvalget anbefa1er planen.", "recommended"),
        ("Sagen blev dr0ftet.", "discussed"),
    ],
)
def test_a_scanners_slips_are_read_but_never_surely(text: str, primary: str) -> None:
    outcome = classify(text)
    assert outcome.primary == primary
    assert outcome.confidence < classify("Godkendt.").confidence


def test_a_word_one_letter_from_a_deciding_one_decides_nothing() -> None:
    assert classify("Per drøfter ønsker med Ida.").primary is OutcomeKind.NONE


def test_indirect_words_are_less_sure_than_plain_ones() -> None:
    assert classify("Direktionen vedtog at bytte om.").confidence < classify("Godkendt.").confidence


@given(
    st.lists(
        st.sampled_from(
            [
                "godkendt",
                "ikke",
                "udsat",
                "at",
                "punkt 3",
                ".",
                "\n",
                "-",
                '"',
                "idet",
                "stemte imod",
                "drøftes",
                "dog",
                "(Ø)",
            ]
        )
        | st.text(max_size=8),
        max_size=25,
    )
)
def test_any_text_has_one_outcome_and_no_class_twice(words: list[str]) -> None:
    outcome = classify(" ".join(words))
    classes = [outcome.primary, *outcome.secondary]
    assert len(classes) == len(set(classes))
    assert 0.0 <= outcome.confidence <= 1.0


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "godkendt ",
        "a",
        "at 1 ",
        "ikke ",
        "(a ",
        "udarbejdes ",
        '"',
        ". A",
        "send ",
        "x\n",
        ", da a ",
        "g0dkendt ",
        "punkt 1, ",
    ],
)
def test_a_hostile_text_costs_linear_time(piece: str) -> None:
    assert grows_in_proportion(lambda size: classify(piece * (size // len(piece))), 25_000)
