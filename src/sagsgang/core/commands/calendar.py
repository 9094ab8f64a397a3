"""What the public is told of the meetings to come: when, where, and that one is cancelled."""

from django.conf import settings

from sagsgang.archive.models import Audience
from sagsgang.archive.plan import Plan
from sagsgang.archive.plan import announce as put
from sagsgang.core.models import Meeting
from sagsgang.core.states import MeetingState

WHY = "that a meeting is held is no secret"


def reference_of(meeting_id: int) -> str:
    """What the public calendar calls the meeting, wherever it is moved."""
    return f"moede-{meeting_id}"


def tell(meeting_id: int) -> None:
    """Bring the public calendar up to date with the meeting; inside `act`, with the move or not at all."""
    meeting = Meeting.objects.unguarded(WHY).select_related("body").get(pk=meeting_id)
    put(
        Plan(
            reference=reference_of(meeting.pk),
            authority=settings.AUTHORITY,
            body=meeting.body.name,
            audience=Audience(meeting.body.audience),
            date=meeting.date,
            start=meeting.start,
            place=meeting.place,
            cancelled=meeting.state == MeetingState.CANCELLED,
        )
    )
