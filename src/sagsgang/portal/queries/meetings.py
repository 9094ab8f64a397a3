"""The list of meetings, and the calendar by year and by month."""

import calendar as months
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max, Min

from sagsgang.archive.models import Meeting
from sagsgang.archive.paging import Pager, Place, cut
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import BodyLine, MeetingLine, bodies, counted, meeting_lines, meetings
from sagsgang.portal.queries.plan import PlannedLine, coming, in_order, last_planned, next_planned

_SIZE = 25
_MONTH_BOUND, _YEAR_BOUND = 120, 1500


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """A page of all meetings, newest first, of one body and one kind when they are chosen."""

    meetings: tuple[MeetingLine, ...]
    bodies: tuple[BodyLine, ...]
    body: str
    kind: str
    pager: Pager


@dataclass(frozen=True, slots=True)
class Day:
    """A square in a calendar: `number` 0 is outside the month."""

    number: int
    meetings: int = 0
    today: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year calendar, week by week from Monday."""

    first: date
    meetings: int
    weeks: tuple[tuple[Day, ...], ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """The calendar of one year; `years` are those with meetings."""

    year: int
    years: tuple[int, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """The meetings of one month in order of time, with a paper or without; `more` when too many for one page.

    `previous` and `following` are the nearest months with meetings, so that following the links comes to an end.
    """

    first: date
    previous: date | None
    following: date | None
    meetings: tuple[MeetingLine | PlannedLine, ...]
    more: bool


def meeting_list(body: str, kind: str, start: Place | None) -> MeetingsPage:
    """The page of meetings from `start` on; `body` is a slug, `kind` "agenda" or "minutes", "" for all."""
    rows = counted(meetings())
    if body:
        rows = rows.filter(body__slug=body)
    if kind:
        rows = rows.filter(edition__kind=kind)
    page, pager = cut(rows, start, _SIZE)
    return MeetingsPage(meeting_lines(page), bodies(), body, kind, pager)


def year(number: int | None, today: date) -> YearPage | None:
    """The calendar of the year, this or the latest one for None; None outside the years of the archive."""
    shown = Meeting.objects.filter(audience=audience(), edition__isnull=False).order_by()
    span = shown.aggregate(first=Min("date"), latest=Max("date"))
    if span["latest"] is None:
        return None
    last = max(span["latest"], last_planned() or span["latest"])
    years = tuple(range(last.year, span["first"].year - 1, -1))
    number = number or (today.year if today.year in years else years[0])
    if number not in years:
        return None
    of_year = shown.filter(date__range=(date(number, 1, 1), date(number, 12, 31)))
    held = Counter({row["date"]: row["n"] for row in of_year.values("date").annotate(n=Count("pk"))})
    held += Counter(
        line.day for line in coming(max(date(number, 1, 1), today), date(number + 1, 1, 1), most=_YEAR_BOUND)
    )
    return YearPage(number, years, tuple(_month(number, month, held, today) for month in range(1, 13)))


def month(first: date, today: date) -> MonthPage | None:
    """The meetings of the month that begins on `first`; None outside the years of the archive."""
    after = (first + timedelta(days=31)).replace(day=1)
    rows = counted(meetings()).filter(date__gte=first, date__lt=after).order_by("date", "start", "id")
    found = list(rows[: _MONTH_BOUND + 1])
    shown = Meeting.objects.filter(audience=audience(), edition__isnull=False).order_by()
    earlier = shown.filter(date__lt=first).aggregate(day=Max("date"))["day"]
    later = shown.filter(date__gte=after).aggregate(day=Min("date"))["day"]
    planned = coming(max(first, today), after, most=_MONTH_BOUND)
    later = later or next_planned(after)
    near = [day.year for day in (earlier, later) if day]
    if not found and not planned and len(near) < 2 and first.year not in near and not _plans_in(first.year):
        return None
    return MonthPage(
        first,
        earlier and earlier.replace(day=1),
        later and later.replace(day=1),
        in_order([*meeting_lines(found[:_MONTH_BOUND]), *planned]),
        len(found) > _MONTH_BOUND,
    )


def _plans_in(year: int) -> bool:
    """Whether that is the last year with a planned meeting; its calendar names every month of it."""
    last = last_planned()
    return last is not None and last.year == year


def _month(number: int, month: int, held: dict[date, int], today: date) -> Month:
    by_day = Counter({day.day: count for day, count in held.items() if day.month == month})
    weeks = months.Calendar().monthdayscalendar(number, month)
    current = today.day if (today.year, today.month) == (number, month) else None
    squares = tuple(tuple(Day(day, by_day[day], day == current) for day in week) for week in weeks)
    return Month(date(number, month, 1), by_day.total(), squares)
