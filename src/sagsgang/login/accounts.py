"""Making accounts, giving them passwords and closing them, each with its row in the Journal."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from sagsgang.core.act import Refused, begin
from sagsgang.core.models import CalendarKey, Journal, Person
from sagsgang.core.viewer import Viewer
from sagsgang.login import factor
from sagsgang.login.models import Account, Identity
from sagsgang.login.noted import note

# No letters and digits that look alike.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 5
_NAME = re.compile(r"[a-zæøå0-9][a-zæøå0-9._@-]{1,149}\Z")


def add(by: Viewer | None, person: Person, username: str) -> str:
    """Make an account; gives its first password, which is kept nowhere. `by` None: from the command line."""
    name = clean(username)
    with _noted(by, "account.add", person):
        if not _NAME.match(name):
            raise Refused("Brugernavnet skal være mindst to bogstaver eller tal; punktum, bindestreg og @ må indgå.")
        if Account.objects.filter(username=name).exists():
            raise Refused("Brugernavnet er i brug.")
        if Account.objects.filter(person=person).exists():
            raise Refused("Personen har allerede en konto.")
        return _give_password(Account(username=name, person=person))


def renew(by: Viewer | None, account: Account) -> str:
    """Give the account a new first password and open it; whoever is logged in with the old one is logged out."""
    with _noted(by, "account.password", account.person):
        account.is_active = True
        return _give_password(account)


def close(by: Viewer | None, account: Account) -> None:
    """Nobody logs in with this account any more, nor reads its calendar; what the person did stays in the Journal."""
    with _noted(by, "account.close", account.person):
        Account.objects.filter(pk=account.pk).update(is_active=False)
        CalendarKey.objects.unguarded("a closed account has no calendar").filter(person=account.person).delete()


def take_factor_off(by: Viewer | None, account: Account) -> None:
    """Neither code nor passkey any more, for somebody whose phone is gone; whoever is logged in is logged out."""
    with _noted(by, "account.factor_off", account.person):
        factor.remove(account)
        account.passkeys.all().delete()
        end_sessions(account)


def take_identity_off(by: Viewer | None, account: Account) -> None:
    """Nobody at the municipality's provider is this person any more: whoever comes with the name next, is."""
    with _noted(by, "account.provider_off", account.person):
        Identity.objects.filter(account=account).delete()
        end_sessions(account)


def choose_password(account: Account, password: str) -> None:
    """One's own: whoever is logged in with the old one elsewhere is logged out."""
    account.set_password(password)
    account.temporary = False
    with transaction.atomic():
        account.save(update_fields=["password", "temporary"])
        note(account, "account.password")


def leave_everywhere(account: Account) -> None:
    """One's own: whoever is logged in with the account, anywhere, is logged out."""
    with transaction.atomic():
        end_sessions(account)
        note(account, "account.everywhere")


def end_sessions(account: Account) -> None:
    """Begin another round: no session of the account is good any more."""
    Account.objects.filter(pk=account.pk).update(round=F("round") + 1)
    account.refresh_from_db(fields=["round"])


def clean(username: str) -> str:
    """The name as it is kept: small letters, no spaces around."""
    return username.strip().lower()


def _give_password(account: Account) -> str:
    password = "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    account.set_password(password)
    account.temporary = True
    account.save()
    return password


@contextmanager
def _noted(by: Viewer | None, kind: str, person: Person) -> Iterator[None]:
    """By somebody who administers, or by whoever may run commands on the machine."""
    if by is not None:
        with begin(by, kind, None, None) as row:
            row.subject = person.id
            yield
        return
    with transaction.atomic():
        yield
        Journal(at=timezone.now(), kind=kind, subject=person.id).save(force_insert=True)
