"""An hour is chosen at which an agenda is sent by itself, and taken back. `jobs.hours` sends it when it comes."""

from datetime import datetime

from django.utils import timezone

from sagsgang.core.act import Refused, act
from sagsgang.core.commands.sending import WHY, passing, with_reason
from sagsgang.core.models import Meeting
from sagsgang.core.rules import wording
from sagsgang.core.rules.deadlines import last_day_to_send
from sagsgang.core.viewer import Viewer


def announce_at(by: Viewer, meeting: Meeting, at: datetime, *, late_reason: str = "", looked: bool = False) -> None:
    """Let the agenda be sent by itself at this hour, in the name of whoever says so, when nothing is in the way then.

    Raises Refused as `announce` does, and for an hour that has passed, or lies after the deadline or the meeting.
    """
    said = wording.text(late_reason).strip() or meeting.late_reason
    _check(meeting, at, said)
    with (
        with_reason(meeting, said),
        passing(by, "announce_at", meeting, late_reason, looked=looked),
        act(by, "announce_at", meeting, hour=at.isoformat(timespec="minutes")),
    ):
        chosen = {"send_at": at, "send_as": by.person, "held_back_at": None, "late_reason": said}
        Meeting.objects.unguarded(WHY).filter(pk=meeting.pk).update(**chosen)
    meeting.send_at, meeting.send_as_id, meeting.held_back_at = at, by.person, None


def keep_back(by: Viewer, meeting: Meeting) -> None:
    """Take the hour back: the agenda is sent when somebody sends it."""
    with act(by, "keep_back", meeting):
        chosen = Meeting.objects.unguarded(WHY).filter(pk=meeting.pk, send_at__isnull=False)
        if not chosen.update(send_at=None, send_as=None, held_back_at=None):
            raise Refused("Der er ikke valgt noget tidspunkt.")
    meeting.send_at, meeting.send_as_id, meeting.held_back_at = None, None, None


def starts_at(meeting: Meeting) -> datetime:
    """When the meeting begins, by the clock on its wall."""
    return timezone.make_aware(datetime.combine(meeting.date, meeting.start))


def _check(meeting: Meeting, at: datetime, late_reason: str) -> None:
    if at <= timezone.now():
        raise Refused("Tidspunktet er gået. Vælg et senere.")
    if at >= starts_at(meeting):
        raise Refused("Tidspunktet ligger ikke før mødet. Vælg et tidligere.")
    notice = meeting.body.notice_days
    if notice is None or late_reason:
        return
    last = last_day_to_send(meeting.date, notice)
    if timezone.localdate(at) > last:
        raise Refused(f"Dagsordenen skal være udsendt senest den {last:%d-%m-%Y}. Vælg et tidligere tidspunkt.")
