"""Names of bodies in every form come to one."""

import pytest

from sagsgang.readers.bodies import definite, is_body, nominative, route


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Direktion", "Direktionen"),
        ("direktionen", "Direktionen"),
        ("DIR", "Direktionen"),
        ("ØU", "Økonomiudvalget"),
        ("Kommunalbestyrelse.", "Kommunalbestyrelsen"),
        ("Byråd", "Byrådet"),
        ("Solbjerg Byråd", "Byrådet"),
        ("Teknisk Udvalg", "Teknisk Udvalg"),
        ("Klima- og Naturudvalget 2018-2021", "Klima- og Naturudvalget"),
        ("Ældrerådet (orientering)", "Ældrerådet"),
        ("BØRNE- OG SKOLEUDVALGET", "Børne- og Skoleudvalget"),
    ],
)
def test_a_name_comes_to_its_definite_form(written: str, name: str) -> None:
    assert definite(written) == name


@pytest.mark.parametrize(
    ("possessive", "name"),
    [
        ("Direktionens", "Direktionen"),
        ("Kommunalbestyrelsens", "Kommunalbestyrelsen"),
        ("Hovedudvalgets", "Hovedudvalget"),
        ("Direktionen", "Direktionen"),
    ],
)
def test_a_possessive_gives_the_body(possessive: str, name: str) -> None:
    assert nominative(possessive) == name


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Direktion, Økonomiudvalg", ("Direktionen", "Økonomiudvalget")),
        ("Direktionen og Økonomiudvalget.", ("Direktionen", "Økonomiudvalget")),
        ("Direktion, Direktionen", ("Direktionen",)),
        ("FK/ØK/BY", ("FK", "Økonomiudvalget", "Byrådet")),
        ("Plan-, Miljø- og Teknikudvalget, Byrådet", ("Plan-, Miljø- og Teknikudvalget", "Byrådet")),
        ("Teknik- og Miljøudvalg; Byråd", ("Teknik- og Miljøudvalget", "Byrådet")),
    ],
)
def test_a_route_is_its_bodies(text: str, bodies: tuple[str, ...]) -> None:
    assert route(text) == bodies


@pytest.mark.parametrize("text", ["", "Behandlingen blev udsat.", "Skolen på bakken"])
def test_other_words_are_no_route(text: str) -> None:
    assert route(text) is None


def test_a_sentence_is_no_body() -> None:
    assert not is_body("Sagen sendes til høring")
