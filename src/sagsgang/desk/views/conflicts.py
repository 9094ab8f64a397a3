"""Conflicts of interest at an item: noted and lifted by a secretary or an administrator."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sagsgang.core.commands.conflicts import disqualify, requalify
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import conflicts as query

_DEEDS = {"noter": disqualify, "ophaev": requalify}


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def conflicts(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """Who may not work with the item; a POST notes somebody or lifts it."""
    found = query.kept_item(viewer, item)
    if request.method == "POST":
        deed = _DEEDS.get(request.POST.get("handling", ""))
        if deed is None:
            raise Http404
        deed(viewer, found, asked.person(request, "person"))
        return HttpResponseRedirect(reverse("desk:item-conflicts", args=(item,)))
    return render(request, viewer, "desk/conflicts.html", query.conflicts(viewer, found))
