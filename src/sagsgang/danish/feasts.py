"""Deadlines at the feasts and holidays of the year: "inden påske", "efter sommerferien", "inden årsskiftet"."""

import re
from datetime import date, timedelta

from sagsgang.danish.periods import NamedPeriod, Span
from sagsgang.danish.working_days import easter

_FEAST = re.compile(
    r"\b(?P<side>inden|før|senest|efter|på den anden side af)(?: selve)? (?P<name>sommerferien|sommeren|sommer\b"
    r"|jul(?:en|eferien)?|nytår|årsskiftet|påske(?:n|ferien)?|pinse(?:n|ferien)?|kristi himmelfart\w{0,5}"
    r"|efterårsferien)\b(?: (?P<year>20[0-9]{2})\b)?"
)
# The last working day before the holidays, counted from Easter Sunday.
_FROM_EASTER = {"påske": -4, "kristi": 38, "pinse": 47}
_AUTUMN_WEEK = 42


def find_feast(low: str, said_on: date) -> NamedPeriod | None:
    """The first time told by a feast in `low` (lower case, one line).

    Before one is until the last working day ahead of it, 30 June for the summer, 24 December for Christmas. After the
    summer is August and September, after Christmas and New Year January; after the others is no interval.
    """
    match = _FEAST.search(low)
    if match is None:
        return None
    find = _after if match["side"] in ("efter", "på den anden side af") else _until
    years = (int(match["year"]),) if match["year"] else (said_on.year, said_on.year + 1)
    spans = (find(match["name"], year, said_on) for year in years)
    return next((NamedPeriod(span, *match.span()) for span in spans if span and span.end >= said_on), None)


def _after(name: str, year: int, said_on: date) -> Span | None:
    del said_on
    if name.startswith("sommer"):
        return Span(date(year, 8, 1), date(year, 9, 30))
    return Span(date(year, 1, 1), date(year, 1, 31)) if name.startswith(("jul", "nytår", "årsskifte")) else None


def _until(name: str, year: int, said_on: date) -> Span | None:
    last = _last_day(name, year)
    return Span(said_on, last) if last and last >= said_on else None


def _last_day(name: str, year: int) -> date | None:
    if name.startswith("sommer"):
        return date(year, 6, 30)
    if name == "efterårsferien":
        return date.fromisocalendar(year, _AUTUMN_WEEK - 1, 5)
    days = next((days for feast, days in _FROM_EASTER.items() if name.startswith(feast)), None)
    if days is None:
        return date(year, 12, 24 if name.startswith("jul") else 31)
    sunday = easter(year)
    return sunday + timedelta(days) if sunday else None
