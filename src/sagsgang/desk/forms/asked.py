"""Single fields of a form that was sent: read, or refused in a sentence that says what is wrong."""

from datetime import date, time

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sagsgang.core.act import Refused
from sagsgang.core.models import Body, Person
from sagsgang.core.viewer import Role, Viewer
from sagsgang.danish.digits import whole_number


def word(request: HttpRequest, name: str) -> str:
    """The text of the field, without the space around it."""
    return request.POST.get(name, "").strip()


def looked(request: HttpRequest) -> bool:
    """Whether somebody says to have looked at what many will read."""
    return bool(request.POST.get("looked"))


def number(request: HttpRequest, name: str) -> int:
    """The number that the page itself put there; raises Http404 when somebody changed it."""
    return numeral(word(request, name))


def numeral(text: str) -> int:
    """The number in digits; raises Http404 when it is none."""
    stated = whole_number(text)
    if stated is None:
        raise Http404
    return stated


def numbered(request: HttpRequest, prefix: str) -> dict[int, str]:
    """The fields whose names are the prefix and a number, by the number; empty ones apart."""
    found = ((name.removeprefix(prefix), word(request, name)) for name in request.POST if name.startswith(prefix))
    return {numeral(name): value for name, value in found if value}


def day(request: HttpRequest, name: str) -> date | None:
    """The date of the field, None when it is empty; raises Refused."""
    text = word(request, name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(_("Datoen kan ikke læses. Vælg den i kalenderen.")) from None


def the_day(request: HttpRequest, name: str) -> date:
    """The date of a field that must be filled; raises Refused."""
    found = day(request, name)
    if found is None:
        raise Refused(_("Vælg en dato."))
    return found


def clock(request: HttpRequest, name: str) -> time | None:
    """The time of the field, None when it is empty; raises Refused."""
    text = word(request, name)
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(_("Klokkeslættet kan ikke læses. Skriv det som 09:30.")) from None


def person(request: HttpRequest, name: str) -> Person:
    """Somebody who was chosen from a list; raises Refused when nobody was."""
    found = Person.objects.filter(id=number(request, name)).first() if word(request, name) else None
    if found is None:
        raise Refused(_("Vælg en person."))
    return found


def led_body(request: HttpRequest, viewer: Viewer, name: str) -> Body:
    """A body that the viewer is a secretary of; raises Http404."""
    wanted = number(request, name)
    found = Body.objects.filter(id=wanted).first() if wanted in viewer.bodies(Role.SECRETARY) else None
    if found is None:
        raise Http404
    return found


def chosen(request: HttpRequest, name: str) -> int | None:
    """The number in the address, such as `?udvalg=3`; None when there is none."""
    return whole_number(request.GET.get(name, ""))
