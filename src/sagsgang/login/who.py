"""Whose request it is."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from sagsgang.core.viewer import Viewer
from sagsgang.core.viewers import as_viewer
from sagsgang.login.models import Account

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Account, P], HttpResponse]


def viewer_in(request: HttpRequest) -> Viewer | None:
    """Who is logged in, when that is an active person."""
    account = request.user
    return as_viewer(account.person) if isinstance(account, Account) else None


def mine(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For pages about one's own account: the view gets it; whoever is logged out is asked to log in."""

    @wraps(view)
    def shown(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        account = request.user
        if not isinstance(account, Account) or not account.person.active:
            return redirect_to_login(request.path)
        return view(request, account, *args, **kwargs)

    return shown
