"""What was promised and is not done, and the board of where each case is."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.act import NotYours
from sagsgang.core.commands import followups as commands
from sagsgang.core.commands.reading import opened_decisions
from sagsgang.core.models import Followup
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries.following import following, one_promise, read_closed
from sagsgang.desk.queries.pipeline import pipeline as board
from sagsgang.desk.views.live import due_of


@require_safe
@desk
def followups(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The open follow-ups, by body or by person."""
    by_person = request.GET.get("efter") == "person"
    page = following(viewer, request, by_person=by_person, mine=bool(request.GET.get("mine")))
    opened_decisions(viewer, read_closed(one for group in page.groups for one in group.promises))
    return render(request, viewer, "desk/followups.html", page)


@require_safe
@desk
def followup(request: HttpRequest, viewer: Viewer, followup: int) -> HttpResponse:
    """One open follow-up, to be changed or dropped by the body's secretary."""
    page = one_promise(viewer, followup)
    if page is None:
        raise Http404
    opened_decisions(viewer, (page.promise.item,))
    return render(request, viewer, "desk/followup.html", page)


@require_POST
@desk
def followup_verb(request: HttpRequest, viewer: Viewer, followup: int, verb: str) -> HttpResponse:
    """Report done, change, drop or open again."""
    found = Followup.objects.visible_to(viewer).select_related("item__body", "item__case", "item__meeting")
    one = found.filter(id=followup).first()
    if one is None:
        raise Http404
    _do(request, viewer, one, verb)
    return HttpResponseRedirect(back(request))


def _do(request: HttpRequest, viewer: Viewer, followup: Followup, verb: str) -> None:
    note = asked.word(request, "note")
    if verb == "complete":
        commands.complete(viewer, followup, note)
        messages.success(request, _("Aftalen er meldt færdig."))
    elif verb == "drop":
        commands.drop(viewer, followup, note)
    elif verb == "reopen":
        commands.reopen(viewer, followup)
    elif verb == "adjust":
        undated = bool(request.POST.get("undated"))
        owner = asked.person(request, "owner")
        commands.adjust(viewer, followup, owner=owner, due=due_of(request), undated=undated)
    else:
        raise Http404


@require_safe
@desk
def pipeline(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Where each case is; for those who hold a role."""
    if not viewer.roles:
        raise NotYours
    return render(request, viewer, "desk/pipeline.html", board(viewer, asked.chosen(request, "udvalg")))
