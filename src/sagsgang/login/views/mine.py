"""One's own account: who am I, and a new password."""

from dataclasses import replace
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.login import accounts
from sagsgang.login.forms import NewPassword
from sagsgang.login.keys import offered
from sagsgang.login.limits import TOO_MANY, address_of, forgive, may_try
from sagsgang.login.models import Account
from sagsgang.login.page import Mine, Page, onward, render
from sagsgang.login.views.door import leave
from sagsgang.login.who import mine


@require_safe
@mine
def account(request: HttpRequest, whose: Account) -> HttpResponse:
    """Who one is here, and what one may change."""
    person = whose.person
    page = Mine(
        name=person.name,
        title=person.title,
        email=person.email,
        username=whose.username,
        factor_since=whose.factor_since,
        onward=settings.DESK,
        passkeys=whose.passkeys.count(),
        offered=offered(request),
    )
    return render(request, "login/mine.html", page)


@require_POST
@mine
def everywhere(request: HttpRequest, whose: Account) -> HttpResponse:
    """Log out here, and wherever else one is logged in."""
    accounts.leave_everywhere(whose)
    return leave(request)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@mine
def password(request: HttpRequest, whose: Account) -> HttpResponse:
    """A new password, for whoever knows the old one. Other sessions of the account end."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    told = _("Din adgangskode er midlertidig. Vælg din egen.") if whose.temporary else ""
    page = Page(NewPassword(whose), wanted, told=told, username=whose.username)
    if request.method != "POST":
        return render(request, "login/password.html", page)
    if not may_try(whose.username, address_of(request)):
        return render(
            request, "login/password.html", replace(page, wrong=str(TOO_MANY)), HTTPStatus.TOO_MANY_REQUESTS
        )
    form = NewPassword(whose, request.POST)
    if not form.is_valid():
        return render(request, "login/password.html", replace(page, form=form), HTTPStatus.BAD_REQUEST)
    return _changed(request, whose, form, wanted)


def _changed(request: HttpRequest, whose: Account, form: NewPassword, wanted: str) -> HttpResponse:
    accounts.choose_password(whose, form.cleaned_data["new"])
    forgive(whose.username, address_of(request))
    update_session_auth_hash(request, whose)
    return HttpResponseRedirect(onward(wanted))
