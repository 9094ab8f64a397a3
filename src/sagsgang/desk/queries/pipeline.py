"""The board "Hvor er sagen?": every treatment that is under way or waits, in the column of how far it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.core.models import Body, Item, Meeting, RouteStep, StepState
from sagsgang.core.rules.routes import Leg, forecast
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.waiting import Wait, wait_of, waiting
from sagsgang.paper.model import Access

_UNDER_WAY = (ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.APPROVED, ItemState.SCHEDULED)
# Of all bodies together the oldest of each kind are shown; of one body, all that anybody could look through.
_MOST, _MOST_OF_ONE = 15, 400
_SHOWN = (
    *("state", "step", "public_title", "access", "withdrawn_reason", "body__name", "body__notice_days"),
    *("case__number", "author__name", "meeting__date"),
    *("decision__outcome", "decision__text", "decision__access"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One treatment. `route`: the bodies of its way and how far each is; `forecast`: when the last one decides.

    `wait`: why it waits to be taken up again, None for what is under way; `state` is "" then.
    """

    state: str
    item: int
    title: str
    case_number: str
    author: str
    closed: bool
    meeting: date | None
    route: tuple[tuple[str, str], ...]
    forecast: date | None
    wait: Wait | None


@dataclass(frozen=True, slots=True)
class Column:
    """The treatments of one body that have come equally far. `state` is "" where they wait to be taken up again."""

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
    """The board; `bodies` to choose from. `count` are under way, of which the oldest `shown` are on the board.

    `waiting` wait to be taken up again, of which the oldest `waiting_shown` are there.
    """

    lanes: tuple[Lane, ...]
    bodies: tuple[tuple[int, str], ...]
    chosen: int | None
    count: int
    shown: int
    waiting: int
    waiting_shown: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of a route, read without the rows around it: there are several for every card."""

    item: int
    position: int
    state: str
    body: int
    name: str
    abbreviation: str
    notice_days: int | None


def pipeline(viewer: Viewer, chosen: int | None) -> Pipeline:
    """The treatments under way and those that wait, as far as the viewer may see them. Six queries."""
    moving = _oldest(Item.objects.visible_to(viewer).filter(state__in=_UNDER_WAY, series=None), chosen)
    left = _oldest(waiting(viewer), chosen)
    most = _MOST_OF_ONE if chosen else _MOST
    items = list(_rows((*moving[:most], *left[:most])))
    bodies = frozenset(body for body, _ in viewer.roles)
    return Pipeline(
        lanes=_lanes(_cards(items)),
        bodies=tuple(Body.objects.filter(id__in=bodies).values_list("id", "name")),
        chosen=chosen,
        count=len(moving),
        shown=len(moving[:most]),
        waiting=len(left),
        waiting_shown=len(left[:most]),
    )


def _oldest(found: QuerySet[Item], chosen: int | None) -> list[int]:
    """Their ids, the oldest first: of the chosen body, or of all. It counts them, too, without asking twice."""
    of_body = found.filter(body=chosen) if chosen else found
    return list(of_body.order_by("created_at", "id").values_list("id", flat=True))


def _rows(shown: Sequence[int]) -> QuerySet[Item]:
    items = Item.objects.unguarded("they were found among what the viewer sees").filter(id__in=shown)
    return (
        items.select_related("body", "case", "author", "meeting", "decision")
        .only(*_SHOWN)
        .order_by("created_at", "id")
    )


def _cards(items: Sequence[Item]) -> Iterator[tuple[str, Card]]:
    """Each with the name of its body."""
    ways, days = _ways(items), _days()
    for item in items:
        yield item.body.name, _card(item, ways[item.id], days)


def _lanes(cards: Iterable[tuple[str, Card]]) -> tuple[Lane, ...]:
    lanes: dict[str, dict[str, list[Card]]] = {}
    for body, card in cards:
        lanes.setdefault(body, {state: [] for state in (*_UNDER_WAY, "")})[card.state].append(card)
    return tuple(_lane(name, lanes[name]) for name in sorted(lanes))


def _ways(items: Iterable[Item]) -> dict[int, list[_Step]]:
    ways: dict[int, list[_Step]] = defaultdict(list)
    steps = RouteStep.objects.filter(item__in=[item.id for item in items])
    named = ("item_id", "position", "state", "body_id", "body__name", "body__abbreviation", "body__notice_days")
    for row in steps.values_list(*named):
        ways[row[0]].append(_Step(*row))
    return ways


def _days() -> dict[int, tuple[date, ...]]:
    """The days of the meetings from now on that may still take a case: an agenda that is out takes none."""
    days: dict[int, list[date]] = defaultdict(list)
    coming = Meeting.objects.unguarded("a date of a meeting is no secret").filter(
        date__gte=timezone.localdate(), state=MeetingState.PLANNED
    )
    for body, day in coming.order_by("date").values_list("body_id", "date"):
        days[body].append(day)
    return {body: tuple(found) for body, found in days.items()}


def _card(item: Item, way: list[_Step], days: dict[int, tuple[date, ...]]) -> Card:
    wait = wait_of(item)
    return Card(
        state="" if wait else item.state,
        item=item.id,
        title=item.public_title,
        case_number=item.case.number,
        author=item.author.name,
        closed=item.access == Access.CLOSED,
        meeting=item.meeting.date if item.meeting else None,
        route=tuple((step.abbreviation or step.name, _place(step, item)) for step in way),
        forecast=_forecast(item, way, days),
        wait=wait,
    )


def _forecast(item: Item, way: list[_Step], days: dict[int, tuple[date, ...]]) -> date | None:
    """When the last body of the way decides; the present one first, unless it has its day already."""
    steps = (step for step in way if step.position > item.step and step.state == StepState.PLANNED)
    ahead = [Leg(days.get(step.body, ()), step.notice_days) for step in steps]
    if item.meeting:
        return forecast(item.meeting.date, ahead)
    return forecast(timezone.localdate(), [Leg(days.get(item.body_id, ()), item.body.notice_days), *ahead])


def _place(step: _Step, item: Item) -> str:
    if step.state in {StepState.SKIPPED, StepState.STOPPED}:
        return "dropped"
    if step.position == item.step:
        return "here"
    return "done" if step.position < item.step else "ahead"


def _lane(name: str, found: dict[str, list[Card]]) -> Lane:
    """The column of what waits stands there only where something does."""
    columns = tuple(Column(state, tuple(cards)) for state, cards in found.items() if state or cards)
    return Lane(name, columns, sum(len(column.cards) for column in columns))
