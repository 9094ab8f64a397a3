"""The board "Hvor er sagen?": every treatment that is under way, in the column of how far it is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.core.models import Body, Item, Meeting, RouteStep, StepState
from sagsgang.core.rules.routes import Leg, forecast
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access

_UNDER_WAY = (ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.APPROVED, ItemState.SCHEDULED)
# Of all bodies together the oldest are shown; of one body, all that anybody could look through.
_MOST, _MOST_OF_ONE = 30, 400


@dataclass(frozen=True, slots=True)
class Card:
    """One treatment. `route`: the bodies of its way and how far each is; `forecast`: when the last one decides."""

    item: int
    case: int
    title: str
    case_number: str
    author: str
    closed: bool
    meeting: date | None
    route: tuple[tuple[str, str], ...]
    forecast: date | None


@dataclass(frozen=True, slots=True)
class Column:
    """The treatments of one body that have come equally far."""

    state: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One body with its columns."""

    name: str
    columns: tuple[Column, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The board; `bodies` to choose from. `count` are under way, of which the oldest `shown` are on the board."""

    lanes: tuple[Lane, ...]
    bodies: tuple[tuple[int, str], ...]
    chosen: int | None
    count: int
    shown: int


def pipeline(viewer: Viewer, chosen: int | None) -> Pipeline:
    """The treatments under way that the viewer may see. Five queries."""
    under_way = _under_way(viewer, chosen)
    items = list(under_way.order_by("created_at", "id")[: _MOST_OF_ONE if chosen else _MOST])
    ways = _ways(items)
    days = _days()
    lanes: dict[str, dict[ItemState, list[Card]]] = {}
    for item in items:
        lane = lanes.setdefault(item.body.name, {state: [] for state in _UNDER_WAY})
        lane[ItemState(item.state)].append(_card(item, ways[item.id], days))
    bodies = frozenset(body for body, _ in viewer.roles)
    return Pipeline(
        lanes=tuple(_lane(name, lanes[name]) for name in sorted(lanes)),
        bodies=tuple(Body.objects.filter(id__in=bodies).values_list("id", "name")),
        chosen=chosen,
        count=under_way.count(),
        shown=len(items),
    )


def _under_way(viewer: Viewer, chosen: int | None) -> QuerySet[Item]:
    found = Item.objects.visible_to(viewer).filter(state__in=_UNDER_WAY, series=None)
    if chosen:
        found = found.filter(body=chosen)
    return found.select_related("body", "case", "author", "meeting")


def _ways(items: Iterable[Item]) -> dict[int, list[RouteStep]]:
    ways: dict[int, list[RouteStep]] = defaultdict(list)
    for step in RouteStep.objects.filter(item__in=[item.id for item in items]).select_related("body"):
        ways[step.item_id].append(step)
    return ways


def _days() -> dict[int, tuple[date, ...]]:
    """The days on which each body meets from now on."""
    days: dict[int, list[date]] = defaultdict(list)
    coming = Meeting.objects.unguarded("a date of a meeting is no secret").filter(
        date__gte=timezone.localdate(), state__in=(MeetingState.PLANNED, MeetingState.ANNOUNCED)
    )
    for body, day in coming.order_by("date").values_list("body_id", "date"):
        days[body].append(day)
    return {body: tuple(found) for body, found in days.items()}


def _card(item: Item, way: list[RouteStep], days: dict[int, tuple[date, ...]]) -> Card:
    return Card(
        item=item.id,
        case=item.case_id,
        title=item.public_title,
        case_number=item.case.number,
        author=item.author.name,
        closed=item.access == Access.CLOSED,
        meeting=item.meeting.date if item.meeting else None,
        route=tuple((step.body.abbreviation or step.body.name, _place(step, item)) for step in way),
        forecast=_forecast(item, way, days),
    )


def _forecast(item: Item, way: list[RouteStep], days: dict[int, tuple[date, ...]]) -> date | None:
    """When the last body of the way decides; the present one first, unless it has its day already."""
    ahead = [step.body for step in way if step.position > item.step and step.state == StepState.PLANNED]
    bodies = ahead if item.meeting else [item.body, *ahead]
    ready = item.meeting.date if item.meeting else timezone.localdate()
    return forecast(ready, [Leg(days.get(body.id, ()), body.notice_days) for body in bodies])


def _place(step: RouteStep, item: Item) -> str:
    if step.state in {StepState.SKIPPED, StepState.STOPPED}:
        return "dropped"
    if step.position == item.step:
        return "here"
    return "done" if step.position < item.step else "ahead"


def _lane(name: str, found: dict[ItemState, list[Card]]) -> Lane:
    columns = tuple(Column(state, tuple(cards)) for state, cards in found.items())
    return Lane(name, columns, sum(len(column.cards) for column in columns))
