"""Identifiers of persons in a text, and what only looks like them. All numbers here are made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.personal_data import HitKind, birth_date, find_cpr, find_personal, has_valid_check, may_identify
from tests.growth import grows_in_proportion

VALID = "0707614285"


@pytest.mark.parametrize(
    "text",
    [
        "Ansøger, cpr. 070761-4285, har klaget.",
        "Ansøger 070761 4285 har klaget.",
        "Ansøger 0707614285 har klaget.",
        "Se bilag_070761-4285.pdf",
        "Sagsnr.: 070761-4285",
        "Ansøger 070761-\n4285 har klaget.",
        "Født 670761-4285 ifølge systemet",
        "CPR: 07 07 61 - 4285",
        "cpr 07 07 61 4285",
        "Personnummer 07.07.61-4285",
        "CPR-nummer: 07/07/61-4285",
        "født 07 07 61 – 4285",
        "cpr: 0 7 0 7 6 1 - 4 2 8 5",
        "CPR: 07 07 61 - 42 85",
        "Ansøger 07 07 61 - 4285 har klaget",
    ],
)
def test_a_cpr_number_is_found_however_it_is_written(text: str) -> None:
    assert may_identify(text)
    (hit,) = find_cpr(text)
    assert "".join(filter(str.isdigit, text[hit.start : hit.end]))[1:] == VALID[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Sagsnr.: 999-2016-386513",
        "Dokumentnr. 0101901234",
        "konto 0102031234",
        "reg.nr. 1234 konto 0102031234",
        "overføres til 1234 0102031234",
        "EAN 5798009811578",
        "tlf. 45 12 34 56 78 eller +45 12345678",
        "faktura 2512345678",
        "P-nr. 1003456789",
        "CVR 29189374",
        "IBAN DK5000400440116243",
        "310290-1234",
        "10 11 12 - 2013",
        "perioden 01.12.15 - 2016",
        "tlf. 20 12 90 12 34",
        "den 01 01 90 kl. 1234",
        "født 01.01.90 2100 Solbjerg",
        "i perioden 01-01-90 - 31-12-91",
        "001290-1234",
        "perioden 010216-2017",
        "85.02.02-P35-34-20",
        "01-02-2016 og 14.12.17",
        "A0102901234",
        "12.010190-1234",
    ],
)
def test_other_numbers_are_let_alone(text: str) -> None:
    assert find_cpr(text) == ()


def test_the_check_digit_ranks_and_never_rejects() -> None:
    passing, failing, known = (
        find_cpr(f"nr. {number}")[0] for number in ("070761-4285", "070761-4286", "010190-1234")
    )
    assert has_valid_check(VALID)
    assert passing.certainty > known.certainty > failing.certainty > 0


def test_the_word_cpr_makes_it_certain() -> None:
    assert find_cpr("personnummer: 0101901234")[0].certainty == 1.0


@pytest.mark.parametrize(
    ("digits", "born"),
    [
        ("0101003000", date(1900, 1, 1)),
        ("0101364000", date(2036, 1, 1)),
        ("0101374000", date(1937, 1, 1)),
        ("0101575000", date(2057, 1, 1)),
        ("0101585000", date(1858, 1, 1)),
        ("0101369000", date(2036, 1, 1)),
        ("0101379000", date(1937, 1, 1)),
        ("6101904000", date(1990, 1, 1)),
        ("2902000001", None),
        ("2902004001", date(2000, 2, 29)),
    ],
)
def test_the_seventh_digit_gives_the_century(digits: str, born: date | None) -> None:
    assert birth_date(digits) == born


def test_no_message_gives_the_number_away() -> None:
    (hit,) = find_cpr("Ansøger 070761-4285")
    assert hit.masked == "07••••-••••"


def test_lesser_identifiers_are_shown_with_their_kind() -> None:
    found = find_personal("Nr. 010190-1AB2 får pengene på konto 1234 0102031234, jf. 070761-4285.")
    assert [hit.kind for hit in found] == [HitKind.REPLACEMENT, HitKind.ACCOUNT, HitKind.CPR]


@given(
    st.dates(date(1937, 1, 1), date(1999, 12, 31)),
    st.integers(0, 3999),
    st.sampled_from(["-", "", " ", "–"]),
    st.booleans(),
)
def test_every_number_of_a_real_day_is_found(born: date, serial: int, between: str, replacement: bool) -> None:
    day = born.day + (60 if replacement else 0)
    number = f"{day:02}{born:%m%y}{between}{serial:04}"
    if between in "-–" and between and 1900 <= serial < 2100:
        return  # reads as a year
    (hit,) = find_cpr(f"Borgeren {number} har søgt.")
    assert hit.masked.count("•") == 8


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 300))
def test_dates_and_periods_are_never_taken_for_persons(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    text = f"Fra {start:%d-%m-%Y} til {end:%d.%m.%Y}, {start:%Y-%m-%d}, {start.year}-{end.year}, {start:%d%m%y}."
    assert find_cpr(text) == ()


@given(st.text(alphabet="0123456789-– .\nABkonto", max_size=80))
def test_any_text_at_all_is_searched_without_an_error(text: str) -> None:
    assert all(hit.start < hit.end <= len(text) for hit in find_personal(text))


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["01 01 90 - ", "0 1 0 1 9 0 ", "cpr 01.01.90", "1"])
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    assert grows_in_proportion(lambda size: find_personal(piece * (size // len(piece))), 25_000)
