"""Meetings: planned one by one or for a year, and moved.

The verbs of their agendas stand in `agenda`, those that send them out in `sending`, and are found here, too.
"""

from datetime import date, time

from django.db import IntegrityError, transaction

from sagsgang.core.act import Refused, act, begin
from sagsgang.core.commands.agenda import arrange, order_by_rule, schedule, take_apart, take_together, unschedule
from sagsgang.core.commands.calendar import tell
from sagsgang.core.commands.reasons import look_at
from sagsgang.core.commands.send_hour import announce_at, keep_back
from sagsgang.core.commands.sending import announce, cancel, dismiss, supplement, withdraw
from sagsgang.core.commands.series import fill
from sagsgang.core.models import Body, Meeting
from sagsgang.core.rules import recurrence, wording
from sagsgang.core.viewer import Role, Viewer

__all__ = [
    "announce",
    "announce_at",
    "arrange",
    "cancel",
    "dismiss",
    "keep_back",
    "move_meeting",
    "plan_meeting",
    "plan_year",
    "schedule",
    "supplement",
    "take_apart",
    "take_together",
    "unschedule",
    "withdraw",
]
WHY = "the secretary plans the meetings"


def plan_meeting(
    by: Viewer,
    body: Body,
    day: date,
    *,
    start: time | None = None,
    place: str = "",
    extraordinary: bool = False,
    called_for: str = "",
) -> Meeting:
    """Plan a meeting, with the body's standing items on it. Hour and room are the body's own unless others are given.

    `called_for`: who wanted it, and why, when it is extraordinary. Raises Refused without it where the law binds the
    body, when there is no hour, or the body meets then already.
    """
    wanted = wording.text(called_for).strip() if extraordinary else ""
    with begin(by, "meeting.plan", Role.SECRETARY, body, day=day.isoformat()) as row:
        hour = start or body.start
        if hour is None:
            raise Refused("Skriv, hvornår mødet begynder.")
        if extraordinary and body.statutory and not wanted:
            raise Refused("Skriv, hvem der har bedt om det ekstraordinære møde, og hvorfor.")
        look_at(None, wanted, looked=False)
        meeting = Meeting(body=body, date=day, start=hour, place=_room(place) or body.place)
        meeting.extraordinary, meeting.called_for = extraordinary, wanted
        _make(meeting)
        fill(by, meeting)
        order_by_rule(meeting)
        tell(meeting.pk)
        row.meeting, row.subject = meeting, meeting.id
    return meeting


def plan_year(
    by: Viewer, body: Body, rule: recurrence.Rule, year: int, *, start: time | None = None
) -> list[Meeting]:
    """Plan the year's meetings by the rule, all or none, at the body's own hour unless `start` is given.

    Holidays and days that have a meeting already are left out. `recurrence.days` names the holidays; `Rule.moved`
    says what is to happen with them.
    """
    with begin(by, "meeting.plan_year", Role.SECRETARY, body, year=year) as row:
        taken = set(Meeting.objects.unguarded(WHY).filter(body=body, date__year=year).values_list("date", flat=True))
        free = [day.date for day in recurrence.days(rule, year) if not day.holiday and day.date not in taken]
        row.facts["meetings"] = len(free)
        return [plan_meeting(by, body, day, start=start) for day in free]


def move_meeting(by: Viewer, meeting: Meeting, day: date, start: time, place: str) -> None:
    """Hold the meeting at another time or place. An agenda that is out is not moved: the meeting is cancelled."""
    with act(by, "move", meeting, day=day.isoformat(), start=f"{start:%H:%M}"):
        same_time = Meeting.objects.unguarded(WHY).filter(body=meeting.body, date=day, start=start)
        if same_time.exclude(pk=meeting.pk).exists():
            raise Refused(_taken(meeting.body, day, start))
        Meeting.objects.unguarded(WHY).filter(pk=meeting.pk).update(date=day, start=start, place=_room(place))
        tell(meeting.pk)
    meeting.date, meeting.start, meeting.place = day, start, _room(place)


def _room(typed: str) -> str:
    return wording.line(typed)[: wording.NAME_LENGTH]


def _make(meeting: Meeting) -> None:
    try:
        with transaction.atomic():
            meeting.save(force_insert=True)
    except IntegrityError as twin:
        raise Refused(_taken(meeting.body, meeting.date, meeting.start)) from twin


def _taken(body: Body, day: date, start: time) -> str:
    return f"{body.name} har allerede et møde den {day:%d-%m-%Y} kl. {start:%H.%M}."
