"""The line that says which body decided what follows, and when."""

from dataclasses import dataclass
from datetime import date

from sagsgang.danish.dates import parse_date
from sagsgang.readers.bodies import definite, is_body, nominative
from sagsgang.readers.profile import Profile
from sagsgang.readers.profiles import MEETING_OF

_LONGEST = 150


@dataclass(frozen=True, slots=True)
class DecisionHeading:
    """Who and when, as far as the line says it; `rest` is a decision that stands on the same line."""

    body: str | None
    date: date | None
    rest: str = ""


def decision_heading(text: str, profile: Profile) -> DecisionHeading | None:
    """What `text` says as a heading over a decision in the ways of the layout; None when it is no such heading."""
    if len(text) > _LONGEST and ":" not in text[:_LONGEST]:
        return None
    for pattern in profile.decisions:
        match = pattern.match(text)
        if match is None:
            continue
        when = parse_date(match["date"]) if match["date"] else None
        if when is None and match["date"]:
            continue
        if pattern is MEETING_OF:
            return DecisionHeading(nominative(match["body"]), when, match["rest"] or "")
        if is_body(match["body"]):
            return DecisionHeading(definite(match["body"]), when, match["rest"] or "")
    return None
