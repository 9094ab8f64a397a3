"""Sends the letters that wait, each once.

A letter is claimed before it goes to the mail server and marked when the server has it, so that no transaction, and
no other writer, waits for the server. A crash in between sends it again ten minutes later under the same Message-ID,
by which mail servers and programs know a mail that came twice: between a server's "yes" and our own note of it,
nobody can know more.

Cost: twenty-five queries a mail at most, however many follow and however many papers it tells of (see `reports`), and
three for every _AT_ONCE mails.
"""

import logging
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.mail import BadHeaderError, EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q, QuerySet
from django.utils import timezone

from sagsgang.alerts import bounces
from sagsgang.alerts.gathering import gather
from sagsgang.alerts.models import Letter, Subscription

CLAIM = timedelta(minutes=10)
_AT_ONCE = 50
# From here on a mail server's answer is that it never will (RFC 5321, 4.2.1).
_FOR_GOOD = 500
_LOG = logging.getLogger(__name__)
Compose = Callable[[Letter], EmailMessage | None]


class _Unwritable(Exception):  # noqa: N818 - it is what the letter is
    """The kind of error that composing it ended in; not its words, which could be the paper's."""


def send(compose: Compose) -> bool:
    """Write to some of those for whom something is due; False when nothing is. One query then.

    Raises OSError and SMTPException when the mail server cannot be used; the letter then waits.
    """
    now = timezone.now()
    due = (
        Subscription.objects.filter(due_at__lte=now, follower__paused_at=None)
        .order_by()
        .values_list("follower_id", flat=True)
    )
    unsent = waiting(now).order_by().values_list("follower_id", flat=True)
    followers = list(due.union(unsent)[:_AT_ONCE])
    if not followers:
        return False
    with get_connection() as server:
        for follower in followers:
            gather(follower, now)
            for letter in waiting(now).filter(follower=follower).select_related("follower").order_by("pk"):
                _send(letter, compose, server)
    return True


def waiting(now: datetime) -> QuerySet[Letter]:
    """The letters that are not sent, and that nobody is sending."""
    return Letter.objects.filter(Q(claimed_at=None) | Q(claimed_at__lte=now - CLAIM), sent_at=None)


def _send(letter: Letter, compose: Compose, server: BaseEmailBackend) -> None:
    row = Letter.objects.filter(pk=letter.pk, sent_at=None)
    if not row.filter(claimed_at=letter.claimed_at).update(claimed_at=timezone.now()):
        return
    try:
        failed = not _goes(letter, compose, server)
    except BaseException:
        row.update(claimed_at=None)
        raise
    row.update(sent_at=timezone.now(), failed=failed)


def _goes(letter: Letter, compose: Compose, server: BaseEmailBackend) -> bool:
    """Hand it to the server; False when that takes no mail to the address. Nothing to say is said to nobody."""
    try:
        if mail := _composed(letter, compose):
            mail.connection = server
            mail.send()
            bounces.taken(letter.follower)
    except _Unwritable as why:
        _LOG.error("letter %d cannot be written: %s", letter.pk, why)
        return False
    except smtplib.SMTPRecipientsRefused as refused:
        if any(code < _FOR_GOOD for code, _ in refused.recipients.values()):
            raise
        _LOG.error("letter %d: the mail server does not take its address", letter.pk)
        bounces.refused(letter.follower)
        return False
    except BadHeaderError:
        _LOG.error("letter %d: a line break stands in a name", letter.pk)
        return False
    return True


def _composed(letter: Letter, compose: Compose) -> EmailMessage | None:
    """The mail. Whatever is wrong with one letter, the others are not to wait for it."""
    try:
        return compose(letter)
    except Exception as error:
        raise _Unwritable(type(error).__name__) from None
