"""The clock to the house's own deadline: what is treated must be approved the week before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Min
from django.utils import timezone

from sagsgang.core.models import Body, Meeting
from sagsgang.core.rules.deadlines import day_to_approve
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer

_SOON = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Clock:
    """The next meeting that an item may reach, and when it must be approved for that (local time)."""

    meeting: date
    deadline: datetime
    days: int
    tone: str


def approve_by(meeting: date, body: Body) -> datetime:
    """The body's weekday and hour in the week before the meeting's, in the municipality's time."""
    day = day_to_approve(meeting, body.approve_weekday)
    return timezone.make_aware(datetime.combine(day, body.approve_time))


def next_meetings(viewer: Viewer, bodies: Iterable[int]) -> Mapping[int, date]:
    """The day of each body's next planned meeting; one query."""
    planned = Meeting.objects.visible_to(viewer).filter(
        body__in=frozenset(bodies), state=MeetingState.PLANNED, date__gte=timezone.localdate()
    )
    return dict(planned.order_by().values("body").annotate(first=Min("date")).values_list("body", "first"))


def clock(meeting: date | None, body: Body) -> Clock | None:
    """The clock for an item of the body whose next chance is this meeting; None when no meeting is planned."""
    if meeting is None:
        return None
    deadline = approve_by(meeting, body)
    left = deadline - timezone.now()
    tone = "stop" if left < timedelta() else "wait" if left < _SOON else "calm"
    return Clock(meeting, deadline, (deadline.date() - timezone.localdate()).days, tone)
