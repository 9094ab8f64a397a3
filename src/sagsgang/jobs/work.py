"""What happens by itself, a round at a time."""

import logging
import smtplib
import time
from datetime import UTC, datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from sagsgang.jobs.deliver import deliver
from sagsgang.jobs.reminders import remember

_LOG = logging.getLogger(__name__)
_PATIENCE = timedelta(minutes=1)
_SWEEP_EVERY = 600.0  # seconds: logins that were begun and left last as long


class Messenger:
    """Remembers what is due, delivers what waits, and forgets sessions that are over.

    After a failure it lets the mail server rest for a minute.
    """

    def __init__(self) -> None:
        self._rests_until = datetime.min.replace(tzinfo=UTC)
        self._swept = -_SWEEP_EVERY

    def work(self) -> bool:
        """One round; False when there was nothing to do. What could not be sent waits, and is told to the log."""
        if time.monotonic() - self._swept > _SWEEP_EVERY:
            self._swept = time.monotonic()
            SessionStore.clear_expired()
        if timezone.now() < self._rests_until:
            return False
        remembered = remember(timezone.localdate())
        try:
            return deliver() or bool(remembered)
        except (OSError, smtplib.SMTPException) as error:
            _LOG.error("notices could not be sent: %s", type(error).__name__)
            self._rests_until = timezone.now() + _PATIENCE
            return False
