"""When something was promised for: Danish relative deadlines as intervals or events."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DueKind(StrEnum):
    """What a promise is bound to."""

    INTERVAL = "interval"
    NEXT_MEETING = "next_meeting"
    COMING_MEETING = "coming_meeting"
    EVENT = "event"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as the text says it; `start` and `end` are set for intervals only, both inclusive."""

    kind: DueKind
    start: date | None = None
    end: date | None = None
    phrase: str = ""
