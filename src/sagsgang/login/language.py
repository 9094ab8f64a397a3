"""The language of the working house and of its door: Danish until somebody chooses, kept in the person's browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_POST

from sagsgang.login.page import onward

COOKIE = "sprog"
_YEAR = 365 * 24 * 3600
# The portal's language stands in its addresses; these pages have one address each.
_INSIDE = (settings.DESK, "/log-ind/", "/min-konto/", "/adgangskode/", "/konto/")


def follow(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers from the inside are in the language of the cookie."""

    def respond(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(COOKIE, "")
        if chosen not in dict(settings.LANGUAGES) or not request.path.startswith(_INSIDE):
            return get_response(request)
        with translation.override(chosen):
            response = get_response(request)
        response.headers["Content-Language"] = chosen
        return response

    return respond


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the language that was chosen, and go back to the page."""
    response = HttpResponseRedirect(onward(request.POST.get("tilbage", "")))
    chosen = request.POST.get("sprog", "")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response
