"""A body's year in figures: meetings, items, outcomes, what was closed, and how long its cases took."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from django.db.models import Min, OuterRef, Subquery

from sagsgang.archive.models import Body, Entry, Meeting
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.authorities import shown_authority

FINAL = frozenset(
    {
        OutcomeKind.APPROVED,
        OutcomeKind.APPROVED_AMENDED,
        OutcomeKind.APPROVED_PARTLY,
        OutcomeKind.REJECTED,
        OutcomeKind.ELECTED,
    }
)
# Up to how many days after its first treatment a case was decided; None: later than all of them.
SPANS: tuple[int | None, ...] = (0, 31, 92, 183, 366, None)
# From how many treatments in a year on a case may be a standing item.
_OFTEN = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One value and how often it occurs; `width` is its length in per cent of the longest."""

    value: str
    count: int
    width: int


@dataclass(frozen=True, slots=True)
class BodyYearPage:
    """The figures of one year. `months` are the items of January to December; `days` the median, None without cases.

    `outcomes` are of the items with a decision, `unnoted` counts those of which the minutes note none.
    `spans` count the cases that were finally decided, by the days since their first treatment: see SPANS. Standing
    items ("Eventuelt"), which have one case for years and come to no end, are not among them.
    """

    name: str
    slug: str
    authority: str
    year: int
    years: tuple[int, ...]
    meetings: int
    items: int
    closed: int
    closed_share: int
    months: tuple[Bar, ...]
    types: tuple[Bar, ...]
    outcomes: tuple[Bar, ...]
    unnoted: int
    spans: tuple[Bar, ...]
    decided: int
    days: int | None


@dataclass(frozen=True, slots=True)
class _Row:
    day: date
    item_type: str
    outcome: str
    access: str
    case_key: str = ""
    first: date | None = None


def body_year(slug: str, year: int) -> BodyYearPage | None:
    """The body's year; None when it had no meeting then. Four queries, O(items of the year)."""
    body = Body.objects.filter(slug=slug).first()
    if body is None:
        return None
    held = Meeting.objects.filter(audience=audience(), body=body, edition__isnull=False).order_by()
    years = tuple(sorted({day.year for day in held.dates("date", "year")}, reverse=True))
    if year not in years:
        return None
    meetings = held.filter(date__range=_span(year)).count()
    return _page(body, year, years, meetings, _rows(body, year))


def _page(body: Body, year: int, years: tuple[int, ...], meetings: int, rows: list[_Row]) -> BodyYearPage:
    closed = sum(row.access != Access.OPEN for row in rows)
    taken = sorted(_days_taken(rows, meetings))
    return BodyYearPage(
        name=body.name,
        slug=body.slug,
        authority=shown_authority(body),
        year=year,
        years=years,
        meetings=meetings,
        items=len(rows),
        closed=closed,
        closed_share=round(100 * closed / len(rows)) if rows else 0,
        months=_in_order(Counter(str(row.day.month) for row in rows), map(str, range(1, 13))),
        types=_most_first(Counter(row.item_type for row in rows)),
        outcomes=_most_first(Counter(row.outcome for row in rows if row.outcome not in ("", OutcomeKind.NONE))),
        unnoted=sum(row.outcome == OutcomeKind.NONE for row in rows),
        spans=_in_order(Counter(_bucket(days) for days in taken), map(str, SPANS)) if taken else (),
        decided=len(taken),
        days=median_low(taken) if taken else None,
    )


def _days_taken(rows: Sequence[_Row], meetings: int) -> Iterator[int]:
    """The days of each case that was finally decided, but for those on most agendas of the year."""
    treated = Counter(row.case_key for row in rows)
    for row in rows:
        standing = treated[row.case_key] >= _OFTEN and 2 * treated[row.case_key] > meetings
        if row.first and row.outcome in FINAL and not standing:
            yield (row.day - row.first).days


def _rows(body: Body, year: int) -> list[_Row]:
    """The year's items; `first` is the day on which the case was treated first, by any body."""
    earlier = Entry.objects.filter(audience=audience(), case_key=OuterRef("case_key")).order_by().values("case_key")
    rows = Entry.objects.filter(audience=audience(), meeting__body=body, meeting__date__range=_span(year)).order_by()
    plain = rows.filter(case_key="").values_list("date", "item_type", "outcome", "access")
    cases = rows.exclude(case_key="").annotate(first=Subquery(earlier.annotate(day=Min("date")).values("day")))
    told = cases.values_list("date", "item_type", "outcome", "access", "case_key", "first")
    return [*(_Row(*row) for row in plain), *(_Row(*row) for row in told)]


def _span(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1) - timedelta(days=1)


def _bucket(days: int) -> str:
    return str(next(most for most in SPANS if most is None or days <= most))


def _most_first(counts: Mapping[str, int]) -> tuple[Bar, ...]:
    return _in_order(counts, sorted(counts, key=lambda value: (-counts[value], value)))


def _in_order(counts: Mapping[str, int], values: Iterable[str]) -> tuple[Bar, ...]:
    longest = max(counts.values(), default=0) or 1
    return tuple(Bar(value, counts.get(value, 0), round(100 * counts.get(value, 0) / longest)) for value in values)
