"""What a member sees: my meetings, the agenda to read, my notes, the meeting as it goes, my decisions."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.act import NotYours
from sagsgang.core.commands.notes import note as write_note
from sagsgang.core.commands.reading import opened_decisions, opened_paper
from sagsgang.core.models import Item
from sagsgang.core.viewer import Viewer
from sagsgang.desk import json_posts
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.paging import wanted
from sagsgang.desk.queries.mine import mine
from sagsgang.desk.queries.reach import attended_meeting
from sagsgang.desk.queries.reading import reading
from sagsgang.desk.queries.taken import decisions
from sagsgang.desk.views.live import now


@require_safe
@desk
def my_meetings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """My meetings."""
    if not viewer.seats:
        raise NotYours
    return render(request, viewer, "desk/my_meetings.html", mine(viewer))


@require_safe
@desk
def read(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """The agenda, and the minutes as they are written, in big type."""
    return _shown(request, viewer, "desk/read.html", meeting)


@require_safe
@desk
def follow(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """The item that is being treated."""
    return _shown(request, viewer, "desk/follow.html", meeting)


def _shown(request: HttpRequest, viewer: Viewer, template: str, meeting: int) -> HttpResponse:
    """The meeting as a member reads it; the Journal keeps that closed items were read."""
    found = attended_meeting(viewer, meeting)
    page = reading(viewer, found)
    opened_paper(viewer, found)
    return render(request, viewer, template, page)


@require_safe
@desk
def taken(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The decisions that I took part in."""
    if not viewer.seats:
        raise NotYours
    page = decisions(viewer, wanted(request))
    opened_decisions(viewer, (row.item for row in page.rows))
    return render(request, viewer, "desk/taken.html", page)


@require_POST
@desk
def note(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """Keep a private note: from our script in JSON, or from the page's own button."""
    typed = json_posts.typed(request)
    if typed is None:
        return JsonResponse({}, status=HTTPStatus.BAD_REQUEST)
    if typed.person not in {None, viewer.person}:
        return JsonResponse({}, status=HTTPStatus.FORBIDDEN)  # another one has logged in since the page was made
    found = Item.objects.visible_to(viewer).filter(id=item).first()
    if found is None:
        raise Http404
    write_note(viewer, found, typed.text)
    if json_posts.is_json(request):
        return JsonResponse({"version": typed.version, "saved": now()})
    return HttpResponseRedirect(back(request))
