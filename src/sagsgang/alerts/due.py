"""When somebody is told: at once, in the morning, or on Monday morning. And what is too old to be told at all."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sagsgang.alerts.models import Frequency
from sagsgang.archive.models import Seal

# A paper of a meeting that was longer ago than this when it was published is history: nobody is written to for it.
FRESH = timedelta(days=60)
# Between two mails "at once" to one address: what comes meanwhile goes together.
QUIET = timedelta(minutes=15)
_MORNING = time(7)
_MONDAY, _WEEK = 0, 7


def due_at(frequency: str, now: datetime, quiet_until: datetime | None) -> datetime:
    """When what is news at `now` is to be sent."""
    if frequency == Frequency.AT_ONCE:
        return max(now, quiet_until or now)
    day = timezone.localdate(now)
    days = (_MONDAY - day.weekday()) % _WEEK if frequency == Frequency.WEEKLY else 0
    step = _WEEK if frequency == Frequency.WEEKLY else 1
    morning = _morning(day + timedelta(days=days))
    return morning if morning > now else _morning(day + timedelta(days=days + step))


def is_fresh(seal: Seal) -> bool:
    """Whether the meeting of the sealed paper was at most FRESH before it was published, or is to come."""
    return seal.edition.meeting.date >= timezone.localdate(seal.sealed_at) - FRESH


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, _MORNING))
