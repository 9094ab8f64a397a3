"""The top of a paper where nothing has a label: what it is on one line, the day on the next."""

import datetime

import pytest

from tests.readers.facts import only

TOP = """Højby Kommune

{body}

Referat

{moment}
Mødelokale 2

Punkt 1: Åbent: Cykelstier
Beslutning
Godkendt.
"""


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("Mandag den 6. maj 2019 kl. 15.00", datetime.date(2019, 5, 6)),
        ("Mandag den 7. oktober 2019 kl. 15.00", datetime.date(2019, 10, 7)),
        ("mandag d. 3. juni 2019, kl. 15.00-17.30", datetime.date(2019, 6, 3)),
        ("13. marts 2019", datetime.date(2019, 3, 13)),
    ],
)
def test_the_day_below_the_word_for_the_paper_is_read_however_long_its_name_is(
    moment: str, day: datetime.date
) -> None:
    paper = only(TOP.format(body="Teknik- og Miljøudvalget", moment=moment)).paper
    assert (paper.date, paper.body) == (day, "Teknik- og Miljøudvalget")


def test_a_weekday_is_no_body() -> None:
    paper = only(TOP.format(body="", moment="Mandag den 6. maj 2019 kl. 15.00")).paper
    assert (paper.date, paper.body) == (datetime.date(2019, 5, 6), None)


def test_a_number_alone_is_one_of_the_rooms() -> None:
    assert only(TOP.format(body="Teknik- og Miljøudvalget", moment="13. marts 2019")).paper.place == "Mødelokale 2"


def test_a_head_of_authority_and_body_is_both() -> None:
    head = (
        "Højby Kommune    Direktionen\n\nMødedato: 2. maj 2016\n\nPunkt 1: Åbent: Stien\n\nBeslutning\n\nGodkendt.\n"
    )
    paper = only(head).paper
    assert (paper.authority, paper.body) == ("Højby Kommune", "Direktionen")


def test_the_title_knows_the_body_better_than_a_running_head() -> None:
    head = "Højby Kommune    Kommunalbestyrelsen\n\nREFERAT Direktionen d. 02-05-2016\n\nPunkt 1: Åbent: Stien\n"
    assert only(head).paper.body == "Direktionen"
