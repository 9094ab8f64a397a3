"""What was promised and is not done: per body, per person, or at the earlier treatments of a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from sagsgang.core.models import Followup, Item, Person
from sagsgang.core.states import FollowupState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.paging import Pager, part
from sagsgang.desk.queries.reach import leads
from sagsgang.paper.model import Access

_ON_A_PAGE = 20
_FIRST_DUE = (F("due_to").asc(nulls_last=True), "id")
_SHOWN = (
    *("text", "due_to", "undated", "owner__name"),
    *("item__public_title", "item__access", "item__case__number", "item__body__name", "item__meeting__date"),
    "item__decision__access",
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One follow-up. `mine`: the viewer answers for it; `led`: the viewer is a secretary of the body.

    `closed`: it was promised in a decision that is kept from the public.
    """

    id: int
    text: str
    owner_id: int
    owner: str
    body: str
    item: int
    title: str
    case: int
    case_number: str
    said_on: date | None
    due: date | None
    undated: bool
    late: bool
    mine: bool
    led: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The follow-ups of one body or person."""

    name: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Following:
    """`by_person`: grouped by who promised, else by body. `mine`: the viewer's own only. `count`, `late`: of all."""

    groups: tuple[Group, ...]
    by_person: bool
    mine: bool
    late: int
    count: int
    pager: Pager


def following(viewer: Viewer, request: HttpRequest, *, by_person: bool, mine: bool) -> Following:
    """A page of the open follow-ups that the viewer may see, what is due first at the top. Two queries."""
    today = timezone.localdate()
    found = _open(viewer, mine=mine)
    group = "owner__name" if by_person else "item__body__name"
    every = list(found.order_by(group, *_FIRST_DUE).values_list("id", "due_to"))
    ids, pager = part([number for number, _ in every], request, _ON_A_PAGE)
    rows = _with_all(Followup.objects.unguarded("they were found among what the viewer sees").filter(id__in=ids))
    return Following(
        groups=tuple(
            _groups([_promise(one, viewer, today) for one in rows.order_by(group, *_FIRST_DUE)], by_person=by_person)
        ),
        by_person=by_person,
        mine=mine,
        late=sum(due is not None and due < today for _, due in every),
        count=len(every),
        pager=pager,
    )


def promised_before(viewer: Viewer, item: Item) -> tuple[Promise, ...]:
    """What was promised at earlier treatments of the case and is open, what is due first at the top. One query.

    As far as the viewer may read it, and no more than fit on a page: a standing item has many treatments.
    """
    found = _open(viewer, mine=False).filter(item__case=item.case_id, item_id__lt=item.pk)
    today = timezone.localdate()
    rows = _with_all(found).order_by(*_FIRST_DUE)[:_ON_A_PAGE]
    return tuple(_promise(one, viewer, today) for one in rows)


@dataclass(frozen=True, slots=True)
class OnePromise:
    """One follow-up to be changed, and who may answer for it."""

    promise: Promise
    people: tuple[tuple[int, str], ...]


def one_promise(viewer: Viewer, number: int) -> OnePromise | None:
    """The follow-up for its body's secretary; None for anybody else. Two queries."""
    found = _with_all(_open(viewer, mine=False)).filter(id=number).first()
    if found is None or not leads(viewer, found.item.body_id):
        return None
    people = Person.objects.filter(active=True).values_list("id", "name")
    return OnePromise(_promise(found, viewer, timezone.localdate()), tuple(people))


def _open(viewer: Viewer, *, mine: bool) -> QuerySet[Followup]:
    found = Followup.objects.visible_to(viewer).filter(state=FollowupState.OPEN)
    return found.filter(owner=viewer.person) if mine else found


def _with_all(found: QuerySet[Followup]) -> QuerySet[Followup]:
    """With what is told of each."""
    return found.select_related("owner", "item__case", "item__body", "item__meeting", "item__decision").only(*_SHOWN)


def _promise(one: Followup, viewer: Viewer, today: date) -> Promise:
    return Promise(
        id=one.id,
        text=one.text,
        owner_id=one.owner_id,
        owner=one.owner.name,
        body=one.item.body.name,
        item=one.item_id,
        title=one.item.public_title,
        case=one.item.case_id,
        case_number=one.item.case.number,
        said_on=one.item.meeting.date if one.item.meeting else None,
        due=one.due_to,
        undated=one.undated,
        late=one.due_to is not None and one.due_to < today,
        mine=one.owner_id == viewer.person,
        led=leads(viewer, one.item.body_id),
        closed=_closed(one.item),
    )


def _closed(item: Item) -> bool:
    decision = getattr(item, "decision", None)
    return {item.access, decision.access if decision else Access.OPEN} != {Access.OPEN}


def read_closed(promises: Iterable[Promise]) -> tuple[int, ...]:
    """The items of which somebody else's promise is shown, and what was decided there is closed."""
    return tuple(one.item for one in promises if one.closed and not one.mine)


def _groups(promises: list[Promise], *, by_person: bool) -> Iterable[Group]:
    def name(promise: Promise) -> str:
        return promise.owner if by_person else promise.body

    for title, found in groupby(promises, name):
        yield Group(title, tuple(found))
