"""What a decision asks somebody to do, and when: "næste møde" becomes the day of the body's next planned meeting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sagsgang.danish.commitments import commitments
from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.danish.outcomes import Commitment, classify

# "På et kommende møde" is within the next three meetings, or a quarter of a year when no more are planned.
_COMING_MEETINGS = 3
_COMING_DAYS = timedelta(days=90)


def promised(text: str, said_on: date, body: str) -> tuple[Commitment, ...]:
    """What the decision of `body` promises, but for putting the case off: it comes back by its own way."""
    return tuple(one for one in commitments(text, said_on, body) if one.who or not _puts_off(one.text))


def _puts_off(text: str) -> bool:
    return classify(text).primary is OutcomeKind.POSTPONED


def resolve(due: Due, said_on: date, planned: Sequence[date]) -> Due:
    """The same deadline with its days; `planned`: the body's coming meetings.

    A deadline that is bound to a meeting keeps its kind, as the calendar may change; the next meeting has no day when
    none is planned after `said_on`. One that is bound to an event has none.
    """
    coming = sorted(day for day in planned if day > said_on)
    if due.kind is DueKind.NEXT_MEETING and coming:
        return replace(due, start=coming[0], end=coming[0])
    if due.kind is DueKind.COMING_MEETING:
        ends = coming[_COMING_MEETINGS - 1 : _COMING_MEETINGS] or [said_on + _COMING_DAYS]
        return replace(due, start=coming[0] if coming else said_on + timedelta(days=1), end=ends[0])
    return due
