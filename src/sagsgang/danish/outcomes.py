"""What a board decided: the words of a decision as an outcome, and the promises in them."""

from dataclasses import dataclass
from enum import StrEnum

from sagsgang.danish.deadlines import Due


class OutcomeKind(StrEnum):
    """The classes of a decision."""

    APPROVED = "approved"
    APPROVED_AMENDED = "approved_amended"
    APPROVED_PARTLY = "approved_partly"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    SENT_BACK = "sent_back"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"
    STOPS_HERE = "stops_here"
    ELECTED = "elected"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PointOutcome:
    """The outcome of one recommendation point, by the point's number as printed."""

    number: str
    outcome: OutcomeKind


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision came to. `confidence` runs from 0 (a guess) to 1 (said in so many words)."""

    primary: OutcomeKind
    secondary: tuple[OutcomeKind, ...] = ()
    points: tuple[PointOutcome, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise found in a decision: the exact words, who (None when nobody is named), and when."""

    text: str
    who: str | None
    due: Due


def classify(text: str, *, last_body: bool | None = None) -> Outcome:
    """What the decision `text` came to."""
    del last_body
    return Outcome(OutcomeKind.NONE, confidence=1.0 if len(text) < 2 else 0.0)
