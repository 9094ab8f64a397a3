"""What a member writes and marks while reading, for themselves alone."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_POST

from sagsgang.core.commands import notes
from sagsgang.core.models import Highlight, Item
from sagsgang.core.viewer import Viewer
from sagsgang.danish.digits import whole_number
from sagsgang.desk import json_posts
from sagsgang.desk.page import back, desk
from sagsgang.desk.views.live import now


@require_POST
@desk
def note(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """Keep a private note: from our script in JSON, or from the page's own button."""
    typed = json_posts.typed(request)
    if typed is None:
        return JsonResponse({}, status=HTTPStatus.BAD_REQUEST)
    if typed.person not in {None, viewer.person}:
        return JsonResponse({}, status=HTTPStatus.FORBIDDEN)  # another one has logged in since the page was made
    found = _item(viewer, item)
    notes.note(viewer, found, typed.text)
    if json_posts.is_json(request):
        return JsonResponse({"version": typed.version, "saved": now()})
    return HttpResponseRedirect(back(request))


@require_POST
@desk
def highlight(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """Mark a passage: from our script with its section and place, or from the form alone."""
    found = _item(viewer, item)
    section, place = (_number(request.POST.get(name, "")) for name in ("section", "place"))
    notes.highlight(viewer, found, request.POST.get("quote", ""), section=section, near=place or 0)
    return HttpResponseRedirect(back(request))


@require_POST
@desk
def highlight_off(request: HttpRequest, viewer: Viewer, highlight: int) -> HttpResponse:
    """Take a mark away."""
    found = Highlight.objects.visible_to(viewer).filter(id=highlight).first()
    if found is None:
        raise Http404
    notes.take_off(viewer, found)
    return HttpResponseRedirect(back(request))


def _item(viewer: Viewer, item: int) -> Item:
    found = Item.objects.visible_to(viewer).filter(id=item).first()
    if found is None:
        raise Http404
    return found


def _number(typed: str) -> int | None:
    return whole_number(typed)
