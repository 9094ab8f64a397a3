"""Meetings as iCalendar (RFC 5545). Loaded when somebody asks for a calendar: the library takes 6 MB in a worker."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from sagsgang.writers.events import Event

_HERE = ZoneInfo("Europe/Copenhagen")
_REFRESH = timedelta(hours=6)
_DAY = timedelta(days=1)


def write(events: Iterable[Event], name: str, host: str) -> bytes:
    """The calendar's bytes. `host` makes the references unique in the world."""
    made = Calendar()
    made.add("prodid", "-//Sagsgang//DA")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for event in events:
        made.add_component(_entry(event, host))
    made.add_missing_timezones()
    data: bytes = made.to_ical()
    return data


def _entry(event: Event, host: str) -> Entry:
    made = Entry()
    made.add("uid", f"{event.reference}@{host}")
    made.add("sequence", event.revision)
    made.add("dtstamp", event.changed)
    made.add("last-modified", event.changed)
    made.add("summary", event.summary)
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    _add_hours(made, event)
    if event.place:
        made.add("location", event.place)
    made.add("url", event.address)
    return made


def _add_hours(made: Entry, event: Event) -> None:
    """The hours in Denmark; the whole day where they are not known."""
    if event.start is None:
        made.add("dtstart", event.day)
        made.add("dtend", event.day + _DAY)
        return
    made.add("dtstart", _at(event.day, event.start))
    if event.end is not None and event.end != event.start:
        made.add("dtend", _at(event.day + _DAY if event.end < event.start else event.day, event.end))


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, _HERE)
