"""One's own deeds with one's own account, in the Journal."""

from django.utils import timezone

from sagsgang.core.models import Journal
from sagsgang.login.models import Account


def note(account: Account, kind: str) -> None:
    """Write the row: the account's person did it, with their own account."""
    row = Journal(at=timezone.now(), by_id=account.person_id, kind=kind, subject=account.person_id)
    row.save(force_insert=True)
