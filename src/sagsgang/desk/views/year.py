"""A year's meetings by a rule: looked at first, then made."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import meetings as commands
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.forms.year import YearForm
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries.series import led_body
from sagsgang.desk.queries.year import Year, led_choices, rows

_TO, _DROPPED = "til-", "uden"


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def plan_year(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The rule, the days that it gives, and single days moved; the last button makes the meetings."""
    if not viewer.bodies(Role.SECRETARY):
        raise NotYours
    first = {"body": str(chosen)} if (chosen := asked.chosen(request, "udvalg")) else {}
    form = YearForm(led_choices(viewer), timezone.localdate(), request.POST or None, initial=first)
    if not form.is_valid():
        return render(request, viewer, "desk/plan_year.html", Year(form, None), 400 if form.errors else 200)
    page = Year(form, rows(viewer, form, _typed(request), _dropped(request)))
    if request.POST.get("handling") == "opret" and not page.wrong and _made(request, viewer, page):
        return HttpResponseRedirect(f"{reverse('desk:meetings')}?udvalg={form.cleaned_data['body']}")
    return render(request, viewer, "desk/plan_year.html", page, 400 if form.errors or page.wrong else 200)


def _made(request: HttpRequest, viewer: Viewer, page: Year) -> bool:
    said = page.form.cleaned_data
    body = led_body(viewer, int(said["body"]))
    try:
        made = commands.plan_year(viewer, body, page.form.rule(page.moved), said["year"], start=said["start"])
    except NotYours:
        raise
    except Refused as refusal:
        page.form.add_error(None, str(refusal))
        return False
    told = ngettext("%(count)s møde er planlagt.", "%(count)s møder er planlagt.", len(made))
    messages.success(request, told % {"count": len(made)})
    return True


def _typed(request: HttpRequest) -> dict[date, str]:
    """The days that were moved, as they were typed, by the day that the rule gives."""
    found = ((_day(name.removeprefix(_TO)), name) for name in request.POST if name.startswith(_TO))
    return {day: asked.word(request, name) for day, name in found if day}


def _dropped(request: HttpRequest) -> frozenset[date]:
    found = (_day(text) for text in request.POST.getlist(_DROPPED))
    return frozenset(day for day in found if day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
