"""Cases: the list, a new one, one case, and its numbers."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import cases as commands
from sagsgang.core.commands.items import draft_item
from sagsgang.core.commands.reading import opened_decisions
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.forms.writing import NewCase, NewItem
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries import kle
from sagsgang.desk.queries.case import case_page
from sagsgang.desk.queries.cases import cases as listed
from sagsgang.desk.queries.new import NewPage
from sagsgang.desk.queries.writing import seen_case, treated_last


@require_safe
@desk
def cases(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """My cases, or those that answer to a number or a word; for members without a role there are none."""
    if not viewer.roles:
        raise NotYours
    return render(request, viewer, "desk/cases.html", listed(viewer, request))


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def new_case(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Open a case and begin its first treatment, in one go."""
    _must_write(viewer)
    form = NewCase(viewer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _to_item(_opened(viewer, form))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, viewer, "desk/new_case.html", NewPage.of(form))


def _opened(viewer: Viewer, form: NewCase) -> int:
    with transaction.atomic():
        opened = commands.open_case(
            viewer, form.first(), number=form.cleaned_data["number"], kle_number=form.cleaned_data["kle_number"]
        )
        item = draft_item(
            viewer, opened, form.first(), form.kind(), title=form.cleaned_data["title"], route=form.route()
        )
    return item.id


@require_safe
@desk
def case(request: HttpRequest, viewer: Viewer, case: int) -> HttpResponse:
    """A case with every treatment."""
    page = case_page(viewer, case)
    opened_decisions(viewer, (one.id for one in page.treatments if one.kept))
    return render(request, viewer, "desk/case.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def new_item(request: HttpRequest, viewer: Viewer, case: int) -> HttpResponse:
    """Begin another treatment of a case."""
    _must_write(viewer)
    found = seen_case(viewer, case)
    form = NewItem(viewer, request.POST or None, before=treated_last(viewer, found))
    if request.method == "POST" and form.is_valid():
        title = form.cleaned_data["title"]
        return _to_item(draft_item(viewer, found, form.first(), form.kind(), title=title, route=form.route()).id)
    return render(request, viewer, "desk/new_item.html", NewPage.of(form, found))


@require_POST
@desk
def case_verb(request: HttpRequest, viewer: Viewer, case: int, verb: str) -> HttpResponse:
    """Give the case its subject, or another number."""
    found = seen_case(viewer, case)
    if verb == "set_kle":
        commands.set_kle(viewer, found, request.POST.get("kle_number", ""))
    elif verb == "add_alias":
        commands.add_alias(viewer, found, request.POST.get("number", ""))
    else:
        raise NotYours
    return HttpResponseRedirect(back(request))


@require_POST
@desk
def kle_suggestions(request: HttpRequest, viewer: Viewer) -> JsonResponse:
    """Subjects that suit the words in `q` and the texts of the `case`.

    A POST: what may be closed in a moment stands in no address or log.
    """
    _must_write(viewer)
    text = kle.written(viewer, request.POST.get("case", ""))
    found = kle.suggestions(viewer, request.POST.get("q", "")[:2000], text)
    return JsonResponse(
        {"found": [{"number": one.number, "title": one.title, "example": one.example} for one in found]}
    )


def _must_write(viewer: Viewer) -> None:
    if not (viewer.bodies(Role.AUTHOR) or viewer.bodies(Role.SECRETARY)):
        raise NotYours


def _to_item(item: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("desk:item", args=[item]))
