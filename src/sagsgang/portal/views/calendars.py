"""The meetings as calendars that one's own calendar program follows."""

from importlib import import_module

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.portal.queries import plan as queries
from sagsgang.portal.queries.authorities import authority
from sagsgang.portal.sharing import shared
from sagsgang.portal.views.gone import or_tombstone
from sagsgang.portal.views.parse import found, today
from sagsgang.writers.events import Event

_TYPE = "text/calendar; charset=utf-8"


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Every body's meetings."""
    return _answer(request, queries.calendar(today()), authority())


@require_safe
@or_tombstone
def body(request: HttpRequest, body: str) -> HttpResponse:
    """One body's meetings."""
    calendar = found(queries.of_body(body, today()))
    return _answer(request, calendar, f"{calendar.name}, {authority()}")


def _answer(request: HttpRequest, calendar: queries.Calendar, name: str) -> HttpResponse:
    root = request.build_absolute_uri("/")[:-1]
    events = (_event(event, root) for event in calendar.events)
    data = import_module("sagsgang.writers.ical").write(events, name, f"{settings.AUTHORITY_CODE}.sagsgang")
    return shared(HttpResponse(data, content_type=_TYPE))


def _event(event: queries.Event, root: str) -> Event:
    return Event(
        reference=event.reference,
        revision=event.revision,
        changed=event.changed,
        summary=f"{_('AFLYST')}: {event.body}" if event.cancelled else event.body,
        cancelled=event.cancelled,
        day=event.day,
        start=event.start,
        end=None,
        place=event.place,
        address=root + _page(event),
    )


def _page(event: queries.Event) -> str:
    if event.meeting_slug:
        return reverse("portal:meeting", args=[event.body_slug, event.meeting_slug])
    return reverse("portal:month", args=[event.day.year, event.day.month])
