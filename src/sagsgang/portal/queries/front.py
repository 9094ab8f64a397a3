"""The front page: the latest meetings and what was decided lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from sagsgang.archive.models import Body, Meeting
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, PaperKind
from sagsgang.portal.queries.authorities import shown_authority
from sagsgang.portal.queries.lines import (
    BodyLine,
    EntryLine,
    MeetingLine,
    address,
    bodies,
    counted,
    entries,
    meeting_lines,
    meetings,
)
from sagsgang.portal.queries.plan import PlannedLine, coming, in_order
from sagsgang.portal.routine import is_routine

_COMING = 5
_MEETINGS = 6
_DECISIONS = 8
_LOOKED_AT = 100


class _Decided(NamedTuple):
    """One of the latest decisions, of which few are shown: a hundred models would take longer than the whole page."""

    pk: int
    date: date
    number: str
    position: int
    title: str
    outcome: str
    decision: str
    case_key: str
    meeting_slug: str
    body: str
    body_slug: str
    authority: str


_OF_OTHERS = {
    "meeting_slug": "meeting__slug",
    "body": "body__name",
    "body_slug": "body__slug",
    "authority": "body__authority",
}
_COLUMNS = tuple(_OF_OTHERS.get(name, name) for name in _Decided._fields)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front page shows."""

    coming: tuple[MeetingLine | PlannedLine, ...]
    meetings: tuple[MeetingLine, ...]
    decisions: tuple[EntryLine, ...]
    bodies: tuple[BodyLine, ...]


def front(today: date) -> FrontPage:
    """The next meetings, the latest ones, the latest decisions and the bodies."""
    rows = counted(meetings())
    decided = entries().filter(access=Access.OPEN).exclude(outcome__in=("", OutcomeKind.NONE)).exclude(decision="")
    latest = map(_Decided._make, decided.order_by("-date", "-id").values_list(*_COLUMNS)[:_LOOKED_AT])
    return FrontPage(
        coming=_coming(rows, today),
        meetings=meeting_lines(rows.filter(_held(today)).order_by("-date", "-id")[:_MEETINGS]),
        decisions=tuple(map(_line, _telling(latest))),
        bodies=bodies(),
    )


def _held(today: date) -> Q:
    """Of today's meetings those that have minutes. The bound comes first, for the index of the days."""
    return Q(date__lte=today) & (Q(date__lt=today) | Q(edition__kind=PaperKind.MINUTES))


def _to_come(today: date) -> Q:
    return Q(date__gte=today) & (Q(date__gt=today) | Q(edition__kind=PaperKind.AGENDA))


def _coming(rows: QuerySet[Meeting], today: date) -> tuple[MeetingLine | PlannedLine, ...]:
    """The next meetings, with a paper or without, by day and hour."""
    with_paper = meeting_lines(rows.filter(_to_come(today)).order_by("date", "start", "id")[:_COMING])
    together: list[MeetingLine | PlannedLine] = [*with_paper, *coming(today, most=_COMING)]
    return in_order(together)[:_COMING]


def _telling(latest: Iterable[_Decided]) -> list[_Decided]:
    """Those that tell most, newest first: a case once, nothing of every agenda, mere news only to fill up."""
    telling = _newest_of_each_case(row for row in latest if not is_routine(row.title))
    decided = [row for row in telling if row.outcome != OutcomeKind.NOTED]
    noted = [row for row in telling if row.outcome == OutcomeKind.NOTED]
    chosen = [*decided, *noted][:_DECISIONS]
    return sorted(chosen, key=lambda row: (row.date, row.pk), reverse=True)


def _newest_of_each_case(rows: Iterable[_Decided]) -> list[_Decided]:
    """The rows, which stand newest first, without the earlier treatments of a case that is among them."""
    cases: dict[str, _Decided] = {}
    for row in rows:
        cases.setdefault(row.case_key or f"#{row.pk}", row)
    return list(cases.values())


def _line(row: _Decided) -> EntryLine:
    return EntryLine(
        body=row.body,
        body_slug=row.body_slug,
        meeting_slug=row.meeting_slug,
        day=row.date,
        number=row.number,
        address=address(row.number, row.position),
        title=row.title,
        outcome=row.outcome,
        decision=row.decision,
        authority=shown_authority(Body(authority=row.authority)),
    )
