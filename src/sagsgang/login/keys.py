"""The passkeys of an account: whether they can be used here, and taking one away. Checking them is `webauthn.py`."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from sagsgang.core.act import Refused
from sagsgang.login.accounts import end_sessions
from sagsgang.login.demand import demanded_of
from sagsgang.login.models import Account, Passkey
from sagsgang.login.noted import note


def offered(request: HttpRequest) -> bool:
    """Whether the page was asked for by the address that passkeys belong to: no browser uses them at another."""
    return bool(settings.PASSKEYS) and request.get_host() == settings.PASSKEYS["host"]


def needs_one(account: Account) -> bool:
    """Whether a password is not enough, and a passkey is the only other thing that the account has."""
    return not account.factor_since and account.passkeys.exists() and demanded_of(account)


def remove(account: Account, passkey: Passkey) -> None:
    """Nobody logs in with it any more; whoever has is logged out. Raises Refused for the last one that must be."""
    with transaction.atomic():
        if needs_one(account) and account.passkeys.count() == 1:
            raise Refused("Kommunen kræver mere end en adgangskode af dig. Slå ekstra kode til først.")
        passkey.delete()
        end_sessions(account)
        note(account, "account.passkey_off")
