"""How numbers are written and bodies are named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.core.rules import body_names, kle, numbering, wording

BODIES = {"Direktionen": "DIR", "Økonomiudvalget": "ØU", "Børne- og Skoleudvalget": "BSU", "Byrådet": "BR"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Direktion", "Direktionen"),
        ("direktionen", "Direktionen"),
        ("Dir.", "Direktionen"),
        ("Økonomiudvalg", "Økonomiudvalget"),
        ("økonomiudvalgets", None),
        ("Byråd", "Byrådet"),
        ("Børne & skoleudvalg", "Børne- og Skoleudvalget"),
        ("BSU", "Børne- og Skoleudvalget"),
        ("Udvalget", None),
        ("", None),
    ],
)
def test_a_body_is_known_by_any_of_its_names(text: str, name: str | None) -> None:
    assert body_names.named(text, BODIES) == name


def test_a_name_that_two_bodies_share_names_neither() -> None:
    assert body_names.named("Ældreråd", {"Ældrerådet": "", "Ældreråd": ""}) is None


@pytest.mark.parametrize("name", ["Kommunalbestyrelsen", "Hovedudvalget", "Råd og nævn", "Ungerådet"])
def test_a_body_is_always_known_by_its_own_name(name: str) -> None:
    assert body_names.named(name, {name: "", "Et andet udvalg": ""}) == name


@pytest.mark.parametrize(
    "text", ["Direktion, Økonomiudvalg, Byråd", "DIR – ØU – BR", "Direktion\nØU > Byrådet", "dir/øu/br"]
)
def test_a_written_route_is_read_in_order(text: str) -> None:
    assert body_names.route(text, BODIES) == (("Direktionen", "Økonomiudvalget", "Byrådet"), ())


def test_what_names_no_body_in_a_route_is_handed_back() -> None:
    assert body_names.route("Direktion, Lokalrådet, BSU", BODIES) == (
        ("Direktionen", "Børne- og Skoleudvalget"),
        ("Lokalrådet",),
    )


def test_numbers_follow_the_pattern_in_force_on_the_day() -> None:
    patterns = [(date(2027, 1, 1), "{year}/{n}"), (date(2020, 1, 1), "{code}-{yy}-{n:04}")]
    found = [numbering.pattern_on(day, patterns) for day in (date(2019, 5, 1), date(2026, 12, 31), date(2027, 1, 1))]
    assert [numbering.written(one, "999", 2027, 14) for one in found] == ["999-2027-14", "999-27-0014", "2027/14"]


@given(
    st.sampled_from(["{code}-{year}-{n}", "{n:05}-{yy}", "S{year}.{n}"]), st.integers(1, 99999), st.integers(1, 99999)
)
def test_two_numbers_of_a_year_are_never_written_alike(pattern: str, one: int, other: int) -> None:
    assert numbering.fault(pattern) == ""
    same = numbering.written(pattern, "999", 2027, one) == numbering.written(pattern, "999", 2027, other)
    assert same == (one == other)


@given(st.text(max_size=60))
def test_no_pattern_makes_the_rule_fall(pattern: str) -> None:
    if not numbering.fault(pattern):
        assert "7" in numbering.written(pattern, "999", 2026, 7)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("85.02.02", "85.02.02"), (" 85.02.02 P35 ", "85.02.02-P35"), ("00.30.02G01", "00.30.02-G01"), ("85.02", None)],
)
def test_a_subject_is_tidied(typed: str, number: str | None) -> None:
    assert kle.tidy(typed) == number


def test_what_is_typed_is_kept_but_for_what_cannot_be() -> None:
    assert wording.text("En\r\nto\rtre\x00") == "En\nto\ntre"
    assert wording.line("  Ny\n svømme\x00hal ") == "Ny svømmehal"
