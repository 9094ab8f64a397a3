"""What waits for one's approval, with the clock, what is recommended, and what it costs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q

from sagsgang.core.models import Item, Point, Section
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.queries.approval_clock import Clock, clock, next_meetings
from sagsgang.paper.model import Access, SectionKind

_MANY = 100
_SHOWN = (SectionKind.SUMMARY, SectionKind.PRESENTATION, SectionKind.FINANCES, SectionKind.RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item to approve. `last`: with this approval it is ready; `untouched`: nobody has approved it.

    What is closed is not among the texts: it is read on the item's own page, where the reading is noted.
    """

    id: int
    title: str
    body: str
    case_number: str
    author: str
    item_type: str
    closed: bool
    attachments: int
    recommender: str
    points: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    step: str
    last: bool
    untouched: bool
    clock: Clock | None


@dataclass(frozen=True, slots=True)
class Queue:
    """`mine` waits for the viewer; `others` the viewer wrote, and waits for somebody else."""

    mine: tuple[Waiting, ...]
    others: tuple[Waiting, ...]


def queue(viewer: Viewer) -> Queue:
    """What is in review and the viewer's to approve, the most pressing first, or their own. Five queries."""
    items = list(_items(viewer))
    points, texts = _points(viewer, items), _texts(viewer, items)
    coming = next_meetings(viewer, (item.body_id for item in items))
    rows = [
        (item, _waiting(item, points[item.id], texts[item.id], clock(coming.get(item.body_id), item.body)))
        for item in items
    ]
    rows.sort(key=lambda row: (row[1].clock is None, row[1].clock.deadline if row[1].clock else None, row[0].id))
    return Queue(
        mine=tuple(shown for item, shown in rows if item.author_id != viewer.person),
        others=tuple(shown for item, shown in rows if item.author_id == viewer.person),
    )


def _items(viewer: Viewer) -> Iterable[Item]:
    turn = Q(author=viewer.person)
    for body, step in viewer.approves:
        turn |= Q(body=body, review_step=step)
    turn |= Q(body__in=viewer.bodies(Role.SECRETARY), chain=0)
    found = Item.objects.visible_to(viewer).filter(state=ItemState.IN_REVIEW)
    counted = found.annotate(chain=Count("body__steps", distinct=True), files=Count("attachments", distinct=True))
    return (
        counted.filter(turn)
        .select_related("case", "body", "author")
        .prefetch_related("body__steps")
        .order_by(F("id"))[:_MANY]
    )


def _points(viewer: Viewer, items: Iterable[Item]) -> dict[int, list[Point]]:
    found: dict[int, list[Point]] = defaultdict(list)
    for point in Point.objects.visible_to(viewer).filter(item__in=[item.id for item in items]).distinct():
        found[point.item_id].append(point)
    return found


def _texts(viewer: Viewer, items: Iterable[Item]) -> dict[int, list[Section]]:
    """The open ones; a closed recommendation takes its points with it."""
    found: dict[int, list[Section]] = defaultdict(list)
    wanted = Section.objects.visible_to(viewer).filter(item__in=[item.id for item in items], kind__in=_SHOWN)
    for section in wanted.filter(access=Access.OPEN, item__access=Access.OPEN).distinct():
        found[section.item_id].append(section)
    return found


def _waiting(item: Item, points: list[Point], texts: list[Section], its_clock: Clock | None) -> Waiting:
    chain = list(item.body.steps.all())
    if not any(section.kind == SectionKind.RECOMMENDATION for section in texts):
        points = []
    return Waiting(
        id=item.id,
        title=item.public_title,
        body=item.body.name,
        case_number=item.case.number,
        author=item.author.name,
        item_type=item.item_type,
        closed=item.access != Access.OPEN,
        attachments=getattr(item, "files", 0),
        recommender=points[0].recommender if points else "",
        points=tuple(point.text for point in points),
        texts=tuple((section.heading, section.text) for section in texts if section.text),
        step=chain[item.review_step].title if item.review_step < len(chain) else "",
        last=item.review_step + 1 >= len(chain),
        untouched=item.review_step == 0,
        clock=its_clock,
    )
