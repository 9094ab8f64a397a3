"""The minutes: for the secretary what is missing, for a member a click."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.commands.minutes import sign as sign_minutes
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries.minutes import minutes as query
from sagsgang.desk.queries.reach import attended_meeting, led_meeting


@require_safe
@desk
def minutes(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """What is missing, extracts of closed items, signatures, and the next step."""
    return render(request, viewer, "desk/minutes.html", query(viewer, led_meeting(viewer, meeting)))


@require_POST
@desk
def sign(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """Approve the minutes as a member."""
    sign_minutes(viewer, attended_meeting(viewer, meeting))
    messages.success(request, _("Tak. Du har godkendt referatet."))
    return HttpResponseRedirect(back(request))
