"""Boards, people, roles and seats from a file: looked at first, then written."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import Refused
from sagsgang.core.commands.roster import Report, preview, read_csv
from sagsgang.core.commands.roster_bodies import Wrong
from sagsgang.core.commands.roster_lines import decode
from sagsgang.core.viewer import Viewer
from sagsgang.desk.columns import EXAMPLE, OF_BODIES, OF_PEOPLE, Columns
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries.organisation import must_administer

_LARGEST = 600_000


@dataclass(frozen=True, slots=True)
class Page:
    """The file as it was understood, and its text, which goes with the form that writes it."""

    text: str = ""
    report: Report | None = None
    wrong: str = ""

    @property
    def tables(self) -> tuple[tuple[str, Columns], ...]:
        """What each column is for: of a line about a person, and of one about a board."""
        return (_("En linje om en person"), OF_PEOPLE), (_("En linje, der opretter et udvalg"), OF_BODIES)

    @property
    def example(self) -> str:
        """A short file."""
        return "\n".join(EXAMPLE)


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def roster(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Show what a file would do; the second POST does it."""
    must_administer(viewer)
    if request.method != "POST":
        return render(request, viewer, "desk/roster.html", Page())
    try:
        text = _text(request)
        report = read_csv(viewer, text) if request.POST.get("handling") == "skriv" else preview(viewer, text)
    except (Refused, Wrong) as wrong:
        return render(request, viewer, "desk/roster.html", Page(wrong=str(wrong)), 400)
    if report.written:
        messages.success(request, _("Filen er læst ind."))
        return redirect("desk:people")
    return render(request, viewer, "desk/roster.html", Page(text, report), 400 if report.bad else 200)


def _text(request: HttpRequest) -> str:
    file = request.FILES.get("fil")
    if file is None:
        return request.POST.get("tekst", "")
    if (file.size or 0) > _LARGEST:
        raise Wrong(_("Filen er over 600 kB. Del den i flere."))
    return decode(file.read())
