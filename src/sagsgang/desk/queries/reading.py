"""A meeting as one member reads it: each item with the texts that are theirs, and their own notes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Exists, OuterRef, Subquery

from sagsgang.core.beside import beside, listed
from sagsgang.core.models import (
    Attachment,
    Correction,
    Decision,
    Highlight,
    Item,
    Meeting,
    Note,
    Point,
    Presence,
    Section,
    Signature,
)
from sagsgang.core.passages import Span
from sagsgang.core.protocol import Told, attended, protocol, told_at
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.desk.keeping import key_of
from sagsgang.desk.queries.head import Head, head
from sagsgang.desk.queries.highlights import Marked, Marks, marks, own
from sagsgang.paper.model import Access

Row = TypeVar("Row", Section, Point, Attachment)
_TREATED = (MeetingState.RUNNING, MeetingState.HELD, MeetingState.MINUTED, MeetingState.PUBLISHED)
_SHOWN = (ItemState.SCHEDULED, ItemState.DECIDED, ItemState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Text:
    """A section; `closed`: it may not be passed on. `spans`: what the viewer has marked in it."""

    heading: str
    text: str
    closed: bool
    section: int = 0
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """An item. `kept_from`: the viewer has a conflict of interest, so nothing of it is here.

    `minutes_of`: the earlier meeting whose minutes it approves.
    """

    id: int
    number: int | None
    title: str
    inner_title: str
    closed: bool
    supplement: bool
    state: str
    item_type: str
    withdrawn_reason: str
    kept_from: bool
    texts: tuple[Text, ...]
    recommender: str
    recommended: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    decision: str
    protocol: tuple[Text, ...]
    note: str
    together: str
    highlights: tuple[Marked, ...]
    minutes_of: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole agenda, or minutes; `changed_at`: when the agenda was supplemented.

    `present`, `absent`: who was there and who was not, once the meeting has begun. `corrections`: of its minutes.
    """

    head: Head
    items: tuple[Read, ...]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    corrections: tuple[Correction, ...]
    changed_at: datetime | None
    signed: bool
    may_sign: bool
    wording: int
    keep_key: str

    @property
    def now(self) -> Read | None:
        """The item that is being treated: the first without a decision, while the meeting runs."""
        waiting = (item for item in self.items if item.state == ItemState.SCHEDULED)
        return next(waiting, None) if self.head.running else None


def reading(viewer: Viewer, meeting: Meeting, *, marked: bool = False) -> Reading:
    """The meeting for a member of its body, `marked`: with their highlights in its texts.

    Five queries, two more when it is held, and one when its minutes are published, however many items.
    """
    hanging = _hanging(viewer, meeting, own(viewer, meeting) if marked else {})
    rows = list(_items(viewer, meeting))
    together = beside(rows)
    told = told_at(rows, meeting) if meeting.state in _TREATED else {}
    present, absent = attended(told)
    items = tuple(_read(item, hanging, listed(together.get(item.id, ())), told.get(item.id, ())) for item in rows)
    held = meeting.state == MeetingState.HELD
    signed = held and Signature.objects.filter(meeting=meeting, person=viewer.person).exists()
    return Reading(
        head=head(meeting),
        items=items,
        present=present,
        absent=absent,
        corrections=_corrections(meeting),
        changed_at=meeting.supplemented_at,
        signed=signed,
        may_sign=held and not signed and viewer.sits(meeting.body_id, meeting.date),
        wording=meeting.wording,
        keep_key=key_of(viewer),
    )


def _corrections(meeting: Meeting) -> tuple[Correction, ...]:
    """What was added to the minutes after they were published."""
    if meeting.state != MeetingState.PUBLISHED:
        return ()
    return tuple(meeting.corrections.order_by("added_on", "id"))


@dataclass(frozen=True, slots=True)
class _Hanging:
    """What hangs below the items, by the item's id."""

    sections: dict[int, list[Section]]
    points: dict[int, list[Point]]
    attachments: dict[int, list[Attachment]]
    highlights: dict[int, list[Highlight]]


def _hanging(viewer: Viewer, meeting: Meeting, highlights: dict[int, list[Highlight]]) -> _Hanging:
    here = {"item__meeting": meeting}
    return _Hanging(
        sections=_by_item(Section.objects.visible_to(viewer).filter(**here)),
        points=_by_item(Point.objects.visible_to(viewer).filter(**here)),
        attachments=_by_item(Attachment.objects.visible_to(viewer).filter(**here)),
        highlights=highlights,
    )


def _by_item(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.item_id].append(row)
    return found


def _items(viewer: Viewer, meeting: Meeting) -> Iterable[Item]:
    """The items, each with the viewer's conflict and note, and the decision where the viewer may read it."""
    conflicts = Presence.objects.filter(item=OuterRef("pk"), person=viewer.person, conflict=True)
    notes = Note.objects.visible_to(viewer).filter(item=OuterRef("pk"))
    decisions = Decision.objects.visible_to(viewer).filter(item=OuterRef("pk"))
    found = Item.objects.visible_to(viewer).filter(meeting=meeting, state__in=_SHOWN)
    marked = found.annotate(
        kept_from=Exists(conflicts),
        noted=Subquery(notes.values("text")[:1]),
        said=Subquery(decisions.values("text")[:1]),
    )
    return marked.order_by("position", "number", "id")


def _read(item: Item, hanging: _Hanging, together: str, told: Sequence[Told]) -> Read:
    kept_from = bool(getattr(item, "kept_from", False))
    said = "" if kept_from else (getattr(item, "said", "") or "").strip()
    sections = [] if kept_from else hanging.sections.get(item.id, [])
    points = [] if kept_from else hanging.points.get(item.id, [])
    marked = Marks() if kept_from else marks(hanging.highlights.get(item.id, ()), sections)
    return Read(
        id=item.id,
        number=item.number,
        title=item.public_title,
        inner_title=next((one.text for one in sections if one.kind == Section.TITLE), ""),
        closed=item.access == Access.CLOSED,
        supplement=item.supplement,
        state=item.state,
        item_type=item.item_type,
        withdrawn_reason=item.withdrawn_reason,
        kept_from=kept_from,
        texts=tuple(_texts(sections, marked)),
        recommender=points[0].recommender if points else "",
        recommended=tuple(point.text for point in points),
        attachments=() if kept_from else tuple(hanging.attachments.get(item.id, ())),
        decision=said,
        protocol=_protocol(points, told) if said else (),
        note=getattr(item, "noted", "") or "",
        together=together,
        highlights=marked.passages,
        minutes_of=item.minutes_of_id,
    )


def _protocol(points: Sequence[Point], told: Sequence[Told]) -> tuple[Text, ...]:
    """What the minutes say besides: members approve that too."""
    found = protocol(points, Access.CLOSED, told)
    return tuple(Text(one.heading, one.text, closed=False) for one in found)


def _texts(sections: Iterable[Section], marked: Marks) -> Iterable[Text]:
    for one in sections:
        if one.kind != Section.TITLE and one.text.strip():
            yield Text(one.heading, one.text, one.access == Access.CLOSED, one.pk, marked.of(one.pk))
