"""From the proof of who somebody is to a session, when needed over the page that asks for the second factor."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from sagsgang.login.models import Account
from sagsgang.login.page import onward

_BACKEND = "sagsgang.login.backend.LocalAccounts"
_HALFWAY, _CAME_BY, _PROVIDER, _PASSKEY = "halfway", "came_by", "provider", "passkey"
WAIT = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Halfway:
    """An account whose password was right, and where its person wanted to go."""

    account: Account
    wanted: str


def begin(request: HttpRequest) -> None:
    """What is remembered for somebody who is not logged in yet is forgotten after some minutes."""
    if not request.user.is_authenticated:
        request.session.set_expiry(WAIT)


def hold(request: HttpRequest, account: Account, wanted: str) -> HttpResponse:
    """The password was right: remember that for a few minutes, and ask for the code."""
    request.session.cycle_key()
    until = (timezone.now() + WAIT).timestamp()
    request.session[_HALFWAY] = [account.pk, account.get_session_auth_hash(), until, wanted]
    return redirect("login:code")


def held(request: HttpRequest) -> Halfway | None:
    """Who is halfway in; None when nobody is, when it took too long, or when the account was changed meanwhile."""
    number, mark, until, wanted = request.session.get(_HALFWAY, (0, "", 0, ""))
    if timezone.now().timestamp() > until:
        return None
    account = Account.objects.select_related("person").filter(pk=number, is_active=True, person__active=True).first()
    return Halfway(account, wanted) if account and account.get_session_auth_hash() == mark else None


def let_in(request: HttpRequest, account: Account, wanted: str) -> HttpResponse:
    """Log in by password; one that somebody else made is changed first."""
    request.session.pop(_HALFWAY, None)
    _log_in(request, account)
    request.session.pop(_CAME_BY, None)
    return to_new_password(wanted) if account.temporary else HttpResponseRedirect(onward(wanted))


def let_in_by_provider(request: HttpRequest, account: Account, wanted: str) -> HttpResponse:
    """Log in as the municipality's provider says; it has asked for whatever else it asks for."""
    _log_in(request, account)
    request.session[_CAME_BY] = _PROVIDER
    return HttpResponseRedirect(onward(wanted))


def let_in_by_passkey(request: HttpRequest, account: Account) -> None:
    """Log in by a passkey: something one has, unlocked by something one knows or is."""
    request.session.pop(_HALFWAY, None)
    _log_in(request, account)
    proved_by_passkey(request)


def _log_in(request: HttpRequest, account: Account) -> None:
    login(request, account, _BACKEND)
    request.session.set_expiry(None)  # no longer the few minutes of `begin`


def proved_by_passkey(request: HttpRequest) -> None:
    """Remember that whoever sits there has shown a passkey: more than a password."""
    request.session[_CAME_BY] = _PASSKEY


def came_by_provider(request: HttpRequest) -> bool:
    """Whether the session began at the municipality's provider."""
    return request.session.get(_CAME_BY) == _PROVIDER


def came_by_password(request: HttpRequest) -> bool:
    """Whether the session began with a password, and neither at the provider nor with a passkey."""
    return request.session.get(_CAME_BY) not in {_PROVIDER, _PASSKEY}


def to_new_password(wanted: str) -> HttpResponse:
    """To the page where one chooses a password, and from there onward."""
    query = QueryDict(mutable=True)
    query["next"] = onward(wanted)
    return HttpResponseRedirect(f"{redirect('login:password').url}?{query.urlencode(safe='/')}")
