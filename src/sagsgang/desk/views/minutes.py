"""The minutes: for the secretary what is missing, for a member a click."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.commands import records as commands
from sagsgang.core.commands.minutes import sign as sign_minutes
from sagsgang.core.commands.reading import opened_decisions
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries.minutes import minutes as query
from sagsgang.desk.queries.reach import attended_meeting, led_meeting
from sagsgang.desk.records import files, zipped


@require_safe
@desk
def minutes(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """What is missing, extracts of closed items, signatures, and the next step."""
    page = query(viewer, led_meeting(viewer, meeting))
    opened_decisions(viewer, (row.id for row in page.rows if row.kept))
    return render(request, viewer, "desk/minutes.html", page)


@require_POST
@desk
def records(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """The published minutes for the records system, in one file to be saved: complete, or the open edition."""
    found = led_meeting(viewer, meeting)
    handed = commands.records(viewer, found, complete=request.POST.get("udgave") == "fuld")
    response = HttpResponse(zipped(files(handed)), content_type="application/zip")
    name = content_disposition_header(as_attachment=True, filename=f"{handed.name}.zip")
    response["Content-Disposition"] = name or ""
    return response


@require_POST
@desk
def sign(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """Approve the minutes as a member."""
    found = attended_meeting(viewer, meeting)
    found.wording = asked.numeral(asked.word(request, "wording"))
    sign_minutes(viewer, found)
    messages.success(request, _("Tak. Du har godkendt referatet."))
    return HttpResponseRedirect(back(request))
