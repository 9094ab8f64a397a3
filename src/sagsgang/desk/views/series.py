"""The standing items of a body, for its secretaries: added, placed, ended, and rolled to the cases of a new year."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import series as commands
from sagsgang.core.commands.cases import open_case
from sagsgang.core.commands.year_end import roll, roll_all
from sagsgang.core.models import Body, Case
from sagsgang.core.models.series import Openness, Rule
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.forms.series import EndForm, RollForm, SeriesForm
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import series as query
from sagsgang.desk.queries.reach import case_numbered
from sagsgang.paper.model import ItemType

_STEPS = {"op": -1, "ned": 1}


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def series(request: HttpRequest, viewer: Viewer, body: int) -> HttpResponse:
    """All standing items of a body; a POST changes them."""
    found = query.led_body(viewer, body)
    today = timezone.localdate()
    wanted = request.POST.get("handling", "")
    form = SeriesForm(request.POST if wanted == "opret" else None, initial={"since": today, "rule": Rule.LAST})
    roll_form = RollForm(
        today.year, request.POST if wanted == "rul-alle" else None, initial={"year": query.next_year(today)}
    )
    wrong_end = None
    if request.method == "POST":
        if wanted == "slut":
            wrong_end = _ended(request, viewer, found)
            done = wrong_end is None
        else:
            done = _deed(request, viewer, found, form, roll_form, wanted)
        if done:
            return redirect("desk:series", found.id)
    page = query.standing(viewer, found, form, roll_form, wrong_end)
    return render(request, viewer, "desk/series.html", page, 400 if request.method == "POST" else 200)


def _deed(
    request: HttpRequest, viewer: Viewer, body: Body, form: SeriesForm, roll_form: RollForm, wanted: str
) -> bool:
    """Do it; False when the form that was sent must be shown again."""
    if wanted == "opret":
        return _tried(form, lambda: _add(request, viewer, body, form))
    if wanted == "rul-alle":
        return _tried(roll_form, lambda: _roll_all(request, viewer, body, roll_form))
    one = query.series_of(body, asked.number(request, "punkt"))
    if wanted in _STEPS:
        commands.place_series(viewer, one, Rule(one.rule), _STEPS[wanted])
    elif wanted in {f"plads-{rule}" for rule in Rule}:
        commands.place_series(viewer, one, Rule(wanted.removeprefix("plads-")))
    elif wanted == "udfyld":
        _tell(request, len(commands.fill_planned(viewer, one)))
    elif wanted == "rul":
        made = roll(viewer, one, query.next_year(timezone.localdate()))
        said = _("Punktet fortsætter i %(year)s under sag %(number)s.")
        messages.success(request, said % {"year": made.since.year, "number": made.case.number})
    else:
        raise Http404
    return True


def _tried(form: Form, deed: Callable[[], None]) -> bool:
    if not form.is_valid():
        return False
    try:
        deed()
    except NotYours:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _add(request: HttpRequest, viewer: Viewer, body: Body, form: SeriesForm) -> None:
    said = dict(form.cleaned_data)
    planned, number = said.pop("planned"), said.pop("case")
    # The case and the series together or neither: a refusal must not use up a number.
    with transaction.atomic():
        case = _case(viewer, number) if number else open_case(viewer, body)
        said |= {"item_type": ItemType(said["item_type"]), "rule": Rule(said["rule"])}
        said["access"] = Openness(said["access"])
        made = commands.add_series(viewer, body, case, **said)
        filled = commands.fill_planned(viewer, made) if planned else []
    messages.success(request, _("Det faste punkt er oprettet."))
    _tell(request, len(filled))


def _case(viewer: Viewer, number: str) -> Case:
    found = case_numbered(viewer, number)
    if found is None:
        raise Refused(_("Sagen findes ikke. Skriv et sagsnummer, som er oprettet, eller lad feltet være tomt."))
    return found


def _tell(request: HttpRequest, count: int) -> None:
    said = ngettext("Sat på %(n)d planlagt møde.", "Sat på %(n)d planlagte møder.", count)
    messages.success(request, said % {"n": count})


def _roll_all(request: HttpRequest, viewer: Viewer, body: Body, form: RollForm) -> None:
    made = roll_all(viewer, body, form.cleaned_data["year"])
    said = ngettext(
        "%(n)d fast punkt fortsætter i %(year)d under ny sag.",
        "%(n)d faste punkter fortsætter i %(year)d under nye sager.",
        len(made),
    )
    messages.success(request, said % {"n": len(made), "year": form.cleaned_data["year"]})


def _ended(request: HttpRequest, viewer: Viewer, body: Body) -> tuple[int, Form] | None:
    """End the series; else the form that could not be used."""
    one = query.series_of(body, asked.number(request, "punkt"))
    form = EndForm(request.POST, prefix=f"s{one.id}")
    if _tried(form, lambda: commands.end_series(viewer, one, form.cleaned_data["until"])):
        messages.success(request, _("Gemt. Møder, der allerede har punktet, beholder det."))
        return None
    return one.id, form
