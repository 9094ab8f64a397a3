"""Danish dates in every form that minutes use."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.dates import (
    ENGLISH_MONTHS,
    MONTHS,
    find_dates,
    full_date,
    long_date,
    parse_date,
    parse_moment,
    parse_time,
    parse_times,
    short_date,
    weekday_name,
)

DATES = {
    "Mandag d. 08. maj 2017": date(2017, 5, 8),
    "28-11-2016": date(2016, 11, 28),
    "2.-10.-2017": date(2017, 10, 2),
    "14.12.17": date(2017, 12, 14),
    "18.1.2016": date(2016, 1, 18),
    "020616": date(2016, 6, 2),
    "30. aug 2022": date(2022, 8, 30),
    "Onsdag, April 3, 2019 - 18:00": date(2019, 4, 3),
    "Onsdag, 8 september, 2021 - 16:00": date(2021, 9, 8),
    "onsdag den 11. august 2021 kl. 09:00": date(2021, 8, 11),
    "STARTTIDSPUNKT 19-11-2019 16:45:00": date(2019, 11, 19),
    "Torsdag 10. nov 2016 kl. 10:30": date(2016, 11, 10),
    "23.08.2017, kl. 11:00": date(2017, 8, 23),
    "2018-11-06": date(2018, 11, 6),
    "Den 09.01.2020": date(2020, 1, 9),
    "MANDAG DEN 8. MAJ 2017": date(2017, 5, 8),
    "tirsdag, den 1. marts 2016": date(2016, 3, 1),
    "d. 28/11 2016": date(2016, 11, 28),
    "den 14. december 17": date(2017, 12, 14),
    "ons. 3. febr. 2021": date(2021, 2, 3),
    "Dato: 06-11-2018": date(2018, 11, 6),
    "den 1.-2. marts 2018": date(2018, 3, 1),
    "14.-15. april 2016": date(2016, 4, 14),
    "16.\nmaj 2017": date(2017, 5, 16),
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_every_form_of_a_date_is_read(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31. februar 2016",
        "29-02-2017",
        "999-2016-59792",
        "85.02.02",
        "8. maj",
        "310416",
        "Ingen",
        "",
        "den 31.3.-1.4.2016",
        "Mødet den 8. maj 2017 blev aflyst",
        "25-008754",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["8. maj", "den 8. maj", "d. 8/5", "mandag den 8. maj kl. 12"])
def test_a_given_year_completes_a_date_without_one(text: str) -> None:
    assert parse_date(text, 2017) == date(2017, 5, 8)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Mandag d. 28. november 2016 kl. 12:30", time(12, 30), None),
        ("8. maj 2017 Kl. 16.30", time(16, 30), None),
        ("16. maj 2017, kl. 8-11", time(8), time(11)),
        ("03-04-2019 kl. 14.00 - 16.00", time(14), time(16)),
        ("03-04-2019 kl. 14.00 til kl. 16.00", time(14), time(16)),
        ("19-11-2019 16:45:00", time(16, 45), None),
        ("8. maj 2017 kl. 9", time(9), None),
        ("8. maj 2017 kl. 29", None, None),
        ("8. maj 2017", None, None),
    ],
)
def test_the_time_of_day_belongs_to_the_moment(text: str, start: time | None, end: time | None) -> None:
    moment = parse_moment(text)
    assert moment is not None
    assert (moment.start, moment.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kl. 12:30", (time(12, 30), None)),
        ("Kl. 16.30", (time(16, 30), None)),
        ("kl. 8-11", (time(8), time(11))),
        ("16:45:00", (time(16, 45), None)),
        ("09.00-11.15", (time(9), time(11, 15))),
        ("kl. 25", (None, None)),
        ("Rådhuset", (None, None)),
    ],
)
def test_a_time_alone_is_read(text: str, expected: tuple[time | None, time | None]) -> None:
    assert parse_times(text) == expected
    assert parse_time(text) == expected[0]


def test_a_weekday_that_fits_agrees_and_another_does_not() -> None:
    right, wrong, silent = (
        parse_moment(text) for text in ("mandag den 8. maj 2017", "Tirsdag d. 8. maj 2017", "8. maj 2017")
    )
    assert right is not None
    assert wrong is not None
    assert silent is not None
    assert right.weekday_agrees is True
    assert (wrong.date, wrong.weekday_agrees) == (date(2017, 5, 8), False)
    assert silent.weekday_agrees is None


def test_dates_are_found_in_running_text_with_their_places() -> None:
    text = "Mødet torsdag den 1. juni 2023 flyttes til 08-06-2023, jf. sag 999-2023-1144 og bilag 85.02.02-P35-3-23."
    found = find_dates(text)
    assert [(text[hit.start : hit.end], hit.date, hit.weekday) for hit in found] == [
        ("1. juni 2023", date(2023, 6, 1), "torsdag"),
        ("08-06-2023", date(2023, 6, 8), None),
    ]


def test_dates_without_a_year_count_only_when_one_is_given() -> None:
    text = "Praktikken ligger den 18.-28. september."
    assert find_dates(text) == ()
    (hit,) = find_dates(text, 2017)
    assert (hit.date, hit.year_stated) == (date(2017, 9, 28), False)


def test_a_pronoun_is_no_weekday() -> None:
    (hit,) = find_dates("Spørger man den 8. maj 2017, er svaret et andet.")
    assert hit.weekday is None


@pytest.mark.parametrize(
    "text", ["J.nr. 01.02.05", "KLE: 13.06.04", "sag 01.02.05-P00-4921-15", "2,5 mio. kr. i 2018, 1.4.2"]
)
def test_subject_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


def english(day: date) -> str:
    return f"{ENGLISH_MONTHS[day.month - 1].title()} {day.day}, {day.year}"


WRITERS: tuple[Callable[[date], str], ...] = (
    long_date,
    short_date,
    full_date,
    english,
    date.isoformat,
    lambda day: f"{day.day}.-{day.month}.-{day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day}/{day.month}-{day.year}",
    lambda day: f"{day:%d.%m.%y}",
    lambda day: f"{day:%d%m%y}",
    lambda day: f"{weekday_name(day).title()} d. {day.day:02}. {MONTHS[day.month - 1]} {day.year} kl. 12:30",
    lambda day: f"{weekday_name(day).title()}, {english(day)} - 18:00",
    lambda day: f"{day.day}. {MONTHS[day.month - 1][:3]} {day.year}",
)
# Two-digit years reach from 1970 to 2069.
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@given(DAYS, st.sampled_from(WRITERS))
def test_every_date_in_every_form_is_read_back(day: date, write: Callable[[date], str]) -> None:
    moment = parse_moment(write(day))
    assert moment is not None
    assert moment.date == day
    assert moment.weekday_agrees is not False


@given(DAYS)
def test_a_written_date_is_found_in_a_sentence(day: date) -> None:
    (hit,) = find_dates(f"Sagen blev behandlet {full_date(day)} af Direktionen.")
    assert (hit.date, hit.weekday_agrees) == (day, True)


@given(st.text(max_size=60))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    parse_moment(text, 2020)
    assert all(text[hit.start : hit.end] for hit in find_dates(text, 2020))
