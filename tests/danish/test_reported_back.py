"""What is to be reported back, brought along or told again is promised, and the month is when."""

from datetime import date

import pytest

from sagsgang.danish.commitments import commitments

SAID = date(2017, 6, 19)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Projektgruppen afrapporterer i oktober.", date(2017, 10, 1), date(2017, 10, 31)),
        ("Der afrapporteres i 1. kvartal 2019.", date(2019, 1, 1), date(2019, 3, 31)),
        ("Der gives status i oktober.", date(2017, 10, 1), date(2017, 10, 31)),
        ("Økonomichefen medbringer et notat ultimo august.", date(2017, 8, 21), date(2017, 8, 31)),
    ],
)
def test_a_report_to_come_is_promised_for_its_time(text: str, begin: date, end: date) -> None:
    (found,) = commitments(text, SAID, "Direktionen")
    assert (found.due.start, found.due.end) == (begin, end)


def test_a_report_of_a_month_is_no_promise_for_it() -> None:
    assert commitments("Økonomirapport januar taget til efterretning.", SAID, "Direktionen") == ()
