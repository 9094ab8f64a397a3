"""The texts of an item: saved while they are written, closed and opened, looked at, pasted, and their history."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.utils import dateformat, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.act import Conflict, NotYours, Refused, Stale
from sagsgang.core.commands.items import close_section, open_section, write_section
from sagsgang.core.commands.reading import opened
from sagsgang.core.commands.shutting import shut_section
from sagsgang.core.models import Section
from sagsgang.core.viewer import Viewer
from sagsgang.desk import json_posts
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.pasting import Unreadable, pasted
from sagsgang.desk.queries.clash import Clash, last_writer
from sagsgang.desk.queries.history import history as query_history
from sagsgang.desk.queries.writing import seen_section
from sagsgang.paper.blocks import parse
from sagsgang.writers.html import blocks_html

_LOOKED_AT_LEVEL = 4


@require_POST
@desk
def section(request: HttpRequest, viewer: Viewer, section: int) -> HttpResponse:
    """Save a text: from our script in JSON, or from the page's own button."""
    typed = json_posts.typed(request)
    found = seen_section(viewer, section)
    if typed is None:
        return JsonResponse({}, status=HTTPStatus.BAD_REQUEST)
    if typed.person not in {None, viewer.person}:
        return JsonResponse({}, status=HTTPStatus.FORBIDDEN)  # another one has logged in since the page was made
    try:
        saved = write_section(viewer, found, typed.text, typed.version)
    except Conflict:
        return _clash(request, viewer, seen_section(viewer, section), typed.text)
    except (NotYours, Stale, Refused) as refusal:
        if json_posts.is_json(request):
            return JsonResponse({"refused": str(refusal)}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        raise
    if not json_posts.is_json(request):
        return HttpResponseRedirect(back(request))
    return JsonResponse({"version": saved.version, "saved": _now()})


def _now() -> str:
    return dateformat.time_format(timezone.localtime().time(), pgettext("klokkeslæt", r"\k\l. H.i"))


def _clash(request: HttpRequest, viewer: Viewer, current: Section, mine: str) -> HttpResponse:
    """Both texts, nothing overwritten."""
    by = last_writer(viewer, current)
    if json_posts.is_json(request):
        said = {"theirs": current.text, "version": current.version, "by": by}
        return JsonResponse(said, status=HTTPStatus.CONFLICT)
    page = Clash(current.id, current.item_id, current.heading, mine, current.text, current.version, by)
    return render(request, viewer, "desk/clash.html", page, HTTPStatus.CONFLICT)


@require_POST
@desk
def section_access(request: HttpRequest, viewer: Viewer, section: int) -> HttpResponse:
    """Close the section by the basis that was picked, also when it is out, or open it when none was."""
    found = seen_section(viewer, section)
    basis = request.POST.get("basis", "")
    if request.POST.get("shut"):
        looked = bool(request.POST.get("looked"))
        others = shut_section(viewer, found, basis=basis, reason=request.POST.get("reason", ""), looked=looked)
        messages.success(request, _("Afsnittet er lukket, og den nye udgave er sendt ud."))
        if others:
            messages.warning(request, _("Den samme tekst er også sendt ud til et andet møde. Luk den også der."))
    elif request.POST.get("open"):
        open_section(viewer, found)
    else:
        close_section(viewer, found, basis)
    return HttpResponseRedirect(back(request))


@require_safe
@desk
def history(request: HttpRequest, viewer: Viewer, section: int) -> HttpResponse:
    """What the section said before."""
    found = seen_section(viewer, section)
    if found.item.author_id != viewer.person:
        opened(viewer, found.item)
    return render(request, viewer, "desk/history.html", query_history(viewer, found))


@require_safe
@desk
def token(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """The mark that a post must carry, for a page that was made before the present login."""
    return JsonResponse({"token": get_token(request)})


@require_POST
@desk
def look(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """A text as it will be printed; nothing is kept."""
    text = json_posts.word(json_posts.fields(request), "text")
    return JsonResponse({"html": blocks_html(parse(text), _LOOKED_AT_LEVEL)})


@require_POST
@desk
def paste(request: HttpRequest, _viewer: Viewer) -> HttpResponse:
    """Copied HTML as plain text; nothing is kept."""
    try:
        return JsonResponse({"text": pasted(json_posts.word(json_posts.fields(request), "html"))})
    except Unreadable as reason:
        return JsonResponse({"refused": str(reason)}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
