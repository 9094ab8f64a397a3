"""Accounts of the small world, and what their phones show."""

import pyotp
from django.test import Client
from django.utils import timezone

from sagsgang.core.models import Person
from sagsgang.core.viewer import Viewer
from sagsgang.login import accounts, factor
from sagsgang.login.models import Account
from tests.core.world import World

DOOR, CODE, FACTOR, MINE = "/log-ind/", "/log-ind/kode/", "/min-konto/ekstra-kode/", "/min-konto/"
ANOTHER_PHONE = pyotp.random_base32()


def account(there: World, who: Viewer, username: str = "karen") -> tuple[Account, str]:
    """An account whose person has chosen the password that comes with it."""
    password = accounts.add(there.rut, Person.objects.get(pk=who.person), username)
    Account.objects.filter(username=username).update(temporary=False)
    return Account.objects.select_related("person").get(username=username), password


def phone(whose: Account) -> tuple[str, tuple[str, ...]]:
    """Set a second factor up: its secret and the recovery codes. The code that was used for it counts no more."""
    secret = factor.new_secret()
    codes = factor.set_up(whose, secret, shown(secret))
    Account.objects.filter(pk=whose.pk).update(factor_step=0)
    return secret, codes


def shown(secret: str) -> str:
    """What a phone with the secret shows now."""
    return pyotp.TOTP(secret).at(timezone.now())


def give_password(client: Client, username: str, password: str, onward: str = "") -> str:
    """Where the door leads to."""
    return str(client.post(DOOR, {"username": username, "password": password, "next": onward})["Location"])
