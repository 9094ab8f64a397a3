"""From a meeting of the desk to the same meeting as the citizens see it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.core.viewer import Viewer
from sagsgang.desk.menu import address_of
from sagsgang.desk.page import desk
from sagsgang.desk.queries.reach import seen_meeting
from sagsgang.desk.queries.street import on_street


@require_safe
@desk
def street(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """To the citizens' page of the meeting; back to the desk when they have none."""
    found = on_street(seen_meeting(viewer, meeting))
    address = address_of("portal:meeting", *found) if found else ""
    if address:
        return HttpResponseRedirect(address)
    messages.info(request, _("Borgerne kan ikke se mødet endnu."))
    return redirect("desk:front")
