"""Where a case stands, in one word and one sentence, so that nobody reads "Anbefales" as the end of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sagsgang.danish.outcomes import OutcomeKind


class Standing(StrEnum):
    """How far a case has come."""

    AWAITING = "awaiting"
    WITHDRAWN = "withdrawn"
    ONWARD = "onward"
    PAUSED = "paused"
    STOPPED = "stopped"
    DECIDED = "decided"
    HEARD = "heard"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """One treatment of the case; `outcomes` holds the primary one first, and nothing before the minutes are out.

    `withdrawn`: it was taken off the agenda, and the case may come again.
    """

    body: str
    day: date
    outcomes: tuple[str, ...] = ()
    route: tuple[str, ...] = ()
    minuted: bool = True
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Station:
    """A body on the planned route; `day` is when it treated the case, None when it has not (yet).

    `passed`: the case is beyond it, though the archive has no treatment there; `dropped`: the case stopped before it.
    """

    body: str
    day: date | None
    outcome: str = ""
    passed: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class CaseState:
    """The standing after the latest treatment, the one before it with minutes, and the next station where known.

    `decided` is the earlier treatment that decided the case, where the latest one only heard of it.
    """

    standing: Standing
    latest: Step
    before: Step | None = None
    next_station: str = ""
    decided: Step | None = None


_STOPPED = {OutcomeKind.STOPS_HERE, OutcomeKind.REJECTED, OutcomeKind.WITHDRAWN}
_PAUSED = {OutcomeKind.POSTPONED, OutcomeKind.SENT_BACK}
_AS_IT_IS = {Standing.STOPPED, Standing.PAUSED, Standing.AWAITING, Standing.WITHDRAWN}
_HEARD_OF = {Standing.HEARD, Standing.UNKNOWN}
_BY_PRIMARY = {
    OutcomeKind.RECOMMENDED: Standing.ONWARD,
    OutcomeKind.REFERRED: Standing.ONWARD,
    OutcomeKind.APPROVED: Standing.DECIDED,
    OutcomeKind.APPROVED_AMENDED: Standing.DECIDED,
    OutcomeKind.APPROVED_PARTLY: Standing.DECIDED,
    OutcomeKind.ELECTED: Standing.DECIDED,
    OutcomeKind.NOTED: Standing.HEARD,
    OutcomeKind.DISCUSSED: Standing.HEARD,
}


def case_state(steps: Sequence[Step]) -> CaseState:
    """The state after the last of `steps`, which are in order of time and not empty."""
    latest = steps[-1]
    before = next((step for step in reversed(steps[:-1]) if step.minuted), None)
    standing = _standing(latest)
    if standing in _AS_IT_IS:
        return CaseState(standing, latest, before)
    if following := _next_station(steps):
        return CaseState(Standing.ONWARD, latest, before, following)
    return CaseState(standing, latest, before, decided=_decided(steps[:-1]) if standing in _HEARD_OF else None)


def stations(steps: Sequence[Step]) -> tuple[Station, ...]:
    """The latest planned route as stations."""
    latest = steps[-1]
    stopped = _standing(latest) is Standing.STOPPED
    since = _begun(steps)
    found = [_station(body, steps[since:]) for body in latest.route]
    reached = max((place for place, station in enumerate(found) if station.day), default=-1)
    return tuple(
        station if station.day else replace(station, passed=place < reached, dropped=stopped and place > reached)
        for place, station in enumerate(found)
    )


def _standing(step: Step) -> Standing:
    if step.withdrawn:
        return Standing.WITHDRAWN
    if not step.minuted:
        return Standing.AWAITING
    said = set(step.outcomes)
    if said & _STOPPED:
        return Standing.STOPPED
    if said & _PAUSED:
        return Standing.PAUSED
    primary = step.outcomes[0] if step.outcomes else OutcomeKind.NONE
    return _BY_PRIMARY.get(OutcomeKind(primary), Standing.UNKNOWN)


def _decided(steps: Sequence[Step]) -> Step | None:
    """The last of the steps that decided the case for good, unless a later one took it up again."""
    for place in reversed(range(len(steps))):
        standing = _standing(steps[place])
        if standing is Standing.DECIDED and not _next_station(steps[: place + 1]):
            return steps[place]
        if standing not in _HEARD_OF:
            return None
    return None


def _next_station(steps: Sequence[Step]) -> str:
    latest = steps[-1]
    names = [body.casefold() for body in latest.route]
    if latest.body.casefold() not in names:
        return ""
    following = names.index(latest.body.casefold()) + 1
    return latest.route[following] if following < len(names) else ""


def _begun(steps: Sequence[Step]) -> int:
    """Where the present round on the route began: the last treatment by the route's first body."""
    route = steps[-1].route
    first = route[0].casefold() if route else ""
    rounds = [place for place, step in enumerate(steps) if step.body.casefold() == first]
    return rounds[-1] if rounds else 0


def _station(body: str, steps: Sequence[Step]) -> Station:
    here = [step for step in steps if step.body.casefold() == body.casefold()]
    if not here:
        return Station(body, None)
    return Station(body, here[-1].day, here[-1].outcomes[0] if here[-1].outcomes else "")
