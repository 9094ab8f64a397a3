"""What our script asks about passkeys, in JSON: challenges, a new one, logging in with one."""

import json
from http import HTTPStatus
from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from sagsgang.core.act import Refused
from sagsgang.login import webauthn
from sagsgang.login.entry import WAIT, begin, came_by_provider, let_in_by_passkey, proved_by_passkey
from sagsgang.login.forms import NewKey
from sagsgang.login.keys import offered
from sagsgang.login.limits import TOO_MANY, address_of, forgive, may_begin, may_knock, may_try, was_right
from sagsgang.login.models import Account
from sagsgang.login.page import onward
from sagsgang.login.who import mine

_IN, _NEW = "passkey_in", "passkey_new"


@never_cache
@require_POST
def challenge(request: HttpRequest) -> HttpResponse:
    """A challenge for whoever wants to log in."""
    _must_be_offered(request)
    if not may_begin(address_of(request)):
        return _refusal(str(TOO_MANY), HTTPStatus.TOO_MANY_REQUESTS)
    options, given = webauthn.ask()
    begin(request)
    _keep(request, _IN, given)
    return JsonResponse(options)


@never_cache
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Log in with the passkey that answered the challenge."""
    _must_be_offered(request)
    if not may_knock(address_of(request)):
        return _refusal(str(TOO_MANY), HTTPStatus.TOO_MANY_REQUESTS)
    said = _said(request)
    try:
        given, _ = _kept(request, _IN)
        account = webauthn.recognise(given, _object(said, "credential"))
    except Refused as refusal:
        return _refusal(str(refusal))
    was_right(address_of(request))
    let_in_by_passkey(request, account)
    return JsonResponse({"onward": onward(_word(said, "next"))})


@never_cache
@require_POST
@mine
def offer(request: HttpRequest, whose: Account) -> HttpResponse:
    """A challenge for a new passkey, for whoever knows the password: a screen left open gives nobody a key."""
    _must_be_offered(request)
    if not may_try(whose.username, address_of(request)):
        return _refusal(str(TOO_MANY), HTTPStatus.TOO_MANY_REQUESTS)
    form = NewKey(whose, _said(request))
    if not form.is_valid():
        return _refusal(next(str(one) for errors in form.errors.values() for one in errors))
    forgive(whose.username, address_of(request))
    try:
        options, given = webauthn.ask_for_new(whose)
    except Refused as refusal:
        return _refusal(str(refusal))
    _keep(request, _NEW, given, form.cleaned_data["name"])
    return JsonResponse(options)


@never_cache
@require_POST
@mine
def add(request: HttpRequest, whose: Account) -> HttpResponse:
    """Keep the passkey that was made for the challenge."""
    _must_be_offered(request)
    try:
        given, name = _kept(request, _NEW)
        webauthn.add(whose, name, given, _object(_said(request), "credential"))
    except Refused as refusal:
        return _refusal(str(refusal))
    update_session_auth_hash(request, whose)
    if not came_by_provider(request):
        proved_by_passkey(request)
    return JsonResponse({"onward": reverse("login:keys")})


def _must_be_offered(request: HttpRequest) -> None:
    if not offered(request):
        raise Http404


def _keep(request: HttpRequest, place: str, given: str, name: str = "") -> None:
    request.session[place] = [given, name, (timezone.now() + WAIT).timestamp()]


def _kept(request: HttpRequest, place: str) -> tuple[str, str]:
    """The challenge and the name, taken out: whatever comes of it, it is used. Raises Refused when there is none."""
    given, name, until = request.session.pop(place, ("", "", 0))
    if timezone.now().timestamp() > until:
        raise Refused("Det tog for lang tid. Prøv igen.")
    return given, name


def _said(request: HttpRequest) -> dict[str, Any]:
    """The fields of the JSON object in the body; none when it is no such object."""
    try:
        found = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _object(said: dict[str, Any], name: str) -> dict[str, Any]:
    found = said.get(name)
    return found if isinstance(found, dict) else {}


def _word(said: dict[str, Any], name: str) -> str:
    found = said.get(name)
    return found if isinstance(found, str) else ""


def _refusal(why: str, status: int = HTTPStatus.BAD_REQUEST) -> HttpResponse:
    return JsonResponse({"refused": why}, status=status)
