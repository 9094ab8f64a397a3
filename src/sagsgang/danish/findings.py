"""Every check of a text against itself. None changes the text; what cannot be checked safely is let alone."""

from collections.abc import Iterator
from datetime import date

from sagsgang.danish.counts import count_mismatches
from sagsgang.danish.figures import as_of_mismatches, basis_mismatches, difference_mismatches, indicator_mismatches
from sagsgang.danish.mismatch import Mismatch
from sagsgang.danish.programme import day_of_month_mismatches, programme_mismatches, weekday_mismatches
from sagsgang.danish.shares import share_mismatches, vat_mismatches
from sagsgang.danish.sums import sum_mismatches
from sagsgang.danish.yearly import period_mismatches


def text_findings(text: str, said_on: date | None = None, title: str = "") -> tuple[Mismatch, ...]:
    """What does not add up in a text of a meeting on `said_on`; `title` is the item's. Empty where all holds.

    Takes time in proportion to the text; a text without a digit or a colon costs next to nothing.
    """
    return tuple(dict.fromkeys(_checks(text, said_on, title)))


def _checks(text: str, said_on: date | None, title: str) -> Iterator[Mismatch]:
    yield from count_mismatches(text)
    if not any(digit in text for digit in "123456789"):
        return
    yield from sum_mismatches(text)
    yield from share_mismatches(text)
    yield from vat_mismatches(text)
    yield from difference_mismatches(text)
    yield from indicator_mismatches(text, said_on)
    yield from as_of_mismatches(title, text)
    yield from basis_mismatches(text)
    yield from period_mismatches(text)
    yield from day_of_month_mismatches(text, said_on)
    yield from weekday_mismatches(text, said_on, title)
    if text.count(".") + text.count(":") > 3:
        yield from programme_mismatches(text)
