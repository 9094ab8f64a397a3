"""Who is who at the municipality's provider: issuer and subject, which no one else ever gets (OpenID Connect Core 2).

A name may be changed, or given to somebody new when its owner has left. It leads to an account once, at the first
login; from then on only the same subject does.
"""

from django.db import transaction
from django.utils import timezone

from sagsgang.login.models import Account, Identity
from sagsgang.login.noted import note


def account_of(issuer: str, subject: str, name: str) -> Account | None:
    """The open account of that subject; else the one called `name` that no subject has yet, from now on theirs.

    None when there is none.
    """
    known = Identity.objects.select_related("account__person").filter(issuer=issuer, subject=subject).first()
    if known is None:
        return _bind(issuer, subject, name)
    return known.account if known.account.is_active and known.account.person.active else None


def _bind(issuer: str, subject: str, name: str) -> Account | None:
    """The two that come at once for one account: the first gets it."""
    free = Account.objects.select_related("person").filter(username=name.strip().lower(), identity=None)
    account = free.filter(is_active=True, person__active=True).first()
    if account is None:
        return None
    with transaction.atomic():
        made = Identity(account=account, issuer=issuer, subject=subject, since=timezone.now())
        Identity.objects.bulk_create([made], ignore_conflicts=True)
        if not Identity.objects.filter(account=account, issuer=issuer, subject=subject).exists():
            return None
        note(account, "account.provider")
    return account
