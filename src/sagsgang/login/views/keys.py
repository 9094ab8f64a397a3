"""One's own passkeys: which there are, and taking one away."""

from http import HTTPStatus

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from sagsgang.core.act import Refused
from sagsgang.login.forms import NewKey
from sagsgang.login.keys import offered, remove
from sagsgang.login.models import Account
from sagsgang.login.page import KeyLine, Keys, Page, render
from sagsgang.login.who import mine


@require_safe
@mine
def keys(request: HttpRequest, whose: Account) -> HttpResponse:
    """All of them, and a form for one more where the browser can make it."""
    rows = tuple(
        KeyLine(one.pk, one.name, one.created_at, one.used_at) for one in whose.passkeys.order_by("created_at")
    )
    return render(request, "login/keys.html", Keys(rows, NewKey(whose), offered(request)))


@require_http_methods(["GET", "HEAD", "POST"])
@mine
def key(request: HttpRequest, whose: Account, key: int) -> HttpResponse:
    """Ask whether it is to go; take it away."""
    found = get_object_or_404(whose.passkeys, pk=key)
    line = KeyLine(found.pk, found.name, found.created_at, found.used_at)
    if request.method != "POST":
        return render(request, "login/key_off.html", line)
    try:
        remove(whose, found)
    except Refused as refusal:
        return render(request, "login/key_kept.html", Page(wrong=str(refusal)), HTTPStatus.BAD_REQUEST)
    update_session_auth_hash(request, whose)
    return redirect("login:keys")
