"""Meetings planned, the agenda put together and sent: for the secretaries of the body."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.act import NotYours
from sagsgang.core.commands import meetings as commands
from sagsgang.core.commands.reading import opened_items, opened_titles
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries.agenda import agenda as query
from sagsgang.desk.queries.agenda import numbers
from sagsgang.desk.queries.calendar import calendar
from sagsgang.desk.queries.gate import gate as looked_through
from sagsgang.desk.queries.gate import to_look_at
from sagsgang.desk.queries.reach import led_meeting
from sagsgang.desk.views.live import now
from sagsgang.desk.views.meeting_verbs import VERBS


@require_safe
@desk
def meetings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The calendar."""
    if not viewer.bodies(Role.SECRETARY):
        raise NotYours
    return render(request, viewer, "desk/meetings.html", calendar(viewer, asked.chosen(request, "udvalg")))


@require_POST
@desk
def plan_meeting(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """One meeting."""
    made = commands.plan_meeting(
        viewer,
        asked.led_body(request, viewer, "body"),
        asked.the_day(request, "day"),
        start=asked.clock(request, "start"),
        place=asked.word(request, "place"),
        extraordinary=bool(request.POST.get("extraordinary")),
        called_for=asked.word(request, "called_for"),
    )
    return HttpResponseRedirect(reverse("desk:meeting", args=(made.id,)))


@require_safe
@desk
def meeting(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """The agenda while it is put together."""
    page = query(viewer, led_meeting(viewer, meeting))
    opened_titles(viewer, (line.id for line in (*page.lines, *page.ready, *page.coming) if line.inner_title))
    return render(request, viewer, "desk/agenda.html", page)


@require_safe
@desk
def gate(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """What must be looked at before the paper goes out."""
    found = led_meeting(viewer, meeting)
    items = to_look_at(viewer, found)
    page = looked_through(viewer, found, items)
    if page.open or page.passed:
        opened_items(viewer, items)
    return render(request, viewer, "desk/gate.html", page)


@require_POST
@desk
def meeting_verb(request: HttpRequest, viewer: Viewer, meeting: int, verb: str) -> HttpResponse:
    """Do a verb with the meeting or an item of it, and go to where it is seen."""
    act = VERBS.get(verb)
    if act is None:
        raise Http404
    found = led_meeting(viewer, meeting)
    onward = act(request, viewer, found)
    if verb == "arrange" and "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"numbers": numbers(viewer, found), "saved": _("Gemt") + " " + now()})
    return HttpResponseRedirect(onward or back(request))
