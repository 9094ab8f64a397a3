"""My table."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import front as query


@require_safe
@desk
def front(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What waits for me now."""
    return render(request, viewer, "desk/front.html", query.front(viewer))
