"""What every page of a meeting says first: which, when, where, how far it is, and the clock to its deadline."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from sagsgang.core.models import Meeting
from sagsgang.core.rules.deadlines import last_day_to_send
from sagsgang.core.states import MeetingState
from sagsgang.desk.queries.street import seen_by_citizens

# What `head` asks of a meeting and its body, for lists that show no more.
SHOWN = (
    *("date", "start", "end", "place", "extraordinary", "state", "late_reason", "cancel_reason"),
    *("announced_at", "send_at", "held_back_at", "body__name", "body__kind", "body__audience", "body__notice_days"),
)


@dataclass(frozen=True, slots=True)
class Head:
    """`send_by`: the last day to send in time, None without a deadline; `days_left` below nought: it has passed.

    `notice`: whole working days between sending and meeting; `sent`: the day on which the agenda went out.
    `send_at`: when it is sent by itself; `held_back`: that the hour came and it was not.
    """

    id: int
    body: str
    statutory: bool
    date: dt.date
    start: dt.time
    end: dt.time | None
    place: str
    extraordinary: bool
    state: str
    notice: int | None
    send_by: dt.date | None
    sent: dt.date | None
    days_left: int
    late_reason: str
    cancel_reason: str
    on_street: bool
    send_at: dt.datetime | None
    held_back: bool

    @property
    def waits(self) -> bool:
        """Whether the agenda has not been sent yet, so that the clock runs."""
        return self.state == MeetingState.PLANNED

    @property
    def late(self) -> bool:
        """Whether an agenda sent today comes after the deadline."""
        return self.send_by is not None and self.days_left < 0

    @property
    def ahead(self) -> bool:
        """Whether its day is still to come."""
        return self.date > timezone.localdate()

    @property
    def running(self) -> bool:
        """Whether the meeting is on now."""
        return self.state == MeetingState.RUNNING

    @property
    def over(self) -> bool:
        """Whether the meeting was held."""
        return self.state in {MeetingState.HELD, MeetingState.MINUTED, MeetingState.PUBLISHED}


def head(meeting: Meeting) -> Head:
    """The meeting, with its body at hand; asks the database for nothing."""
    notice = meeting.body.notice_days
    send_by = None if notice is None else last_day_to_send(meeting.date, notice)
    return Head(
        id=meeting.id,
        body=meeting.body.name,
        statutory=meeting.body.statutory,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        extraordinary=meeting.extraordinary,
        state=meeting.state,
        notice=notice,
        send_by=send_by,
        sent=timezone.localdate(meeting.announced_at) if meeting.announced_at else None,
        days_left=(send_by - timezone.localdate()).days if send_by else 0,
        late_reason=meeting.late_reason,
        cancel_reason=meeting.cancel_reason,
        on_street=seen_by_citizens(meeting, meeting.body),
        send_at=meeting.send_at if meeting.state == MeetingState.PLANNED else None,
        held_back=meeting.held_back_at is not None,
    )
