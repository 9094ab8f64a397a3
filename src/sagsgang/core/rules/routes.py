"""The way of a case through its bodies: where it goes next, what holds it back, and when it will be decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sagsgang.core.rules.deadlines import last_day_to_send
from sagsgang.danish.outcome_kinds import OutcomeKind

# What keeps a case from going on to its next body, and why, as a clerk is told.
_HELD_BACK = {
    OutcomeKind.POSTPONED: "Sagen er udsat. Genoptag den, når den skal på igen.",
    OutcomeKind.SENT_BACK: "Sagen er sendt tilbage. Genoptag den, når den er bearbejdet.",
    OutcomeKind.WITHDRAWN: "Punktet udgik. Genoptag sagen, hvis den skal på igen.",
    OutcomeKind.STOPS_HERE: "Beslutningen siger, at sagen stopper her.",
}
# After these the body has not finished with the case: its step of the route is not done.
UNFINISHED = frozenset({OutcomeKind.POSTPONED, OutcomeKind.SENT_BACK, OutcomeKind.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Leg:
    """A body that a case still has to pass: its planned meetings, and the clear days before each, None for any."""

    meetings: tuple[date, ...]
    notice_days: int | None


def held_back(primary: str, secondary: Sequence[str] = (), *, brought: bool = False) -> str:
    """Why a case with this outcome does not go on to its next body; "" when it does.

    "Godkendt. Stopper i Direktionen." is approved first and stops second: the second counts too. `brought`: a member
    has it brought before the council, so that what was decided does not end it.
    """
    if brought and primary not in UNFINISHED:
        return ""
    if OutcomeKind.STOPS_HERE in secondary:
        return _HELD_BACK[OutcomeKind.STOPS_HERE]
    return _HELD_BACK.get(OutcomeKind(primary), "") if primary else ""


def stops(primary: str, secondary: Sequence[str] = ()) -> bool:
    """Whether the decision ends the route."""
    return OutcomeKind.STOPS_HERE in (primary, *secondary)


def forecast(ready: date, legs: Sequence[Leg]) -> date | None:
    """The day of the final decision when the case is ready on `ready`; None when a body has no meeting in time.

    A meeting can take the case when its agenda is not sent yet on the day that the case is ready, and each body meets
    after the one before it.
    """
    for leg in legs:
        reached = next((day for day in sorted(leg.meetings) if _in_time(ready, day, leg.notice_days)), None)
        if reached is None:
            return None
        ready = reached
    return ready


def _in_time(ready: date, meeting: date, notice_days: int | None) -> bool:
    if notice_days is None:
        return meeting > ready
    return last_day_to_send(meeting, notice_days) >= ready
