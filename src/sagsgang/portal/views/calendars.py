"""The meetings as calendars that one's own calendar program follows."""

from importlib import import_module

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from sagsgang.portal.queries import plan as queries
from sagsgang.portal.queries.authorities import authority
from sagsgang.portal.views.parse import found, today

_TYPE = "text/calendar; charset=utf-8"


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Every body's meetings."""
    return _answer(request, queries.calendar(today()), authority())


@require_safe
def body(request: HttpRequest, body: str) -> HttpResponse:
    """One body's meetings."""
    calendar = found(queries.of_body(body, today()))
    return _answer(request, calendar, f"{calendar.name}, {authority()}")


def _answer(request: HttpRequest, calendar: queries.Calendar, name: str) -> HttpResponse:
    root = request.build_absolute_uri("/")[:-1]
    host = f"{settings.AUTHORITY_CODE}.sagsgang"
    data = import_module("sagsgang.portal.ical").write(calendar, name, host, lambda event: root + _page(event))
    return HttpResponse(data, content_type=_TYPE)


def _page(event: queries.Event) -> str:
    if event.meeting_slug:
        return reverse("portal:meeting", args=[event.body_slug, event.meeting_slug])
    return reverse("portal:month", args=[event.day.year, event.day.month])
