"""The private address of a person's own calendar."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.people import Person


class CalendarKeySet(GuardedQuerySet["CalendarKey"]):
    """Keys of calendars."""

    rule = staticmethod(access.notes)


class CalendarKey(models.Model):
    """What opens a person's calendar without a login: whoever holds the key reads when and where they meet.

    Kept as it is: its owner reads it again, for one more device. No text of a case is behind it.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_key")
    key = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    objects = CalendarKeySet.as_manager()

    def __str__(self) -> str:
        return str(self.person_id)
