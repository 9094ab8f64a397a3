"""Where the municipality demands a second factor: until it is set up, only the page that does so is reachable."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sagsgang.core.viewers import as_viewer
from sagsgang.login.entry import came_by_provider
from sagsgang.login.models import Account

# Outside the working house nothing is closed; the accounts of others belong to it.
_INSIDE = (settings.DESK, "/konto/")


def second_factor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: leads whoever must set up a second factor to the page for it. Scripts are told by the status."""

    def respond(request: HttpRequest) -> HttpResponse:
        if not (settings.SECOND_FACTOR and request.path.startswith(_INSIDE) and lacks(request)):
            return get_response(request)
        if request.headers.get("Accept", "").startswith("application/json"):
            return HttpResponse(status=HTTPStatus.FORBIDDEN)
        return redirect("login:factor")

    return respond


def lacks(request: HttpRequest) -> bool:
    """Whether somebody is logged in by password alone who may read closed items, or may give that right."""
    account = request.user
    if not isinstance(account, Account) or account.factor_since or came_by_provider(request):
        return False
    return demanded_of(account)


def demanded_of(account: Account) -> bool:
    """Whether the municipality demands a second factor of this person: for a role, a seat, or administering."""
    viewer = as_viewer(account.person) if settings.SECOND_FACTOR else None
    return bool(viewer and (viewer.roles or viewer.seats or viewer.administers))
