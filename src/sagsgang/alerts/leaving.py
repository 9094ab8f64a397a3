"""A followed body is taken off the street: its followers are told once, with the reason, and follow it no longer.

The letter, and the end of the subscription, are written in the transaction that moves the watermark past the record
of the leaving. Who follows nothing else is forgotten when the letter is sent. Four queries, however many follow.
"""

from collections.abc import Sequence

from django.utils import timezone

from sagsgang.alerts.following import overwrite
from sagsgang.alerts.models import Kind, Letter, LetterKind, Subscription
from sagsgang.archive.models import Audience, RecordKind, Seal


def end(seals: Sequence[Seal]) -> None:
    """End what is followed of the body when one of its records says that it left."""
    left = [one for one in seals if one.kind == RecordKind.LEAVING and one.audience == Audience.STREET]
    if not left:
        return
    last = left[-1]
    rows = Subscription.objects.filter(kind=Kind.BODY, key=last.body.slug, created_at__lt=last.sealed_at)
    told = rows.filter(confirmed_at__lt=last.sealed_at).values_list("follower", flat=True)
    now = timezone.now()
    Letter.objects.bulk_create(
        Letter(follower_id=follower, kind=LetterKind.LEFT, seal=last, created_at=now) for follower in told
    )
    overwrite()
    rows.delete()
