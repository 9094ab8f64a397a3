"""Setting one's own second factor up, new recovery codes, and taking it off."""

from http import HTTPStatus

from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sagsgang.core.act import Refused
from sagsgang.login import factor
from sagsgang.login.demand import demanded_of, lacks
from sagsgang.login.forms import Code
from sagsgang.login.keys import offered
from sagsgang.login.limits import TOO_MANY, address_of, forgive, may_try
from sagsgang.login.models import Account
from sagsgang.login.page import Codes, Factor, render
from sagsgang.login.seal import seal, unseal
from sagsgang.login.who import mine

_NEW = "new_factor"


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
@mine
def factor_of(request: HttpRequest, whose: Account) -> HttpResponse:
    """Set the second factor up, or change it; every step asks for a code."""
    if request.method != "POST":
        return _page(request, whose, Code())
    form = Code(request.POST)
    if not form.is_valid():
        return _page(request, whose, form, status=HTTPStatus.BAD_REQUEST)
    if not may_try(whose.username, address_of(request)):
        return _page(request, whose, form, str(TOO_MANY), HTTPStatus.TOO_MANY_REQUESTS)
    try:
        return (_change if whose.factor_since else _set_up)(request, whose, form.cleaned_data["code"])
    except Refused as refusal:
        return _page(request, whose, Code(), str(refusal), HTTPStatus.BAD_REQUEST)


def _set_up(request: HttpRequest, whose: Account, code: str) -> HttpResponse:
    codes = factor.set_up(whose, _secret(request), code)
    request.session.pop(_NEW, None)
    return _shown_once(request, whose, codes)


def _change(request: HttpRequest, whose: Account, code: str) -> HttpResponse:
    wanted = request.POST.get("handling", "")
    if wanted not in {"koder", "fra"}:
        raise Http404
    if wanted == "fra" and demanded_of(whose):
        raise Refused(
            _("Kommunen kræver en ekstra kode af dig. Bed administratoren, hvis du skal have en ny telefon.")
        )
    if not factor.accept(whose, code):
        raise Refused(_("Koden passer ikke, eller den er brugt. Vent på den næste, og prøv igen."))
    if wanted == "koder":
        return _shown_once(request, whose, factor.renew_codes(whose))
    factor.give_up(whose)
    forgive(whose.username, address_of(request))
    update_session_auth_hash(request, whose)
    return redirect("login:mine")


def _shown_once(request: HttpRequest, whose: Account, codes: tuple[str, ...]) -> HttpResponse:
    forgive(whose.username, address_of(request))
    update_session_auth_hash(request, whose)
    return render(request, "login/codes.html", Codes(codes))


def _page(request: HttpRequest, whose: Account, form: Code, wrong: str = "", status: int = 200) -> HttpResponse:
    if whose.factor_since:
        left = whose.recovery_codes.count()
        page = Factor(form, wrong, since=whose.factor_since, left=left, demanded=demanded_of(whose))
        return render(request, "login/factor.html", page, status)
    secret = _secret(request)
    drawn = factor.picture(factor.address(whose, secret))
    page = Factor(
        form, wrong, secret=_in_fours(secret), picture=drawn, demanded=lacks(request), passkeys=offered(request)
    )
    return render(request, "login/set_up.html", page, status)


def _secret(request: HttpRequest) -> str:
    """The secret that is being set up: the same until it is confirmed, sealed in the session."""
    kept = unseal(request.session.get(_NEW, ""))
    if kept:
        return kept
    secret = factor.new_secret()
    request.session[_NEW] = seal(secret)
    return secret


def _in_fours(secret: str) -> str:
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
