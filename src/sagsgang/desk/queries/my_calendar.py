"""One's own meetings for a calendar program: which, when and where, and nothing of what is on the agenda."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from sagsgang.archive.models import Planned
from sagsgang.core import access
from sagsgang.core.commands.calendar import reference_of
from sagsgang.core.models import CalendarKey, Meeting
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.core.viewers import as_viewer
from sagsgang.desk.queries.reach import leads

_BACK = timedelta(days=366)
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Mine:
    """A meeting of one's own. `revision` and `changed` are those of the plan; `led`: its secretary looks."""

    id: int
    revision: int
    changed: datetime
    body: str
    day: date
    start: time
    end: time | None
    place: str
    cancelled: bool
    led: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """Whose calendar it is, and its meetings from a year back on, in order."""

    name: str
    meetings: tuple[Mine, ...]


def own_key(viewer: Viewer) -> str:
    """The viewer's key; "" where there is none yet."""
    found = CalendarKey.objects.visible_to(viewer).first()
    return found.key if found else ""


def opened(key: str) -> Calendar | None:
    """The calendar that `key` opens; None for a key that opens none, and for somebody who has left. Four queries."""
    rows = CalendarKey.objects.unguarded("the key is the right").select_related("person")
    found = rows.filter(key=key).first()
    viewer = as_viewer(found.person) if found else None
    return Calendar(viewer.name, _meetings(viewer, found.made_at)) if found and viewer else None


def _meetings(viewer: Viewer, otherwise: datetime) -> tuple[Mine, ...]:
    """The meetings of the days on which the viewer has a seat, and those that they lead."""
    own = access.seated(viewer, "") | Q(body__in=viewer.bodies(Role.SECRETARY))
    since = timezone.localdate() - _BACK
    rows = Meeting.objects.visible_to(viewer).filter(own, date__gte=since).select_related("body")
    found = sorted(rows.order_by("-date", "-start")[:_MOST], key=lambda one: (one.date, one.start, one.pk))
    plans = {
        plan.reference: plan for plan in Planned.objects.filter(reference__in=[reference_of(one.pk) for one in found])
    }
    return tuple(_mine(viewer, one, plans.get(reference_of(one.pk)), otherwise) for one in found)


def _mine(viewer: Viewer, meeting: Meeting, plan: Planned | None, otherwise: datetime) -> Mine:
    """The plan counts what was moved and cancelled; that the meeting ended is one change more."""
    return Mine(
        id=meeting.pk,
        revision=(plan.revision if plan else 0) + (meeting.end is not None),
        changed=plan.changed_at if plan else otherwise,
        body=meeting.body.name,
        day=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        cancelled=meeting.state == MeetingState.CANCELLED,
        led=leads(viewer, meeting.body_id),
    )
