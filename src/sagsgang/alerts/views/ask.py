"""Asking to follow something by mail. There is no login, so there is nothing for a forged request to borrow."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.alerts import following
from sagsgang.alerts.limits import machine_may_ask
from sagsgang.alerts.models import Frequency
from sagsgang.alerts.street import render
from sagsgang.alerts.things import Choice, Thing, asked_for, choices, sent, taken_away
from sagsgang.archive.gone import Gone

_WRONG, _TOO_OFTEN, _NOT_THERE, _GONE = 400, 429, 404, 410


@dataclass(frozen=True, slots=True)
class AskPage:
    """What is asked, and what was wrong. `on`: mails are sent at all; `strange`: nobody knows the thing.

    `gone`: why it is not shown any longer, when it was.
    """

    on: bool
    thing: Thing | None
    strange: bool = False
    gone: Gone | None = None
    bodies: tuple[Choice, ...] = ()
    subjects: tuple[Choice, ...] = ()
    frequencies: tuple[str, ...] = tuple(Frequency)
    chosen: str = Frequency.AT_ONCE
    address: str = ""
    wrong: str = ""


@csrf_exempt  # whoever may ask may ask from anywhere, and only the address's reader can say yes
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """The form, and what was sent with it."""
    if request.method == "POST" and settings.FOLLOWING:
        return _sent(request)
    asked = bool({"q", "sag", "udvalg", "emne"} & set(request.GET))
    thing = asked_for(request.GET)
    if thing or not asked:
        return _page(request, thing)
    gone = taken_away(request.GET)
    return _page(request, None, strange=True, gone=gone, status=_GONE if gone else _NOT_THERE)


@csrf_exempt  # as above
@require_POST
def link(request: HttpRequest) -> HttpResponse:
    """Send the link to one's own page once more."""
    address = following.address_in(request.POST.get("adresse", ""))
    if not address:
        return _page(request, None, wrong=_("Skriv en mailadresse, som navn@eksempel.dk."), status=_WRONG)
    if not machine_may_ask(request):
        return _too_often(request, None)
    if settings.FOLLOWING:
        following.ask_for_link(address)
    return HttpResponseRedirect(reverse("alerts:sent"))


@require_safe
def sent_page(request: HttpRequest) -> HttpResponse:
    """What happens now: the same for every address."""
    return render(request, "alerts/sent.html", None)


@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """Nothing is followed any longer."""
    return render(request, "alerts/gone.html", None)


def _sent(request: HttpRequest) -> HttpResponse:
    thing, frequency = sent(request.POST.get("hvad", "")), request.POST.get("hvor_tit", "")
    address = following.address_in(request.POST.get("adresse", ""))
    if thing is None:
        return _page(request, None, wrong=_("Vælg, hvad du vil følge."), status=_WRONG)
    if not address:
        return _page(request, thing, wrong=_("Skriv en mailadresse, som navn@eksempel.dk."), status=_WRONG)
    if not following.is_frequency(frequency):
        return _page(request, thing, wrong=_("Vælg, hvor tit du vil have mail."), status=_WRONG)
    if not machine_may_ask(request):
        return _too_often(request, thing)
    following.ask(address, thing, frequency, translation.get_language() or settings.LANGUAGE_CODE)
    return HttpResponseRedirect(reverse("alerts:sent"))


def _too_often(request: HttpRequest, thing: Thing | None) -> HttpResponse:
    wrong = _("Der er bedt om for mange mails fra dit netværk. Vent en time, og prøv igen.")
    return _page(request, thing, wrong=wrong, status=_TOO_OFTEN)


def _page(
    request: HttpRequest,
    thing: Thing | None,
    *,
    strange: bool = False,
    gone: Gone | None = None,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    bodies, subjects = ((), ()) if thing else choices()
    typed, often = request.POST.get("adresse", ""), request.POST.get("hvor_tit", "")
    page = AskPage(
        on=settings.FOLLOWING,
        thing=thing,
        strange=strange,
        gone=gone,
        bodies=bodies,
        subjects=subjects,
        chosen=often if following.is_frequency(often) else Frequency.AT_ONCE,
        address=typed,
        wrong=wrong,
    )
    return render(request, "alerts/follow.html", page, status)
