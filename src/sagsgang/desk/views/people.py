"""People, their roles and their seats, for those who administer."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import Refused
from sagsgang.core.commands import organisation
from sagsgang.core.models import Grant, Person, Seat, Step, Unit
from sagsgang.core.viewer import Role, Viewer
from sagsgang.danish.digits import whole_number
from sagsgang.desk.forms.organisation import GrantForm, PersonForm, SeatForm, UnitForm, UntilForm
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import organisation as query

Done = TypeVar("Done")
_PAGES = ["GET", "HEAD", "POST"]


@require_http_methods(_PAGES)
@desk
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """All people and units; a POST makes one."""
    query.must_administer(viewer)
    wanted = request.POST.get("handling", "")
    units = query.unit_choices()
    form = PersonForm(units, request.POST if wanted == "person" else None, initial={"active": True})
    unit_form = UnitForm(units, request.POST if wanted == "enhed" else None)
    ends: dict[int, Form] = {}
    if request.method == "POST":
        if wanted not in {"person", "enhed", "slut-enhed"}:
            raise Http404
        if wanted == "slut-enhed":
            ends = _end_unit(request, viewer)
            if not ends:
                messages.success(request, _("Gemt."))
                return redirect("desk:people")
        if wanted == "person" and (made := _tried(form, lambda: _add_person(viewer, form))):
            messages.success(request, _("Personen er oprettet. Giv nu roller, pladser og en konto."))
            return redirect("desk:person", made.id)
        if wanted == "enhed" and _tried(unit_form, lambda: _add_unit(viewer, unit_form)) is not None:
            messages.success(request, _("Enheden er oprettet."))
            return redirect("desk:people")
    return render(request, viewer, "desk/people.html", query.people(form, unit_form, ends), _status(request))


@require_http_methods(_PAGES)
@desk
def person(request: HttpRequest, viewer: Viewer, person: int) -> HttpResponse:
    """One person; a POST changes particulars, roles or seats."""
    query.must_administer(viewer)
    found = query.found_person(person)
    wanted = request.POST.get("handling", "")
    form = PersonForm(query.unit_choices(), request.POST if wanted == "ret" else None, initial=_particulars(found))
    offered = query.bodies_in_use()
    grant_form = GrantForm(query.role_choices(offered), request.POST if wanted == "rolle" else None)
    seat_form = SeatForm(query.body_choices(offered), request.POST if wanted == "plads" else None)
    if request.method == "POST":
        deeds: dict[str, Callable[[], object]] = {
            "ret": lambda: _tried(form, lambda: _change_person(viewer, found, form)),
            "rolle": lambda: _tried(grant_form, lambda: _grant(viewer, found, grant_form)),
            "fratag": lambda: _revoke(request, viewer, found),
            "plads": lambda: _tried(seat_form, lambda: _seat(viewer, found, seat_form)),
            "slut": lambda: _end_seat(request, viewer, found),
        }
        if wanted not in deeds:
            raise Http404
        if deeds[wanted]():
            messages.success(request, _("Gemt."))
            return redirect("desk:person", found.id)
        found = query.found_person(person)
    page = query.person_page(viewer, found, form, grant_form, seat_form)
    return render(request, viewer, "desk/person.html", page, _status(request))


def _tried(form: Form, deed: Callable[[], Done]) -> Done | None:
    """What came of it; None when the form is wrong or the deed was refused, which is told at the form."""
    if not form.is_valid():
        return None
    try:
        return deed()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None


def _add_person(viewer: Viewer, form: PersonForm) -> Person:
    fields = {name: value for name, value in form.cleaned_data.items() if name not in {"active", "unit"}}
    return organisation.add_person(viewer, **fields, unit=_unit(form.cleaned_data["unit"]))


def _change_person(viewer: Viewer, found: Person, form: PersonForm) -> Person:
    return organisation.change_person(
        viewer, found, **{**form.cleaned_data, "unit": _unit(form.cleaned_data["unit"])}
    )


def _add_unit(viewer: Viewer, form: UnitForm) -> Unit:
    said = form.cleaned_data
    return organisation.add_unit(viewer, name=said["name"], since=said["since"], parent=_unit(said["parent"]))


def _end_unit(request: HttpRequest, viewer: Viewer) -> dict[int, Form]:
    """Give the unit its last day; else the form that could not be used, by the unit."""
    unit = query.found_unit(_number(request, "enhed"))
    form = UntilForm(request.POST, prefix=f"e{unit.id}")

    def end() -> bool:
        organisation.end_unit(viewer, unit, form.cleaned_data["until"])
        return True

    return {} if _tried(form, end) else {unit.id: form}


def _grant(viewer: Viewer, found: Person, form: GrantForm) -> Grant:
    body, role, *step = form.cleaned_data["role"].split(":")
    at = Step.objects.get(pk=int(step[0])) if step else None
    return organisation.grant(viewer, found, query.found_body(int(body)), Role(role), at)


def _seat(viewer: Viewer, found: Person, form: SeatForm) -> Seat:
    said = dict(form.cleaned_data)
    return organisation.seat(viewer, found, query.found_body(int(said.pop("body"))), **said)


def _revoke(request: HttpRequest, viewer: Viewer, found: Person) -> Grant:
    held = Grant.objects.select_related("body").filter(person=found, pk=_number(request, "rolle")).first()
    if held is None:
        raise Refused(_("Rollen er allerede taget tilbage."))
    organisation.revoke(viewer, held)
    return held


def _end_seat(request: HttpRequest, viewer: Viewer, found: Person) -> Seat:
    held = Seat.objects.select_related("body").filter(person=found, pk=_number(request, "plads")).first()
    form = UntilForm(request.POST)
    if held is None or not form.is_valid():
        raise Refused(_("Skriv pladsens sidste dag."))
    organisation.end_seat(viewer, held, form.cleaned_data["until"])
    return held


def _particulars(found: Person) -> dict[str, object]:
    said = {name: getattr(found, name) for name in PersonForm.base_fields if name != "unit"}
    return {**said, "unit": str(found.unit_id or "")}


def _unit(wanted: str) -> Unit | None:
    return Unit.objects.get(pk=int(wanted)) if wanted else None


def _number(request: HttpRequest, name: str) -> int:
    return whole_number(request.POST.get(name, ""), 17) or 0


def _status(request: HttpRequest) -> int:
    return 400 if request.method == "POST" else 200
