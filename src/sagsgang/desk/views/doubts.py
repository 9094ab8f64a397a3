"""Doubts about what was read in: a secretary accepts or rejects."""

from dataclasses import dataclass

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sagsgang.archive.intake.aside import Aside
from sagsgang.core.act import Refused
from sagsgang.core.commands import intake
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms.doubts import Known, Reason
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import doubts as query


@dataclass(frozen=True, slots=True)
class Page:
    """A paper and its two forms."""

    paper: query.AsidePage
    known: Form
    reason: Form


@require_safe
@desk
def doubts(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What waits."""
    return render(request, viewer, "desk/doubts.html", query.listed(viewer))


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def doubt(request: HttpRequest, viewer: Viewer, paper: str) -> HttpResponse:
    """One paper; a POST decides."""
    aside = query.found(viewer, paper)
    wanted = request.POST.get("handling", "")
    known = Known(query.uncertain(aside), request.POST if wanted in {"se", "tag"} else None)
    reason = Reason(request.POST if wanted == "afvis" else None)
    if request.method == "POST":
        if wanted not in {"se", "tag", "afvis"}:
            raise Http404
        if wanted != "se" and _decided(request, viewer, aside, known, reason):
            return redirect("desk:import-doubts")
    shown = query.page(aside, viewer, known.supplement)
    status = 400 if known.errors or reason.errors else 200
    return render(request, viewer, "desk/doubt.html", Page(shown, known, reason), status)


def _decided(request: HttpRequest, viewer: Viewer, aside: Aside, known: Known, reason: Reason) -> bool:
    form = known if known.is_bound else reason
    if not form.is_valid():
        return False
    try:
        if form is known:
            intake.accept(viewer, aside, known=known.supplement)
            messages.success(request, _("Papiret er taget ind. Lukkede dele og personnumre er ikke med."))
        else:
            intake.reject(viewer, aside, reason.cleaned_data["reason"])
            messages.success(request, _("Papiret er afvist og fjernet."))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
