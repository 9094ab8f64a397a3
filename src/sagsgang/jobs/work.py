"""What happens by itself, a round at a time."""

import logging
import smtplib
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from sagsgang.jobs.deliver import deliver
from sagsgang.jobs.reminders import remember

_LOG = logging.getLogger(__name__)
_PATIENCE = timedelta(minutes=1)


class Messenger:
    """Remembers what is due and delivers what waits. After a failure it lets the mail server rest for a minute."""

    def __init__(self) -> None:
        self._rests_until = datetime.min.replace(tzinfo=UTC)

    def work(self) -> bool:
        """One round; False when there was nothing to do. What could not be sent waits, and is told to the log."""
        if timezone.now() < self._rests_until:
            return False
        remembered = remember(timezone.localdate())
        try:
            return deliver() or bool(remembered)
        except (OSError, smtplib.SMTPException) as error:
            _LOG.error("notices could not be sent: %s", type(error).__name__)
            self._rests_until = timezone.now() + _PATIENCE
            return False
