"""Amounts in Danish writing, read and written back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.money import Amount, find_amounts, kroner, parse_amount, total, write, write_decimal

AMOUNTS = {
    "38,9 mio. kr.": ("38900000", "38900000", "100000"),
    "3,7 mio.kr.": ("3700000", "3700000", "100000"),
    "10 mio. kr.": ("10000000", "10000000", "1000000"),
    "2,5 millioner kroner": ("2500000", "2500000", "100000"),
    "1,2 mia. kr.": ("1200000000", "1200000000", "100000000"),
    "250 tkr.": ("250000", "250000", "1000"),
    "250 t.kr.": ("250000", "250000", "1000"),
    "531.435 kr.": ("531435", "531435", "1"),
    "kr. 13.500": ("13500", "13500", "1"),
    "kr. 500,-": ("500", "500", "1"),
    "500,-": ("500", "500", "1"),
    "1.234,50 kr.": ("1234.50", "1234.50", "0.01"),
    "kr. 20.000 - 25.000": ("20000", "25000", "1"),
    "kr. 7.500-15.000": ("7500", "15000", "1"),
    "4 til 5 mio. kr.": ("4000000", "5000000", "1000000"),
    "800.000 - 1,2 mio. kr.": ("800000", "1200000", "100000"),
    "-1,5 mio. kr.": ("-1500000", "-1500000", "100000"),
    "minus 1,5 mio. kr.": ("-1500000", "-1500000", "100000"),
    "kr. -500": ("-500", "-500", "1"),
    "0 kr.": ("0", "0", "1"),
    "DKK 3,7 mio.": ("3700000", "3700000", "100000"),
}


def exact(low: str, high: str, step: str) -> Amount:
    return Amount(Decimal(low), Decimal(high), Decimal(step))


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items())
def test_every_form_of_an_amount_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert parse_amount(text) == exact(*expected)


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_is_found_where_it_stands(text: str) -> None:
    sentence = f"Der afsættes {text} til formålet i 2024."
    (amount,) = find_amounts(sentence)
    assert sentence[amount.start : amount.end] == text
    assert amount == parse_amount(text)


@pytest.mark.parametrize(
    "text",
    [
        "48.695 indbyggere pr. 1. februar 2016",
        "sag 999-2016-59792 kræver",
        "i 2018 og 2019 er der 12 krav og 3 kroge",
        "5,1% i december",
        "kredsløb 500",
        "",
    ],
)
def test_other_numbers_are_no_money(text: str) -> None:
    assert find_amounts(text) == ()


def test_a_bare_number_is_an_amount_only_when_the_whole_text_is_one() -> None:
    assert find_amounts("500.000") == ()
    assert parse_amount("500.000") == exact("500000", "500000", "1")
    assert parse_amount("etape 1") is None


def test_a_bullet_is_no_minus() -> None:
    (amount,) = find_amounts("- 500 kr. til kaffe")
    assert amount.low == 500


def test_a_sum_of_ranges_is_a_range() -> None:
    parts = [Amount(Decimal(low), Decimal(high), Decimal(1)) for low, high in ((20, 25), (7, 15), (5, 5))]
    assert total(parts) == Amount(Decimal(32), Decimal(45), Decimal(1))


@pytest.mark.parametrize(
    ("value", "written"), [("154400", "154.400 kr."), ("0.5", "0,50 kr."), ("-1234567.25", "-1.234.567,25 kr.")]
)
def test_kroner_are_written_the_danish_way(value: str, written: str) -> None:
    assert kroner(Decimal(value)) == written


def test_a_number_is_written_with_comma_and_points() -> None:
    assert write_decimal(Decimal("1234.5"), 1) == "1.234,5"


COUNTS = st.integers(-999_999_999, 999_999_999)
STEPS = st.integers(-2, 7).map(lambda place: Decimal(1).scaleb(place)).filter(lambda step: step not in (10, 100))


@given(COUNTS, STEPS)
def test_a_written_amount_is_read_back(count: int, step: Decimal) -> None:
    amount = Amount(count * step, count * step, step)
    assert find_amounts(f"Udgiften er {write(amount)} i alt") == (amount,)
    assert parse_amount(write(amount)) == amount


@given(st.integers(1, 999_999), st.integers(1, 999_999), STEPS)
def test_a_written_range_is_read_back(one: int, other: int, step: Decimal) -> None:
    amount = Amount(min(one, other) * step, max(one, other) * step, step)
    assert parse_amount(write(amount)) == amount


@given(st.text(alphabet="0123456789.,-– krmiot\n", max_size=80))
def test_any_text_at_all_is_searched_without_an_error(text: str) -> None:
    assert all(text[amount.start : amount.end] for amount in find_amounts(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Lånet er på 1 000 000 kr. i 2019.", 1_000_000, 1_000_000),
        ("I 2019 300 000 000 kr.", 300_000_000, 300_000_000),
        ("Prisen er mellem 20.000 og 25.000 kr.", 20_000, 25_000),
        ("Det koster mellem 2 og 3 mio. kr.", 2_000_000, 3_000_000),
        ("Punkt 2 500 kr.", 500, 500),
    ],
)
def test_amounts_are_found_in_one_piece(text: str, low: int, high: int) -> None:
    (amount,) = find_amounts(text)
    assert (int(amount.low), int(amount.high)) == (low, high)
