"""Logging in at the municipality's own provider, and coming back from it."""

import logging
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.login import provider
from sagsgang.login.entry import begin, let_in_by_provider
from sagsgang.login.limits import TOO_MANY, address_of, may_begin
from sagsgang.login.page import Page, render

_WANTED = "wanted"
_LONGEST = 2_000  # signs of an address
_log = logging.getLogger(__name__)


@require_safe
def away(request: HttpRequest) -> HttpResponse:
    """To the provider. A link and no form: the strict headers let no form lead to another site."""
    if not settings.OIDC:
        raise Http404
    if not may_begin(address_of(request)):
        return _failed(request, str(TOO_MANY), HTTPStatus.TOO_MANY_REQUESTS)
    begin(request)
    request.session[_WANTED] = request.GET.get("next", "")[:_LONGEST]
    try:
        return provider.ask(request, request.build_absolute_uri(reverse("login:back")))
    except provider.Unreachable:
        return _unreachable(request)


@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Back from the provider, with a code that is changed for what it says of the person."""
    if not settings.OIDC:
        raise Http404
    try:
        said = provider.claims(request)
    except provider.Unreachable:
        return _unreachable(request)
    except provider.Untrusted as untrusted:
        _log.warning("login at the provider was refused: %s", untrusted)
        return _failed(request, _("Login blev afbrudt eller tog for lang tid. Prøv igen."), HTTPStatus.BAD_REQUEST)
    account = provider.account_for(said)
    if account is None:
        why = _(
            "Du er logget ind hos udbyderen, men har ingen konto her. Spørg den, der administrerer Sagsgang hos jer."
        )
        return _failed(request, why, HTTPStatus.FORBIDDEN)
    return let_in_by_provider(request, account, request.session.pop(_WANTED, ""))


def _unreachable(request: HttpRequest) -> HttpResponse:
    why = _("Udbyderen af login svarer ikke lige nu. Prøv igen om lidt.")
    return _failed(request, why, HTTPStatus.SERVICE_UNAVAILABLE)


def _failed(request: HttpRequest, why: str, status: HTTPStatus) -> HttpResponse:
    return render(request, "login/failed.html", Page(wrong=why, provider=settings.OIDC["name"]), status)
