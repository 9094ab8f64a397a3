"""What comes before anything else: a password of one's own, and a second factor where the municipality demands it."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sagsgang.core.viewers import as_viewer
from sagsgang.login.entry import came_by_password, to_new_password
from sagsgang.login.models import Account

# Outside the working house nothing is closed; the accounts of others belong to it.
_INSIDE = (settings.DESK, "/konto/")
_MINE = "/min-konto/"


def first(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: leads to the page for what must come first. Scripts are told by the status."""

    def respond(request: HttpRequest) -> HttpResponse:
        page = _page(request)
        if page is None:
            return get_response(request)
        if request.headers.get("Accept", "").startswith("application/json"):
            return HttpResponse(status=HTTPStatus.FORBIDDEN)
        return page

    return respond


def _page(request: HttpRequest) -> HttpResponse | None:
    """The page that must come before the one that is asked for; None when nothing must."""
    inside = request.path.startswith(_INSIDE)
    if (inside or request.path.startswith(_MINE)) and borrowed(request):
        return to_new_password(request.get_full_path() if request.method == "GET" else "")
    if inside and settings.SECOND_FACTOR and lacks(request):
        return redirect("login:factor")
    return None


def borrowed(request: HttpRequest) -> bool:
    """Whether somebody is logged in with a password that another person has made, and therefore knows."""
    account = request.user
    return isinstance(account, Account) and account.temporary and came_by_password(request)


def lacks(request: HttpRequest) -> bool:
    """Whether somebody is logged in by password alone who may read closed items, or may give that right."""
    account = request.user
    if not isinstance(account, Account) or account.factor_since or not came_by_password(request):
        return False
    return demanded_of(account)


def demanded_of(account: Account) -> bool:
    """Whether the municipality demands a second factor of this person: for a role, a seat, or administering."""
    viewer = as_viewer(account.person) if settings.SECOND_FACTOR else None
    return bool(viewer and (viewer.roles or viewer.seats or viewer.administers))
