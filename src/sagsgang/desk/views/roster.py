"""People, roles and seats from a file: looked at first, then written."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import Refused
from sagsgang.core.commands.roster import Report, preview, read_csv
from sagsgang.core.commands.roster_lines import COLUMNS, Wrong, decode
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries.organisation import must_administer

_LARGEST = 600_000


@dataclass(frozen=True, slots=True)
class Page:
    """The file as it was understood, and its text, which goes with the form that writes it."""

    columns: str
    text: str = ""
    report: Report | None = None
    wrong: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def roster(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what a file would do; the second POST does it."""
    must_administer(viewer)
    columns = ";".join(COLUMNS)
    if request.method != "POST":
        return render(request, viewer, "desk/roster.html", Page(columns))
    try:
        text = _text(request)
        report = read_csv(viewer, text) if request.POST.get("handling") == "skriv" else preview(viewer, text)
    except (Refused, Wrong) as wrong:
        return render(request, viewer, "desk/roster.html", Page(columns, wrong=str(wrong)), 400)
    if report.written:
        messages.success(request, _("Filen er læst ind."))
        return redirect("desk:people")
    return render(request, viewer, "desk/roster.html", Page(columns, text, report), 400 if report.bad else 200)


def _text(request: HttpRequest) -> str:
    file = request.FILES.get("fil")
    if file is None:
        return request.POST.get("tekst", "")
    if (file.size or 0) > _LARGEST:
        raise Wrong(_("Filen er over 600 KB. Del den i flere."))
    return decode(file.read())
