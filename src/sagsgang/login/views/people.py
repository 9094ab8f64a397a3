"""The accounts of others, for those who administer."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.models import Person
from sagsgang.core.viewer import Viewer
from sagsgang.login import accounts
from sagsgang.login.models import Account
from sagsgang.login.page import Given, Page, onward, render
from sagsgang.login.who import viewer_in


@require_POST
def account_of(request: HttpRequest, person: int) -> HttpResponse:
    """Make the account of a person, give it a new password, take what else it is known by off, or close it."""
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
    if wanted not in _DEEDS:
        raise Http404
    _DEEDS[wanted](viewer, account)
    return HttpResponseRedirect(back)


def _shown_once(request: HttpRequest, given: Given) -> HttpResponse:
    return render(request, "login/given.html", given)


_DEEDS = {
    "luk": accounts.close,
    "kode-fra": accounts.take_factor_off,
    "udbyder-fra": accounts.take_identity_off,
}
