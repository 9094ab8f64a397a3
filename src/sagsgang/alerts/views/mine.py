"""Saying yes, seeing what one follows, and stopping it. The token in the address is the right to it.

A GET changes nothing: programs that look through mails fetch the links in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from sagsgang.alerts import following
from sagsgang.alerts.models import Follower, Frequency, Subscription
from sagsgang.alerts.street import render
from sagsgang.alerts.things import Thing, followed
from sagsgang.danish.digits import whole_number

_DIGITS = 15
_SEE_OTHER, _NOT_FOUND = 303, 404


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is followed."""

    id: int
    thing: Thing
    frequency: str


@dataclass(frozen=True, slots=True)
class MinePage:
    """Everything that an address follows. `done`: what was just done, in a sentence."""

    address: str
    token: str
    lines: tuple[Line, ...]
    frequencies: tuple[str, ...]
    language: str
    languages: tuple[tuple[str, str], ...]
    done: str


@dataclass(frozen=True, slots=True)
class SayPage:
    """A question with one button."""

    things: tuple[Thing, ...]
    frequency: str = ""


@csrf_exempt  # the token is what a forged request could not know
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more, and on yes begin."""
    row = Subscription.objects.filter(token=token).select_related("follower").first()
    if row is None:
        return _expired(request)
    if request.method == "POST":
        following.confirm(row)
    if request.method == "POST" or row.confirmed_at:
        return _to_mine(row.follower, "begyndt")
    return _private(render(request, "alerts/confirm.html", SayPage((followed([row])[row.pk],), row.frequency)))


@csrf_exempt  # as above
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Everything, and the buttons."""
    follower = Follower.objects.filter(token=token, confirmed_at__isnull=False).first()
    if follower is None:
        return _expired(request)
    if request.method != "POST":
        return _private(render(request, "alerts/mine.html", _mine(follower, request.GET.get("nu", ""))))
    if "slet" in request.POST:
        following.forget(follower)
        return HttpResponseRedirect(reverse("alerts:gone"), status=_SEE_OTHER)
    if following.is_language(request.POST.get("sprog", "")):
        following.set_language(follower, request.POST["sprog"])
    return _changed(request, follower)


@csrf_exempt  # RFC 8058, 3.1: the mail program's own button sends a POST with nothing but the address
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str, numbers: str) -> HttpResponse:
    """Stop what a mail was sent for; whoever stopped it before is told the same."""
    follower = Follower.objects.filter(token=token).first()
    rows = list(follower.subscriptions.filter(pk__in=_numbers(numbers)).order_by("pk")) if follower else []
    if request.method == "POST" and follower:
        following.stop(follower, [row.pk for row in rows])
    if request.method == "POST" or not rows:
        return _private(render(request, "alerts/gone.html", None))
    named = followed(rows)
    return _private(render(request, "alerts/stop.html", SayPage(tuple(named[row.pk] for row in rows))))


def _mine(follower: Follower, done: str) -> MinePage:
    rows = list(follower.subscriptions.filter(confirmed_at__isnull=False).order_by("kind", "key"))
    named = followed(rows)
    return MinePage(
        address=follower.address,
        token=follower.token,
        lines=tuple(Line(row.pk, named[row.pk], row.frequency) for row in rows),
        frequencies=tuple(Frequency),
        language=follower.language,
        languages=tuple(settings.LANGUAGES),
        done=_done(done),
    )


def _changed(request: HttpRequest, follower: Follower) -> HttpResponse:
    """One line stopped, or told of at another time."""
    for number in _numbers(request.POST.get("stop", "")):
        following.stop(follower, [number])
    often = request.POST.get("hvor_tit", "")
    if following.is_frequency(often) and "stop" not in request.POST:
        for row in follower.subscriptions.filter(pk__in=_numbers(request.POST.get("linje", ""))):
            following.set_frequency(row, often)
    if follower.pk is None or not Follower.objects.filter(pk=follower.pk).exists():
        return HttpResponseRedirect(reverse("alerts:gone"), status=_SEE_OTHER)
    return _to_mine(follower, "stoppet" if "stop" in request.POST else "gemt")


def _done(word: str) -> str:
    said = {
        "begyndt": _("Det er bekræftet: du får mail fra nu af."),
        "gemt": _("Det er gemt."),
        "stoppet": _("Det er stoppet."),
    }
    return said.get(word, "")


def _expired(request: HttpRequest) -> HttpResponse:
    return _private(render(request, "alerts/expired.html", None, _NOT_FOUND))


def _to_mine(follower: Follower, done: str) -> HttpResponse:
    page = f"{reverse('alerts:mine', args=[follower.token])}?nu={done}"
    return _private(HttpResponseRedirect(page, status=_SEE_OTHER))


def _private(response: HttpResponse) -> HttpResponse:
    """Its address is a secret: no cache keeps it, no search engine, and no page that is linked from here hears it."""
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _numbers(text: str) -> Iterator[int]:
    return (number for part in text.split("-") if (number := whole_number(part, _DIGITS)) is not None)
