"""Who did what."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import journal as query


@require_safe
@desk
def journal(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The Journal, of a case, a meeting, a person or a body."""
    return render(request, viewer, "desk/journal.html", query.journal(viewer, request))
