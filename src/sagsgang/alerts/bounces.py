"""Addresses that the mail server refuses for good: such an address is let be, and forgotten in the end.

Somebody moved, or lost the mailbox; to go on writing there makes our own server suspect. A refusal counts once a day,
so that a bad morning of the server's is one. Mail that somebody asks for is sent nonetheless: when the address takes
one again, everything is as before.
"""

import logging
from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from sagsgang.alerts.models import Follower

DAYS = 3
KEPT = timedelta(days=30)
_LOG = logging.getLogger(__name__)


def refused(follower: Follower) -> None:
    """Count it; after refusals on DAYS days the follower is paused. Two queries."""
    today = timezone.localdate()
    row = Follower.objects.filter(pk=follower.pk)
    row.filter(Q(refused_on=None) | Q(refused_on__lt=today)).update(refusals=F("refusals") + 1, refused_on=today)
    if row.filter(refusals__gte=DAYS, paused_at=None).update(paused_at=timezone.now()):
        _LOG.warning("follower %d gets no news: its address was refused on %d days", follower.pk, DAYS)


def taken(follower: Follower) -> None:
    """The server took a mail to the address: what was counted is over. No query when nothing was."""
    if follower.refusals:
        Follower.objects.filter(pk=follower.pk).update(refusals=0, refused_on=None, paused_at=None)


def forget() -> None:
    """Delete the addresses that were paused KEPT ago."""
    rows = Follower.objects.filter(paused_at__lt=timezone.now() - KEPT)
    if number := rows.count():
        rows.delete()
        _LOG.warning("%d addresses were forgotten: the mail server had refused them for good", number)
