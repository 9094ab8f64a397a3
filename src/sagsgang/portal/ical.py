"""Meetings as iCalendar (RFC 5545). Loaded when somebody asks for a calendar: the library takes 6 MB in a worker."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from sagsgang.portal.queries import plan

_HERE = ZoneInfo("Europe/Copenhagen")
_REFRESH = timedelta(hours=6)
_DAY = timedelta(days=1)


def write(calendar: plan.Calendar, name: str, host: str, address: Callable[[plan.Event], str]) -> bytes:
    """The calendar's bytes. `host` makes the references unique in the world, `address` leads to an event's page."""
    made = Calendar()
    made.add("prodid", "-//Sagsgang//DA")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for event in calendar.events:
        made.add_component(_event(event, host, address(event)))
    made.add_missing_timezones()
    data: bytes = made.to_ical()
    return data


def _event(event: plan.Event, host: str, address: str) -> Event:
    made = Event()
    made.add("uid", f"{event.reference}@{host}")
    made.add("sequence", event.revision)
    made.add("dtstamp", event.changed)
    made.add("last-modified", event.changed)
    made.add("summary", f"{_('AFLYST')}: {event.body}" if event.cancelled else event.body)
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    made.add("dtstart", _start(event))
    if event.start is None:
        made.add("dtend", event.day + _DAY)
    if event.place:
        made.add("location", event.place)
    made.add("url", address)
    return made


def _start(event: plan.Event) -> date | datetime:
    """The hour in Denmark; the whole day where the hour is not known."""
    return datetime.combine(event.day, event.start, _HERE) if event.start else event.day
