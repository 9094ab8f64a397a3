"""What waits for approval."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sagsgang.core.act import NotYours
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries.queue import queue as query


@require_safe
@desk
def queue(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The queue of approvals; for those who hold no role there is none."""
    if not viewer.roles:
        raise NotYours
    return render(request, viewer, "desk/queue.html", query(viewer))
