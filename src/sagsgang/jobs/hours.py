"""Sends the agendas whose chosen hour has come: by the same command as a person, so past the same gate again."""

import logging
from contextlib import suppress

from django.utils import timezone

from sagsgang.core.act import NotYours, Refused, Stale, by_itself
from sagsgang.core.commands.send_hour import starts_at
from sagsgang.core.commands.sending import announce
from sagsgang.core.models import Meeting
from sagsgang.core.states import MeetingState
from sagsgang.core.viewers import as_viewer

_WHY = "what is sent is asked for by the command, in the name of a secretary"
_LOG = logging.getLogger(__name__)


class Sender:
    """Sends what is due, each meeting once: the move that sends it is the one that ends its waiting."""

    def work(self) -> bool:
        """All that is due; False when nothing was."""
        now = timezone.now()
        waiting = Meeting.objects.unguarded(_WHY).filter(state=MeetingState.PLANNED, held_back_at=None)
        due = list(waiting.filter(send_at__lte=now).select_related("body", "send_as").order_by("send_at", "id"))
        for meeting in due:
            _send(meeting)
        return bool(due)


def _send(meeting: Meeting) -> None:
    """Send it; one that cannot be sent is held back, and keeps no other waiting."""
    try:
        _announce(meeting)
    except Stale:
        return  # sent, taken back or cancelled in between
    except Exception as error:
        if not isinstance(error, Refused):
            _LOG.error("the agenda of meeting %d was not sent: %s", meeting.id, type(error).__name__)
        _hold_back(meeting)


def _announce(meeting: Meeting) -> None:
    by = as_viewer(meeting.send_as) if meeting.send_as else None
    if by is None or starts_at(meeting) <= timezone.now():
        raise NotYours
    announce(by, meeting, hour=meeting.send_at)


def _hold_back(meeting: Meeting) -> None:
    """Note it, once, for the secretaries to be told; unless another hour was chosen in between."""
    same = Meeting.objects.unguarded(_WHY).filter(pk=meeting.pk, state=MeetingState.PLANNED, send_at=meeting.send_at)
    with suppress(Stale), by_itself("hold_back", meeting):
        if not same.filter(held_back_at=None).update(held_back_at=timezone.now()):
            raise Stale
