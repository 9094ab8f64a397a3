"""Meetings as they stand in a calendar program. Written by `ical`, which is loaded when somebody asks for one."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting. `reference` stays when it is moved, `revision` grows with each change, `changed` says when.

    Hours are Denmark's; without `start` it takes the whole day, and an `end` before it is on the next day.
    `summary` is the line in the calendar, `address` the page that it leads to.
    """

    reference: str
    revision: int
    changed: datetime
    summary: str
    cancelled: bool
    day: date
    start: time | None
    end: time | None
    place: str
    address: str
