"""The points of a recommendation, which are written anew all together."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sagsgang.core.act import Conflict, allowed
from sagsgang.core.commands.items import set_points
from sagsgang.core.models import Item
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries.recommendation import Points, PointsClash, points_of
from sagsgang.desk.queries.writing import seen_item


@require_POST
@desk
def points(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """Save the points; when somebody changed them since the page was made, show both and overwrite nothing."""
    found = seen_item(viewer, item)
    allowed(viewer, "write", found)
    mine, by = request.POST.getlist("point"), request.POST.get("recommender", "")
    standing = points_of(viewer, found)
    if request.POST.get("seen") != standing.mark:
        return _clash(request, viewer, found, standing)
    try:
        set_points(viewer, found, mine, by, version=standing.version)
    except Conflict:
        return _clash(request, viewer, found, points_of(viewer, found))
    messages.success(request, _("Indstillingen er gemt."))
    return HttpResponseRedirect(back(request))


def _clash(request: HttpRequest, viewer: Viewer, found: Item, standing: Points) -> HttpResponse:
    written = tuple(point for point in request.POST.getlist("point") if point.strip())
    clash = PointsClash(found.id, written, request.POST.get("recommender", ""), standing)
    return render(request, viewer, "desk/points_clash.html", clash, HTTPStatus.CONFLICT)
