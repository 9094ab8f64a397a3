"""The front page: the latest meetings and what was decided lately."""

from dataclasses import dataclass
from datetime import date

from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.portal.queries.lines import (
    BodyLine,
    EntryLine,
    MeetingLine,
    bodies,
    counted,
    entries,
    entry_line,
    meeting_lines,
    meetings,
)

_COMING = 3
_MEETINGS = 6
_DECISIONS = 8


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front page shows."""

    coming: tuple[MeetingLine, ...]
    meetings: tuple[MeetingLine, ...]
    decisions: tuple[EntryLine, ...]
    bodies: tuple[BodyLine, ...]


def front(today: date) -> FrontPage:
    """The next meetings, the latest ones, the latest decisions and the bodies."""
    rows = counted(meetings())
    decided = entries().exclude(outcome__in=("", OutcomeKind.NONE)).exclude(decision="")
    return FrontPage(
        coming=meeting_lines(rows.filter(date__gt=today).order_by("date", "id")[:_COMING]),
        meetings=meeting_lines(rows.filter(date__lte=today).order_by("-date", "-id")[:_MEETINGS]),
        decisions=tuple(entry_line(row) for row in decided.order_by("-date", "-id")[:_DECISIONS]),
        bodies=bodies(),
    )
