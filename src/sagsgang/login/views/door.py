"""Logging in and out: name and password, then the code where there is a second factor."""

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.core.viewers import as_viewer
from sagsgang.login import accounts, factor, keys
from sagsgang.login.entry import Halfway, held, hold, let_in
from sagsgang.login.forms import Code, Enter
from sagsgang.login.limits import TOO_MANY, address_of, forgive, may_try, was_right
from sagsgang.login.models import Account
from sagsgang.login.page import Page, onward, render
from sagsgang.login.who import viewer_in


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Log in; `next` says where to go afterwards."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if request.method != "POST":
        if viewer_in(request):
            return HttpResponseRedirect(onward(wanted))
        return _form(request, Enter(), wanted)
    form = Enter(request.POST)
    if not form.is_valid():
        return _form(request, form, wanted, status=HTTPStatus.BAD_REQUEST)
    return _try(request, form, wanted)


def _try(request: HttpRequest, form: Enter, wanted: str) -> HttpResponse:
    """One attempt. What is said is the same whether the account exists or not."""
    name = accounts.clean(form.cleaned_data["username"])
    if not may_try(name, address_of(request)):
        return _form(request, form, wanted, str(TOO_MANY), HTTPStatus.TOO_MANY_REQUESTS)
    account = authenticate(request, username=name, password=form.cleaned_data["password"])
    if not isinstance(account, Account) or as_viewer(account.person) is None:
        wrong = _("Brugernavn eller adgangskode er forkert. Se efter, om Caps Lock er slået til.")
        return _form(request, form, wanted, wrong, HTTPStatus.BAD_REQUEST)
    if account.factor_since:
        was_right(address_of(request))
        return hold(request, account, wanted)  # nothing else is forgiven yet: codes count as attempts too
    forgive(name, address_of(request))
    if keys.needs_one(account):
        wrong = _("Kommunen kræver mere end en adgangskode af dig. Log ind med din adgangsnøgle.")
        return _form(request, form, wanted, wrong, HTTPStatus.FORBIDDEN)
    return let_in(request, account, wanted)


def _form(request: HttpRequest, form: Enter, wanted: str, wrong: str = "", status: int = 200) -> HttpResponse:
    provider = settings.OIDC["name"] if settings.OIDC else ""
    page = Page(form, wanted, wrong, provider=provider, passkeys=keys.offered(request))
    return render(request, "login/enter.html", page, status)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The code from the phone, for whoever has just given the right password."""
    halfway = held(request)
    if halfway is None:
        return redirect("login:in")
    if request.method != "POST":
        return render(request, "login/code.html", Page(Code()))
    form = Code(request.POST)
    if not form.is_valid():
        return render(request, "login/code.html", Page(form), HTTPStatus.BAD_REQUEST)
    return _try_code(request, halfway, form)


def _try_code(request: HttpRequest, halfway: Halfway, form: Code) -> HttpResponse:
    name = halfway.account.username
    if not may_try(name, address_of(request)):
        return render(request, "login/code.html", Page(form, wrong=str(TOO_MANY)), HTTPStatus.TOO_MANY_REQUESTS)
    if not factor.accept(halfway.account, form.cleaned_data["code"]):
        wrong = _("Koden passer ikke, eller den er brugt. Vent på den næste, og prøv igen.")
        return render(request, "login/code.html", Page(Code(), wrong=wrong), HTTPStatus.BAD_REQUEST)
    forgive(name, address_of(request))
    return let_in(request, halfway.account, halfway.wanted)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Log out; the session and all in it is gone, and so is what the browser kept of unsaved texts."""
    logout(request)
    response = redirect("login:in")
    response["Clear-Site-Data"] = '"storage"'
    return response


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over by name
    """Instead of Django's page when the token of a form is missing or of another session."""
    return render(request, "login/expired.html", Page(), HTTPStatus.FORBIDDEN)
