"""One's own meetings in one's own calendar program: the page with the address, and the calendar that it leads to."""

from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sagsgang.core.act import NotYours
from sagsgang.core.commands.my_calendar import close, has_one, renew
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import my_calendar as query
from sagsgang.writers.events import Event


@dataclass(frozen=True, slots=True)
class AddressPage:
    """The address as a link that a calendar program takes, and as text; both "" until there is one."""

    webcal: str
    link: str


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The private address; a POST makes a new one, or closes it."""
    if not has_one(viewer):
        raise NotYours
    if request.method == "POST":
        _change(request, viewer)
        return redirect("desk:calendar")
    return render(request, viewer, "desk/my_calendar.html", _address(request, query.own_key(viewer)))


@require_safe
def file(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar that the key opens: nobody logs in, for calendar programs cannot."""
    calendar = query.opened(key)
    response = _written(request, calendar) if calendar else HttpResponseNotFound(content_type="text/plain")
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)
    return response


def _change(request: HttpRequest, viewer: Viewer) -> None:
    if "luk" in request.POST:
        close(viewer)
        messages.success(request, _("Adressen er lukket. Kalendere, der har den, får ikke mere at vide."))
    else:
        renew(viewer)
        messages.success(request, _("Adressen er lavet. Har du haft en anden, virker den ikke længere."))


def _address(request: HttpRequest, key: str) -> AddressPage:
    if not key:
        return AddressPage("", "")
    link = request.build_absolute_uri(reverse("desk:calendar-file", args=[key]))
    return AddressPage(f"webcal:{link.partition(':')[2]}", link)


def _written(request: HttpRequest, calendar: query.Calendar) -> HttpResponse:
    root = request.build_absolute_uri("/")[:-1]
    name = _("Møder for %(name)s") % {"name": calendar.name}
    events = (_event(meeting, root) for meeting in calendar.meetings)
    data = import_module("sagsgang.writers.ical").write(events, name, f"{settings.AUTHORITY_CODE}.sagsgang")
    return HttpResponse(data, content_type="text/calendar; charset=utf-8")


def _event(meeting: query.Mine, root: str) -> Event:
    """Not the public calendar's reference: whoever has both calendars sees either one's own link."""
    return Event(
        reference=f"mit-moede-{meeting.id}",
        revision=meeting.revision,
        changed=meeting.changed,
        summary=f"{_('AFLYST')}: {meeting.body}" if meeting.cancelled else meeting.body,
        cancelled=meeting.cancelled,
        day=meeting.day,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        address=root + reverse("desk:meeting" if meeting.led else "desk:read", args=[meeting.id]),
    )
