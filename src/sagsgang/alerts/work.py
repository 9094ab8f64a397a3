"""What happens by itself, a round at a time."""

import logging
import smtplib
import time
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import OperationalError
from django.utils import timezone

from sagsgang.alerts import noticing, planning
from sagsgang.alerts.composing import Composer
from sagsgang.alerts.sending import send
from sagsgang.alerts.sweeping import sweep
from sagsgang.archive.models import Audience

_LOG = logging.getLogger(__name__)
_PATIENCE = timedelta(minutes=1)
_SWEEP_EVERY = 3600.0  # seconds


class Herald:
    """Reads what was published and writes to who follows it. After a failure it lets the server rest a minute.

    Not beside the employees' portal: the links of the letters lead to the street's.
    """

    def __init__(self) -> None:
        self._rests_until = datetime.min.replace(tzinfo=UTC)
        self._swept = -_SWEEP_EVERY
        self._composer = Composer()

    def work(self) -> bool:
        """One round; False when there was nothing to do, after three queries."""
        if time.monotonic() - self._swept > _SWEEP_EVERY:
            self._swept = time.monotonic()
            sweep()
        if not settings.FOLLOWING or settings.PORTAL != Audience.STREET or timezone.now() < self._rests_until:
            return False
        try:
            return planning.notice() or noticing.notice() or send(self._composer.compose)
        except (OSError, smtplib.SMTPException, OperationalError) as error:
            _LOG.error("letters could not be sent: %s", type(error).__name__)
            self._rests_until = timezone.now() + _PATIENCE
            return False
