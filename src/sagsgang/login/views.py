"""Logging in and out, a new password, and the accounts that administrators make."""

from dataclasses import replace
from http import HTTPStatus

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.models import Person
from sagsgang.core.viewer import Viewer
from sagsgang.core.viewers import as_viewer
from sagsgang.login import accounts
from sagsgang.login.forms import Enter, NewPassword
from sagsgang.login.limits import address_of, forgive, may_try
from sagsgang.login.models import Account
from sagsgang.login.page import Given, Page, onward, render


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Log in; `next` says where to go afterwards."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if request.method != "POST":
        if viewer_in(request):
            return HttpResponseRedirect(onward(wanted))
        return render(request, "login/enter.html", Page(Enter(), wanted))
    form = Enter(request.POST)
    if not form.is_valid():
        return render(request, "login/enter.html", Page(form, wanted), HTTPStatus.BAD_REQUEST)
    return _try(request, form, wanted)


def _try(request: HttpRequest, form: Enter, wanted: str) -> HttpResponse:
    """One attempt. What is said is the same whether the account exists or not."""
    name = accounts.clean(form.cleaned_data["username"])
    if not may_try(name, address_of(request)):
        wrong = _("Der har været for mange forsøg. Vent et kvarter, og prøv igen.")
        return render(request, "login/enter.html", Page(form, wanted, wrong), HTTPStatus.TOO_MANY_REQUESTS)
    account = authenticate(request, username=name, password=form.cleaned_data["password"])
    if not isinstance(account, Account) or as_viewer(account.person) is None:
        wrong = _("Brugernavn eller adgangskode er forkert. Se efter, om Caps Lock er slået til.")
        return render(request, "login/enter.html", Page(form, wanted, wrong), HTTPStatus.BAD_REQUEST)
    forgive(name)
    login(request, account)
    return _to_new_password(wanted) if account.temporary else HttpResponseRedirect(onward(wanted))


def _to_new_password(wanted: str) -> HttpResponse:
    query = QueryDict(mutable=True)
    query["next"] = onward(wanted)
    return HttpResponseRedirect(f"{redirect('login:password').url}?{query.urlencode(safe='/')}")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Log out; the session and all in it is gone."""
    logout(request)
    return redirect("login:in")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """A new password, for whoever knows the old one. Other sessions of the account end."""
    account = request.user
    if not isinstance(account, Account):
        return redirect("login:in")
    wanted = request.POST.get("next") or request.GET.get("next", "")
    told = _("Din adgangskode er midlertidig. Vælg din egen.") if account.temporary else ""
    page = Page(NewPassword(account), wanted, told=told, username=account.username)
    if request.method != "POST":
        return render(request, "login/password.html", page)
    if not may_try(account.username, address_of(request)):
        page = replace(page, wrong=_("Der har været for mange forsøg. Vent et kvarter, og prøv igen."))
        return render(request, "login/password.html", page, HTTPStatus.TOO_MANY_REQUESTS)
    form = NewPassword(account, request.POST)
    if not form.is_valid():
        return render(request, "login/password.html", replace(page, form=form), HTTPStatus.BAD_REQUEST)
    return _changed(request, account, form, wanted)


def _changed(request: HttpRequest, account: Account, form: NewPassword, wanted: str) -> HttpResponse:
    account.set_password(form.cleaned_data["new"])
    account.temporary = False
    account.save(update_fields=["password", "temporary"])
    forgive(account.username)
    update_session_auth_hash(request, account)
    return HttpResponseRedirect(onward(wanted))


@require_POST
def account_of(request: HttpRequest, person: int) -> HttpResponse:
    """Make the account of a person, give it a new password or close it; for those who administer."""
    viewer = viewer_in(request)
    if viewer is None:
        return redirect("login:in")
    if not viewer.administers:
        raise Http404
    whose = get_object_or_404(Person, pk=person)
    back = onward(request.POST.get("tilbage", ""))
    try:
        return _carried_out(request, viewer, whose, back)
    except NotYours as refusal:
        raise Http404 from refusal
    except Refused as refusal:
        page = Page(next=back, wrong=str(refusal))
        return render(request, "login/refused.html", page, HTTPStatus.BAD_REQUEST)


def _carried_out(request: HttpRequest, viewer: Viewer, whose: Person, back: str) -> HttpResponse:
    wanted = request.POST.get("handling", "")
    if wanted == "opret":
        username = request.POST.get("username", "")
        given = accounts.add(viewer, whose, username)
        return _shown_once(request, Given(whose.name, accounts.clean(username), given, back))
    account = get_object_or_404(Account.objects.select_related("person"), person=whose)
    if wanted == "ny":
        return _shown_once(request, Given(whose.name, account.username, accounts.renew(viewer, account), back))
    if wanted == "luk":
        accounts.close(viewer, account)
        return HttpResponseRedirect(back)
    raise Http404


def _shown_once(request: HttpRequest, given: Given) -> HttpResponse:
    return render(request, "login/given.html", given)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over by name
    """Instead of Django's page when the token of a form is missing or of another session."""
    return render(request, "login/expired.html", Page(), HTTPStatus.FORBIDDEN)


def viewer_in(request: HttpRequest) -> Viewer | None:
    """Who is logged in, when that is an active person."""
    account = request.user
    return as_viewer(account.person) if isinstance(account, Account) else None
