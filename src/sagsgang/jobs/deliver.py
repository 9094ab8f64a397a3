"""Sends the notices that the Journal has not delivered yet."""

import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.utils import timezone

from sagsgang.core.models import Journal, Person
from sagsgang.jobs.notices import Notice, notice

_WHY = "the outbox delivers every row, and quotes none"
_AT_ONCE = 50
# From here on a mail server's answer is that it never will (RFC 5321, 4.2.1).
_FOR_GOOD = 500
_LOG = logging.getLogger(__name__)


def deliver() -> bool:
    """Deliver what waits, the oldest first; False when nothing did.

    A row is marked in the transaction in which its mails go out: a crash in between sends them again, under the same
    Message-ID, by which mail programs know a mail that came twice.
    """
    waiting = Journal.objects.unguarded(_WHY).filter(delivered_at=None).order_by("id").values_list("id", flat=True)
    numbers = list(waiting[:_AT_ONCE])
    for number in numbers:
        _deliver(number)
    return bool(numbers)


def _deliver(number: int) -> None:
    with transaction.atomic():
        rows = (
            Journal.objects.unguarded(_WHY)
            .select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
            .filter(id=number, delivered_at=None)
        )
        if not (row := rows.first()):
            return
        if told := notice(row):
            _send(row, told)
        Journal.objects.unguarded(_WHY).filter(id=number).update(delivered_at=timezone.now())


def _send(row: Journal, told: Notice) -> None:
    """Mail it to each. An address that no mail can go to must not keep the others waiting: it is told to the log."""
    for person in told.to:
        try:
            _mail(row, told, person).send()
        except smtplib.SMTPRecipientsRefused as refused:
            if any(code < _FOR_GOOD for code, _ in refused.recipients.values()):
                raise
            _LOG.error("notice %d: the mail server does not take the address of person %d", row.id, person.id)
        except ValueError:  # of mail's own: what stands there is no address, or a line break is in it or in a name
            _LOG.error("notice %d: no mail can be made for the address of person %d", row.id, person.id)


def _mail(row: Journal, told: Notice, person: Person) -> EmailMessage:
    return EmailMessage(
        subject=told.subject,
        body=f"{told.subject}.\n\n{settings.ADDRESS}{told.path}\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[person.email],
        headers={
            "Message-ID": f"<{row.id}.{person.id}.{row.at:%Y%m%d%H%M%S}@sagsgang>",
            "Auto-Submitted": "auto-generated",
        },
    )
