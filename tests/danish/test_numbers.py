"""Case and document numbers in every form, and their search keys."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish import municipalities
from sagsgang.danish.kle import MAIN_GROUPS
from sagsgang.danish.numbers import KLE, find_numbers, key, kle_of, municipality_of, parse_kle, parse_number

FORMS = {
    "999-2016-59792": "999-2016-59792",
    "999-2014-422": "999-2014-422",
    "20/33839": "20-33839",
    "07/20254": "07-20254",
    "85.02.02-P35-34-20": "85.02.02-p35-34-20",
    "01.02.05-P00-4921-15": "01.02.05-p00-4921-15",
    "15.20G00 - 2013/01963": "15.20-g00-2013-1963",
    "00.30.02G01-0022": "00.30.02-g01-22",
    "00.01.00P35-0104": "00.01.00-p35-104",
    "2016-001340": "2016-1340",
    "2019/012345": "2019-12345",
    "299835": "299835",
    "17474/09": "17474-09",
    "1-51-71-3321-08": "1-51-71-3321-08",
    "25-008754": "25-8754",
}


@pytest.mark.parametrize(("printed", "search_key"), FORMS.items())
def test_every_form_of_number_has_a_key(printed: str, search_key: str) -> None:
    number = parse_number(printed)
    assert number is not None
    assert number.key == search_key == key(printed)


@pytest.mark.parametrize("printed", [form for form in FORMS if form != "299835"])
def test_a_number_is_found_in_running_text(printed: str) -> None:
    text = f"Se sag {printed}, hvor bilaget ligger."
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == printed
    assert number.key == key(printed)


@pytest.mark.parametrize(
    "wrapped", ["999-2016-\n406412", "999-2016- 406412", " 999-2016-406412 ", "999 - 2016 - 406412"]
)
def test_a_number_broken_over_a_line_is_the_same_number(wrapped: str) -> None:
    assert key(wrapped) == "999-2016-406412"


def test_a_wrapped_number_in_a_text_is_joined() -> None:
    assert [number.text for number in find_numbers("Overblik\n\n999-2016-\n406412\n")] == ["999-2016-406412"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2016-001340", "2016-1340"),
        ("2019/012345", "2019-12345"),
        ("25-008754", "25/8754"),
        ("00.30.02G01-0022", "00.30.02-G01-22"),
        ("999-2016-59792", "999–2016–59792"),
        ("EMN-2019-00123", "emn 2019 123"),
    ],
)
def test_different_writings_of_one_number_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    "text",
    [
        "mødet den 28-11-2016 og perioden 2017-2020",
        "skoleåret 2015/2016 og 2016/17",
        "kr. 7.500-15.000 pr. stk.",
        "tlf. 59 53 44 00",
        "J.nr.: 81.00.00",
        "2 til 3 uger, 18-30 år, uge 42-43",
        "299835 indbyggere",
    ],
)
def test_dates_amounts_and_spans_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == ()


def test_digits_alone_are_a_number_after_their_label() -> None:
    assert [number.key for number in find_numbers("Sagsnr. 299835 Udvalg Åbent punkt")] == ["299835"]


@given(st.text(max_size=40))
def test_a_key_is_safe_in_an_address(text: str) -> None:
    assert re.fullmatch(r"[0-9a-z.-]*", key(text))


@given(st.sampled_from(municipalities.codes()), st.integers(1990, 2039), st.integers(1, 9_999_999))
def test_a_municipal_number_is_read_back(code: str, year: int, serial: int) -> None:
    written = f"{code}-{year}-{serial}"
    (found,) = find_numbers(f"(sag {written})")
    assert (found.text, found.form, found.key) == (written, "municipal", written)


@given(st.text(alphabet="0123456789-/. PG\n", max_size=60))
def test_finding_numbers_never_overlaps(text: str) -> None:
    found = find_numbers(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_case_number_names_its_municipality() -> None:
    assert municipality_of("326-2016-59792") == "Kalundborg Kommune"
    assert municipality_of("999-2024-17") == "Solbjerg Kommune"
    assert municipality_of("101-2024-17") == "Københavns Kommune"
    assert municipality_of("998-2024-17") is None
    assert municipality_of("20/33839") is None


def test_there_are_98_municipalities_and_the_fictional_one() -> None:
    assert len(municipalities.codes()) == 99


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("81.00.00", KLE("81.00.00")),
        ("85.02.02-P35", KLE("85.02.02", "P35")),
        ("85.02.02 P35", KLE("85.02.02", "P35")),
        ("00.30.02G01", KLE("00.30.02", "G01")),
        ("00.07.03 + A26", KLE("00.07.03", "A26")),
        ("28-11-2016", None),
        ("15.20", None),
        ("P35", None),
    ],
)
def test_kle_numbers_with_and_without_facet(text: str, expected: KLE | None) -> None:
    assert parse_kle(text) == expected


def test_a_kle_number_is_written_with_its_facet() -> None:
    assert [str(KLE("85.02.02", "P35")), str(KLE("85.02.02"))] == ["85.02.02-P35", "85.02.02"]


def test_every_main_group_of_kle_has_its_name() -> None:
    assert MAIN_GROUPS["85"] == "Kommunens administrative systemer"
    assert len(MAIN_GROUPS) == 37


def test_a_case_number_may_hold_a_kle_number() -> None:
    assert kle_of("85.02.02-P35-34-20") == KLE("85.02.02", "P35")
    assert kle_of("999-2016-422") is None
