"""The meetings of the bodies that somebody is a secretary of, month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Count, Q
from django.utils import timezone

from sagsgang.core.models import Body, Meeting
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.queries.head import SHOWN, Head, head

_DONE = (MeetingState.PUBLISHED, MeetingState.CANCELLED)
_ON_AGENDA = Q(items__state__in=(ItemState.SCHEDULED, ItemState.DECIDED))
_MOST = 100
_LATEST = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting with how many items stand on its agenda."""

    head: Head
    items: int


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of one month."""

    first: date
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A body to pick."""

    id: int
    name: str
    start: str
    place: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """`unfinished`: meetings before today whose minutes are not out yet, the oldest first."""

    bodies: tuple[Choice, ...]
    chosen: int | None
    unfinished: tuple[Row, ...]
    months: tuple[Month, ...]
    past: tuple[Row, ...]
    today: date


def calendar(viewer: Viewer, chosen: int | None) -> Calendar:
    """All coming meetings, those that want something, and the latest of the rest. Four queries."""
    led = viewer.bodies(Role.SECRETARY)
    bodies = {chosen} & led if chosen else led
    today = timezone.localdate()
    found = Meeting.objects.visible_to(viewer).filter(body__in=bodies).select_related("body").only(*SHOWN)
    counted = found.annotate(on_agenda=Count("items", filter=_ON_AGENDA))
    coming = counted.filter(date__gte=today).order_by("date", "start")[:_MOST]
    earlier = counted.filter(date__lt=today, date__gte=today - timedelta(days=400))
    unfinished = earlier.exclude(state__in=_DONE).order_by("date", "start")[:_MOST]
    latest = earlier.filter(state__in=_DONE).order_by("-date", "-start")  # what counts is not ordered by itself
    return Calendar(
        bodies=tuple(_choices(led)),
        chosen=chosen,
        unfinished=tuple(map(_row, unfinished)),
        months=_months(_row(meeting) for meeting in coming),
        past=tuple(map(_row, latest[:_LATEST])),
        today=today,
    )


def _choices(led: frozenset[int]) -> Iterable[Choice]:
    for body in Body.objects.filter(id__in=led, active=True).only("name", "start", "place"):
        yield Choice(body.id, body.name, body.start.strftime("%H:%M") if body.start else "", body.place)


def _row(meeting: Meeting) -> Row:
    return Row(head(meeting), getattr(meeting, "on_agenda", 0))


def _months(rows: Iterable[Row]) -> tuple[Month, ...]:
    grouped = groupby(rows, lambda row: row.head.date.replace(day=1))
    return tuple(Month(first, tuple(found)) for first, found in grouped)
