"""Times told from the day of the meeting: "om 2-3 uger", "inden for 3 måneder", "inden den 13. november"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sagsgang.danish.dates import MONTHS, WEEKDAYS, FoundDate, find_dates, make_date
from sagsgang.danish.periods import NamedPeriod, Span, add_months
from sagsgang.danish.working_days import add_working_days

_NUMBERS = {
    word: number
    for number, word in enumerate(
        re.findall(r"\w+", "en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten"), 1
    )
} | {"et": 1, "én": 1, "ét": 1, "tyve": 20, "tredive": 30}
# Not numbers, but told as spans: "et par uger", "nogle måneder".
_VAGUE = {"et par": (2, 3), "nogle få": (2, 4), "nogle": (2, 4)}
# Years in halves, as months.
_HALVES = {"et halvt": 6, "½": 6, "halvandet": 18, "1½": 18}
_NUMBER = "(?:[0-9]{1,3}|" + "|".join(_NUMBERS) + ")"
_UNIT = r"(?P<unit>hverdage?|arbejdsdage?|dage?|døgn|uger?|måneder|måned|mdr\.?|md\.?|år)(?!\w)"
_DURATION = re.compile(
    r"\b(?P<how>(?:senest |tidligst )?om|(?:evalueres|evaluering|revurderes|genoptages|følges op|tages op"
    r"|op igen|opfølgning|status|tilbagemelding|redegørelse|evaluering) efter"
    r"|(?:inden|indenfor|i løbet af|inden for|hen over)(?: de| den| det)?"
    r"(?: næste| kommende| første)?) (?P<about>ca\.? |cirka |omkring |omtrent |højst |maks\.? )?"
    rf"(?:(?P<vague>{'|'.join((*_VAGUE, *_HALVES))})"
    rf"|(?P<low>{_NUMBER})(?: ?(?:-|–|til|eller|/) ?(?P<high>{_NUMBER}))?) {_UNIT}"
    r"(?P<event> (?:før|efter|inden|siden|forud))?"
)
_DAY_RANGE = re.compile(
    r"(?<![0-9.])(?P<d1>[0-9]{1,2})\.?(?: (?P<m1>[a-z]{3,9}))? ?(?:-|–|til(?: den)?|og(?: den)?) ?"
    rf"(?P<d2>[0-9]{{1,2}})\.? (?P<m2>{'|'.join(MONTHS)})(?: (?P<year>20[0-9]{{2}}))?"
)
_NUMERIC_RANGE = re.compile(
    r"(?<![0-9.])(?P<d1>[0-9]{1,2})\.(?P<m1>[0-9]{1,2})\.? ?[-–] ?(?P<d2>[0-9]{1,2})\.(?P<m2>[0-9]{1,2})\."
    r" ?(?P<year>20[0-9]{2})"
)
_TERM = r"(?:(?:tids|svar)?frist(?:en)?|deadline)(?: er)?"
_BEFORE = re.compile(
    rf"\b(inden|før|senest|frem til|indtil|til og med|{_TERM}:?)(?: \w+)?(?: d(?:en|\.))?"
    r"(?: kl\.? [0-9.:]{1,5})? ?$"
)
_SLASHED = re.compile(
    rf"\b(?:den|d\.|senest|inden|før|{_TERM}:?) "
    r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?![-/.]?[0-9]| ?20[0-9])"
)
_WEEKDAY = re.compile(
    rf"\b(?:(?P<limit>senest|inden)(?: på)?|på)(?: førstkommende)? "
    rf"(?P<day>{'|'.join(WEEKDAYS)})(?!,? (?:den\b|d\.|[0-9]|i\b|før|inden|efter)|\w)"
)
# What a date stands behind when it is not a deadline: as of, taken from, since.
_NOT_DUE = re.compile(r"\b(?:pr\.?|fra|af|jf\.?|efter|siden|dateret|gældende|tidligst)(?: mødet)?(?: d(?:en|\.))? ?$")
_A_PAST_DATE = timedelta(days=180)


def find_duration(low: str, said_on: date) -> NamedPeriod | None:
    """The first time told from `said_on`, in `low` (lower case, one line); None when there is none."""
    for match in _DURATION.finditer(low):
        if not match["event"] and not match["how"].startswith("tidligst"):
            return NamedPeriod(_told(match, said_on), match.start(), match.end())
    return None


def _told(match: re.Match[str], said_on: date) -> Span:
    unit = match["unit"]
    low, high = _amounts(match)
    start, end = _after(said_on, low, unit), _after(said_on, high, unit)
    if match["vague"] in _HALVES:
        start = end = add_months(said_on, _HALVES[match["vague"]])
    if not match["how"].endswith(("om", "efter")) or match["how"].startswith("senest"):
        return Span(said_on, end)
    return _about(said_on, low, high) if match["about"] and unit[0] == "m" else Span(start, end)


def _amounts(match: re.Match[str]) -> tuple[int, int]:
    if match["vague"]:
        return _VAGUE.get(match["vague"], (0, 0))
    low = _number(match["low"])
    return low, max(low, _number(match["high"] or match["low"]))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _after(day: date, count: int, unit: str) -> date:
    if unit.startswith(("hverdag", "arbejdsdag")):
        return working_days_after(day, count)
    if unit.startswith("m"):
        return add_months(day, count)
    if unit == "år":
        return add_months(day, 12 * min(count, 99))
    return day + timedelta(days=count * (7 if unit.startswith("uge") else 1))


def _about(day: date, low: int, high: int) -> Span:
    """Thirty days a month, a week more or less: "om ca. en måned"."""
    return Span(day + timedelta(days=30 * low - 7), day + timedelta(days=30 * high + 7))


def working_days_after(day: date, count: int) -> date:
    """The working day `count` working days after `day`."""
    return add_working_days(day, count) if count else day


def find_day(low: str, said_on: date) -> NamedPeriod | None:
    """The first date or range of dates in `low` that lies ahead of `said_on`, with its "inden" or "senest"."""
    return _range(low, said_on) or next(filter(None, (_due_day(low, d, said_on) for d in _dates(low, said_on))), None)


def _dates(low: str, said_on: date) -> tuple[FoundDate, ...]:
    slashed = _slashed(low, said_on) if "/" in low else ()
    return tuple(sorted((*find_dates(low, said_on.year), *slashed), key=lambda found: found.start))


def _slashed(low: str, said_on: date) -> Iterator[FoundDate]:
    """Days without a year: "den 12/5", "d. 1/9"."""
    for match in _SLASHED.finditer(low):
        if day := make_date(said_on.year, match["month"], match["day"]):
            yield FoundDate(day, match.start("day"), match.end(), year_stated=False)


def find_weekday(low: str, said_on: date) -> NamedPeriod | None:
    """The next day of that name: "senest fredag", "på tirsdag"; one that a date follows is told by the date."""
    match = _WEEKDAY.search(low)
    if match is None:
        return None
    ahead = (WEEKDAYS.index(match["day"]) - said_on.weekday() - 1) % 7 + 1
    day = said_on + timedelta(days=ahead)
    return NamedPeriod(_limited(day, match["limit"] or "", said_on), match.start(), match.end())


def _range(low: str, said_on: date) -> NamedPeriod | None:
    for pattern in (_DAY_RANGE, _NUMERIC_RANGE):
        for match in pattern.finditer(low):
            span = _range_in(match, int(match["year"] or said_on.year))
            if span and not match["year"] and span.end < said_on:
                span = _range_in(match, said_on.year + 1)
            before = low[max(0, match.start() - 30) : match.start()].removesuffix("fra ").removesuffix("fra den ")
            if span and span.end >= said_on and not _NOT_DUE.search(before):
                return NamedPeriod(span, match.start(), match.end())
    return None


def _range_in(match: re.Match[str], year: int) -> Span | None:
    last = _month(match["m2"])
    first = _month(match["m1"]) if match["m1"] else last
    if not first or not last:
        return None
    start = make_date(year - (first > last), first, match["d1"])
    end = make_date(year, last, match["d2"])
    return Span(start, end) if start and end and start <= end else None


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return MONTHS.index(word) + 1 if word in MONTHS else 0


def _due_day(low: str, found: FoundDate, said_on: date) -> NamedPeriod | None:
    before = low[max(0, found.start - 40) : found.start]
    limit = _BEFORE.search(before)
    day = found.date
    if not found.year_stated and day < said_on and (limit or said_on - day > _A_PAST_DATE):
        day = make_date(day.year + 1, day.month, day.day) or day
    if day < said_on or (not limit and _NOT_DUE.search(before)):
        return None
    start = found.start - (len(before) - limit.start() if limit else 0)
    return NamedPeriod(_limited(day, limit[1] if limit else "", said_on), start, found.end)


def _limited(day: date, limit: str, said_on: date) -> Span:
    if limit in ("inden", "før"):
        return Span(said_on, max(said_on, day - timedelta(days=1)))
    return Span(said_on, day) if limit else Span(day, day)
