"""Search over all that one may see."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sagsgang.core.act import NotYours
from sagsgang.core.commands.reading import opened_titles
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.paging import wanted
from sagsgang.desk.queries.searching import found


@require_safe
@desk
def search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What answers; the Journal keeps that passages of closed items were shown."""
    if not (viewer.roles or viewer.seats):
        raise NotYours
    page = found(viewer, request.GET.get("q", ""), wanted(request))
    opened_titles(viewer, page.read)
    return render(request, viewer, "desk/search.html", page)
