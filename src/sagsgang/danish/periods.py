"""Periods that Danish administration names without a date: "ultimo februar", "1. kvartal", "uge 42"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sagsgang.danish.dates import MONTHS

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_ORDINALS = {"første": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4, "sidste": 0}
# First month and number of months; winter runs into the next year.
_SEASONS = {"forår": (3, 3), "sommer": (6, 3), "efterår": (9, 3), "vinter": (12, 3)}
# Primo, medio and ultimo of a month are its days 1-10, 11-20 and 21 onwards.
_POSITIONS = {
    "primo": 0, "start": 0, "begyndelse": 0, "først": 0, "tidlig": 0,
    "medio": 1, "midt": 1,
    "ultimo": 2, "slut": 2, "udgang": 2, "sidst": 2, "sen": 2,
}  # fmt: skip

# First month and number of months of primo, medio and ultimo of a year.
_OF_A_YEAR = ((1, 1), (6, 2), (12, 1))

_POSITION = (
    r"(?:(?:primo|medio|ultimo)(?:/(?P<position2>medio|ultimo))?"
    r"|(?:starten|begyndelsen|midten|slutningen|udgangen) af|start|slut|midt i|(?:først|sidst|tidligt|sent) (?:i|på))"
)
_LEAD = r"(?:i løbet af|hen over|til|ved|omkring|til og med|i|på|(?<!\w)[-–:(] ?)"
_LIMIT = (
    r"(?:inden for|indenfor|inden|senest|før|frem til|indtil|til og med|med start|tidligst|efter|siden|fra|pr\.?|per"
    r"|for|jf\.?|vedr\.?|vedrørende)"
)
_NAMED = (
    rf"(?P<month>{_MONTH})(?: ?(?:og|/|-|–|eller) ?(?P<month2>{_MONTH}))?(?: måned)?"
    r"|(?:(?P<quarter>[1-4]|første|andet|tredje|fjerde|sidste)\.?(?:(?: ?[-–/] ?| og )(?P<quarter2>[1-4])\.?)? "
    r"?(?:kvartal(?:s\w+ \w+(?: i)?)?|kvt\.?)\b|\bq(?P<q>[1-4]))"
    r"|(?P<half>[12]|første|andet|sidste)\.? ?halvår\b"
    r"|(?:(?:tidlige|sene|kommende|hele|(?P<after>næste)) )?(?P<season>forår|sommer|efterår|vinter)(?:en|et)?\b"
    r"|uge(?:rne)? ?(?P<week>[0-9]{1,2})(?: ?(?:-|–|og|/|til) ?(?:uge )?(?P<week2>[0-9]{1,2})(?![0-9]))?"
    r"|(?P<next>næste|kommende) (?P<unit>uge|måned|kvartal|halvår|år)\b"
    r"|(?:det )?(?P<new>nye) år\b"
    r"|(?:indeværende |dette |denne )?(?P<this>år|(?<=denne )(?:uge|måned)\b|året|årets"
    r"|måneden|månedens|ugen|ugens)\b(?P<close> udgang| slutning)?"
)
_PERIOD = re.compile(
    # No word's middle, which spares most places the search.
    rf"(?<!\w)(?:\b(?P<limit>{_LIMIT}) )?(?:(?P<lead>{_LEAD}) ?)?"
    rf"(?:\b(?P<position>{_POSITION}) )?(?:det |den )?"
    rf"\b(?:{_NAMED}|(?P<bare>20[0-9]{{2}})\b)(?: ?(?:i )?(?P<year>20[0-9]{{2}})(?:/[0-9]{{2,4}})?\b)?"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` to `end`, both included."""

    start: date
    end: date

    def third(self, position: int) -> "Span":
        """The first (0), middle (1) or last (2) third: decades of a month, months of a longer period.

        Of a year it is narrower: January, the two months around its middle, and December.
        """
        count = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        if count == 1:
            return _decade(self.start, position)
        if count == 12:
            return months(self.start.year, *_OF_A_YEAR[position])
        cut = [add_months(self.start, count * part // 3) for part in range(4)]
        return Span(cut[position], cut[position + 1] - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """A period found at `start` to `end` of a text; `span` is None when it only says from when, or as of when."""

    span: Span | None
    start: int
    end: int


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the last day of that month when it is shorter."""
    years, month = divmod(day.month - 1 + count, 12)
    year = min(day.year + years, 9998)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months(year: int, first: int, count: int) -> Span:
    """`count` whole months from month `first` (1 to 12) of `year`."""
    start = date(year, first, 1)
    return Span(start, add_months(start, count) - timedelta(days=1))


def find_periods(low: str, said_on: date) -> list[NamedPeriod]:
    """The periods named in `low` (lower case, one line), as meant on `said_on`.

    A period without a year that is over on `said_on` is next year's; one with a year that is over is left out.
    """
    found: list[NamedPeriod] = []
    for match in _PERIOD.finditer(low):
        if _meant(match):
            span = _resolve(match, said_on)
            if span is None or span.end >= said_on:
                found.append(NamedPeriod(span, match.start(), match.end()))
    return _joined(found, low)


def _joined(found: list[NamedPeriod], low: str) -> list[NamedPeriod]:
    """The periods, one of two that meet at a stroke: "ultimo august/primo september"."""
    joined: list[NamedPeriod] = []
    for period in found:
        last = joined.pop() if joined else None
        if last and last.span and period.span and low[last.end : period.start].strip() in ("/", "-", "–"):
            first, final = sorted((last.span, period.span), key=lambda span: span.start)
            joined.append(NamedPeriod(Span(first.start, final.end), last.start, period.end))
        else:
            joined += [last, period] if last else [period]
    return joined


def _meant(match: re.Match[str]) -> bool:
    """Whether the words around say that a time is meant: "i maj", "(maj)", "ultimo 2017"; quarters do so."""
    placed = match["limit"] or match["lead"] or match["position"]
    if match["bare"]:
        return bool(match["position"] or match["limit"]) or match["lead"] in ("i løbet af", "hen over")
    if match["this"]:
        return bool(placed) and (
            match["this"] in ("år", "uge", "måned")
            or bool(match["position"] or "løbet" in match[0] or match["limit"] or match["close"])
        )
    return bool(placed or match["quarter"] or match["q"] or match["half"] or match["week"] or match["next"])


def _resolve(match: re.Match[str], said_on: date) -> Span | None:
    limit = (match["limit"] or "").rstrip(".")
    if limit == "fra" and match["week2"]:
        limit = ""
    if limit not in ("", "inden for", "indenfor", "inden", "senest", "før", "frem til", "indtil", "til og med"):
        return None
    year = int(match["year"] or match["bare"] or 0)
    span = _limited(match, limit, year or said_on.year, said_on)
    if span and not year and (span.end < said_on or (match["after"] and span.start <= said_on)):
        span = _limited(match, limit, said_on.year + 1, said_on)
    return span


def _limited(match: re.Match[str], limit: str, year: int, said_on: date) -> Span | None:
    span = _named(match, year, said_on)
    if span is None:
        return None
    if match["position"] and not match["week"]:
        first = span.third(_position(match["position"]))
        span = Span(first.start, span.third(_position(match["position2"])).end if match["position2"] else first.end)
    elif match["close"] and not match["this"].startswith("uge"):
        span = span.third(2)
    whole = match["position"] and match["position"].startswith(("udgang", "slut"))
    if limit in ("inden", "før") and not whole:
        return Span(said_on, span.start - timedelta(days=1) if not match["this"] else span.end)
    return (
        Span(said_on, span.end) if limit in ("inden", "før", "senest", "frem til", "indtil", "til og med") else span
    )


def _position(word: str) -> int:
    return next(number for start, number in _POSITIONS.items() if word.startswith(start))


def _named(match: re.Match[str], year: int, said_on: date) -> Span | None:
    """The whole period named, in `year` where it is not bound to `said_on`."""
    if match["month"]:
        return _months(match, year)
    if quarter := match["quarter"] or match["q"]:
        first = _ordinal(quarter, 4)
        return months(year, 3 * first - 2, 3 * max(1, int(match["quarter2"] or first) - first + 1))
    if match["half"]:
        return months(year, 6 * _ordinal(match["half"], 2) - 5, 6)
    if match["season"]:
        return _season(match["season"], year, said_on, stated=bool(match["year"]))
    if match["week"]:
        return _weeks(int(match["week"]), int(match["week2"] or match["week"]), year)
    return months(year, 1, 12) if match["bare"] else _relative(match, said_on)


def _months(match: re.Match[str], year: int) -> Span:
    first = _MONTH_NUMBERS[match["month"].rstrip(".")]
    last = _MONTH_NUMBERS[match["month2"].rstrip(".")] if match["month2"] else first
    return months(year, first, (last - first) % 12 + 1)


def _season(name: str, year: int, said_on: date, *, stated: bool) -> Span:
    first, count = _SEASONS[name]
    if name == "vinter" and not stated and year == said_on.year and said_on.month < 3:
        year -= 1
    return months(year, first, count)


def _weeks(first: int, last: int, year: int) -> Span | None:
    try:
        return Span(date.fromisocalendar(year, first, 1), date.fromisocalendar(year, max(first, last), 7))
    except ValueError:
        return None


def _relative(match: re.Match[str], said_on: date) -> Span:
    if match["unit"]:
        return _following(match["unit"], said_on)
    if match["new"]:
        return months(said_on.year + 1, 1, 12)
    if match["this"].startswith("uge"):
        return _week_of(said_on)
    return months(said_on.year, 1, 12) if match["this"].startswith("år") else months(said_on.year, said_on.month, 1)


def _following(unit: str, said_on: date) -> Span:
    if unit == "uge":
        return _week_of(said_on + timedelta(days=7))
    count = {"måned": 1, "kvartal": 3, "halvår": 6, "år": 12}[unit]
    following = add_months(said_on.replace(day=1), count)
    return months(following.year, (following.month - 1) // count * count + 1, count)


def _week_of(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def _decade(first: date, position: int) -> Span:
    last = monthrange(first.year, first.month)[1]
    return Span(
        first.replace(day=10 * position + 1), first.replace(day=last if position == 2 else 10 * position + 10)
    )


def _ordinal(word: str, last: int) -> int:
    return int(word) if word.isdigit() else _ORDINALS[word] or last
