"""Whose request it is."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from sagsgang.core.viewer import Viewer
from sagsgang.core.viewers import as_viewer
from sagsgang.login.models import Account

View = Callable[[HttpRequest, Account], HttpResponse]


def viewer_in(request: HttpRequest) -> Viewer | None:
    """Who is logged in, when that is an active person."""
    account = request.user
    return as_viewer(account.person) if isinstance(account, Account) else None


def mine(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """For pages about one's own account: the view gets it; whoever is logged out is asked to log in."""

    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponse:
        account = request.user
        if not isinstance(account, Account) or not account.person.active:
            return redirect_to_login(request.path)
        return view(request, account)

    return shown
