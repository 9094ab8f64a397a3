"""The agenda while it is put together: its items in order, what waits to come on it, and what may be done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Q

from sagsgang.core.beside import beside, listed
from sagsgang.core.commands.last_minutes import to_approve
from sagsgang.core.commands.sending import unsent_remarks
from sagsgang.core.models import Item, Meeting, Section
from sagsgang.core.numbering import upcoming
from sagsgang.core.offers import Offer, offers
from sagsgang.core.standing import ON_AGENDA, is_late, touched
from sagsgang.core.states import LATE, ItemState, MeetingState, Standing
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.head import Head, head
from sagsgang.desk.queries.substitutes import Substitutes, substitutes
from sagsgang.paper.model import Access

_SHOWN = (ItemState.SCHEDULED, ItemState.DECIDED, ItemState.WITHDRAWN)
_WAITING = (ItemState.IN_REVIEW, ItemState.APPROVED)


@dataclass(frozen=True, slots=True)
class Line:
    """An item on the agenda or waiting. `inner_title`: what a closed item is called among those who may know.

    `together`: the numbers of the items that it is taken together with, "4 og 5"; "" for none.
    """

    id: int
    number: int | None
    title: str
    inner_title: str
    closed: bool
    standing: bool
    supplement: bool
    state: str
    item_type: str
    author: str
    case_number: str
    attachments: int
    withdrawn_reason: str
    unsent: bool
    since: date
    together: str = ""

    @property
    def gone(self) -> bool:
        """Whether it was taken off an agenda that had been sent."""
        return self.state == ItemState.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Agenda:
    """`ready` may be put on; `coming` is still being approved. `offers` by their verbs.

    `remarked`: a remark was added that readers get with a supplement. `last_minutes`: the day of the last meeting,
    when its minutes may be put on to be approved.
    """

    head: Head
    lines: tuple[Line, ...]
    ready: tuple[Line, ...]
    coming: tuple[Line, ...]
    offers: dict[str, Offer]
    substitutes: Substitutes
    remarked: bool
    last_minutes: date | None

    @property
    def order(self) -> str:
        """The ids of the items in order, as the form sends them back."""
        return ",".join(str(line.id) for line in self.lines if not line.gone)

    @property
    def sending(self) -> Offer | None:
        """Sending the agenda, or a supplement when there is one; a refusal that the gate's page answers is none."""
        new = self.remarked or any(line.supplement and line.unsent for line in self.lines)
        offer = self.offers.get("announce") or (self.offers.get("supplement") if new else None)
        return replace(offer, refusal="") if offer and offer.refusal == LATE else offer


def agenda(viewer: Viewer, meeting: Meeting) -> Agenda:
    """The agenda of a meeting that the viewer leads. About eight queries, whatever the number of items."""
    items = list(_items(viewer, meeting))
    titles = _titles(viewer, items)
    on_it = sorted((item for item in items if item.state in _SHOWN), key=lambda item: (item.position, item.id))
    numbers = upcoming(meeting, on_it)
    beside_it = {one: listed(others) for one, others in beside(on_it, numbers).items()}
    lines = {item.id: replace(_line(item, titles, numbers), together=beside_it.get(item.id, "")) for item in items}
    waiting = [item for item in items if item.state in _WAITING]
    return Agenda(
        head=head(meeting),
        lines=tuple(lines[item.id] for item in on_it),
        ready=tuple(lines[item.id] for item in waiting if item.state == ItemState.APPROVED),
        coming=tuple(lines[item.id] for item in waiting if item.state == ItemState.IN_REVIEW),
        offers={offer.verb: offer for offer in offers(viewer, meeting, _known(meeting, on_it))},
        substitutes=substitutes(meeting),
        remarked=meeting.state == MeetingState.ANNOUNCED and unsent_remarks(meeting).exists(),
        last_minutes=_last_minutes(meeting),
    )


def _last_minutes(meeting: Meeting) -> date | None:
    last = to_approve(meeting) if meeting.state == MeetingState.PLANNED else None
    return last.date if last else None


def order(viewer: Viewer, meeting: Meeting) -> list[int]:
    """The ids of the items on the agenda, in order."""
    found = Item.objects.visible_to(viewer).filter(
        meeting=meeting, state__in=(ItemState.SCHEDULED, ItemState.DECIDED)
    )
    return list(found.order_by("position", "id").values_list("id", flat=True))


def numbers(viewer: Viewer, meeting: Meeting) -> dict[int, int]:
    """The number of each item, the one that it has or would get."""
    items = list(Item.objects.visible_to(viewer).filter(meeting=meeting, state__in=_SHOWN).order_by("position", "id"))
    given = {item.id: item.number for item in items if item.number}
    return {**upcoming(meeting, items), **given}


def _known(meeting: Meeting, items: Iterable[Item]) -> Standing:
    """What the guards ask of an agenda, the gate's findings apart: its own page has those."""
    count = sum(item.state in ON_AGENDA for item in items)
    said_why = bool(meeting.late_reason.strip())
    return Standing(items=count, late=is_late(meeting), late_reason=said_why, touched=touched(meeting))


def _items(viewer: Viewer, meeting: Meeting) -> Iterable[Item]:
    """What stands on the agenda, and what waits for one in the same body."""
    on_it = Q(meeting=meeting, state__in=_SHOWN)
    waiting = Q(body=meeting.body, state__in=_WAITING)
    found = Item.objects.visible_to(viewer).filter(on_it | waiting).select_related("case", "author")
    return found.annotate(files=Count("attachments", distinct=True)).order_by("created_at")


def _titles(viewer: Viewer, items: Iterable[Item]) -> dict[int, str]:
    """The inner titles of closed items, by the item's id."""
    closed = [item.id for item in items if item.access == Access.CLOSED]
    found = Section.objects.visible_to(viewer).filter(item__in=closed, kind=Section.TITLE)
    return dict(found.values_list("item_id", "text"))


def _line(item: Item, titles: dict[int, str], numbers: dict[int, int]) -> Line:
    return Line(
        id=item.id,
        number=item.number or numbers.get(item.id),
        title=item.public_title,
        inner_title=titles.get(item.id, ""),
        closed=item.access == Access.CLOSED,
        standing=item.series_id is not None,
        supplement=item.supplement,
        state=item.state,
        item_type=item.item_type,
        author=item.author.name,
        case_number=item.case.number,
        attachments=getattr(item, "files", 0),
        withdrawn_reason=item.withdrawn_reason,
        unsent=item.number is None,
        since=item.created_at.date(),
    )
