"""Bodies, for those who administer."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import chain, organisation
from sagsgang.core.models import Body, Step
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.forms.organisation import BodyForm, StepForm
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import organisation as query

_PAGES = ["GET", "HEAD", "POST"]
_STEP_DEEDS: dict[str, Callable[[Viewer, Step], None]] = {
    "trin-op": lambda viewer, step: chain.move_step(viewer, step, -1),
    "trin-ned": lambda viewer, step: chain.move_step(viewer, step, 1),
    "trin-vaek": chain.remove_step,
}


@require_http_methods(_PAGES)
@desk
def bodies(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """All bodies; a POST makes one."""
    query.must_administer(viewer)
    form = BodyForm(request.POST or None, initial={"active": True})
    if request.method == "POST" and form.is_valid():
        made = _made(viewer, form)
        if made:
            messages.success(
                request, _("%(name)s er oprettet. Giv det en godkendelse, roller og medlemmer.") % {"name": made}
            )
            return redirect("desk:body", made.id)
    status = 400 if form.errors else 200
    return render(request, viewer, "desk/bodies.html", query.bodies(form), status)


def _made(viewer: Viewer, form: BodyForm) -> Body | None:
    fields = {name: value for name, value in form.cleaned_data.items() if name != "active"}
    try:
        return organisation.add_body(viewer, **fields)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


@require_http_methods(_PAGES)
@desk
def body(request: HttpRequest, viewer: Viewer, body: int) -> HttpResponse:
    """One body; a POST changes its particulars or lengthens its chain of approvers."""
    query.must_administer(viewer)
    found = query.found_body(body)
    wanted = request.POST.get("handling", "")
    form = BodyForm(request.POST if wanted == "ret" else None, initial=_particulars(found))
    del form.fields["audience"]
    step_form = StepForm(request.POST if wanted == "trin" else None)
    if request.method == "POST":
        if wanted not in {"ret", "trin", *_STEP_DEEDS}:
            raise Http404
        if wanted in _STEP_DEEDS:
            _change_chain(request, viewer, found, wanted)
            return redirect("desk:body", found.id)
        if _changed(viewer, found, form, step_form):
            messages.success(request, _("Gemt."))
            return redirect("desk:body", found.id)
    status = 400 if request.method == "POST" else 200
    name = query.found_body(body)
    return render(request, viewer, "desk/body.html", query.body_page(name, form, step_form), status)


def _change_chain(request: HttpRequest, viewer: Viewer, found: Body, wanted: str) -> None:
    """Move or remove a step; a refusal is told on the same page."""
    step = Step.objects.select_related("body").filter(body=found, pk=asked.number(request, "led")).first()
    if step is None:
        raise Http404
    try:
        _STEP_DEEDS[wanted](viewer, step)
    except NotYours:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Gemt."))


def _changed(viewer: Viewer, found: Body, form: BodyForm, step_form: StepForm) -> bool:
    wanted = form if form.is_bound else step_form
    if not wanted.is_valid():
        return False
    try:
        if wanted is form:
            organisation.change_body(viewer, found, **form.cleaned_data)
        else:
            organisation.add_step(viewer, found, step_form.cleaned_data["title"])
    except Refused as refusal:
        wanted.add_error(None, str(refusal))
        return False
    return True


def _particulars(found: Body) -> dict[str, object]:
    return {name: getattr(found, name) for name in BodyForm.base_fields}
