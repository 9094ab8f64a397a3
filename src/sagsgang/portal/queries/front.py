"""The front page: the latest meetings and what was decided lately."""

from dataclasses import dataclass

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

_MEETINGS = 6
_DECISIONS = 8


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front page shows."""

    meetings: tuple[MeetingLine, ...]
    decisions: tuple[EntryLine, ...]
    bodies: tuple[BodyLine, ...]


def front() -> FrontPage:
    """The latest meetings, the latest decisions and the bodies."""
    decided = entries().exclude(outcome__in=("", OutcomeKind.NONE)).exclude(decision="")
    return FrontPage(
        meetings=meeting_lines(counted(meetings()).order_by("-date", "-id")[:_MEETINGS]),
        decisions=tuple(entry_line(row) for row in decided.order_by("-date", "-id")[:_DECISIONS]),
        bodies=bodies(),
    )
