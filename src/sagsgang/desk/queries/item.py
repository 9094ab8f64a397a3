"""One item as its people work with it: texts, recommendation, attachments, route, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, Subquery, prefetch_related_objects
from django.utils.translation import gettext as _

from sagsgang.core.beside import listed
from sagsgang.core.models import Attachment, Body, Item, Point, Section, SectionVersion
from sagsgang.core.offers import Offer, offers
from sagsgang.core.states import ItemState, MeetingState, Standing
from sagsgang.core.viewer import Viewer
from sagsgang.desk.queries.approval_clock import Clock, clock
from sagsgang.desk.queries.became import Became, became
from sagsgang.desk.queries.following import Promise, promised_before
from sagsgang.desk.queries.lacks import Lack, lacks
from sagsgang.desk.queries.reach import leads
from sagsgang.desk.queries.recommendation import mark
from sagsgang.desk.queries.renditions import Rendition, rendition_of
from sagsgang.desk.queries.route import Stop, route_of, stops
from sagsgang.desk.queries.street import seen_by_citizens
from sagsgang.paper.model import Access, SectionKind

# What this page has buttons for; the others stand on the pages of the meeting.
_HERE = ("submit", "approve", "pass_on", "return", "recall", "discard")
_BEFORE_APPROVAL = ("draft", "in_review")


@dataclass(frozen=True, slots=True)
class Part:
    """A section: `edited_by` and `edited_at` tell who wrote it last, where anybody did."""

    id: int
    kind: str
    heading: str
    text: str
    access: str
    basis: str
    version: int
    edited_by: str
    edited_at: datetime | None

    @property
    def shut_key(self) -> str:
        """What its form is known by among those of the attachments."""
        return f"afsnit-{self.id}"

    @property
    def closed(self) -> bool:
        """Whether it is kept from the public; what is unknown is."""
        return self.access != Access.OPEN

    @property
    def is_finances(self) -> bool:
        """Whether "Ingen." may be the whole of it."""
        return self.kind == SectionKind.FINANCES


@dataclass(frozen=True, slots=True)
class File:
    """An attachment (bilag) with what was noticed when it was uploaded."""

    id: int
    place: int
    title: str
    document_number: str
    file_name: str
    size: int
    checksum: str
    pages: int | None
    rendition: Rendition
    warnings: tuple[str, ...]
    closed: bool
    basis: str
    version: int
    up: str
    down: str


@dataclass(frozen=True, slots=True)
class May:
    """What the viewer may do. `write` decides whether texts are fields; `schedule`: whether an agenda waits for it.

    `offers`: the buttons of this page. `shut`: whether the viewer may close what is out. `send_on`: whether it is for
    the viewer to send the case on.
    """

    offers: tuple[Offer, ...]
    write: bool
    schedule: bool
    shut: bool
    send_on: bool


@dataclass(frozen=True, slots=True)
class ItemPage:
    """An item. `promised`: at earlier treatments of the case, and not done.

    `meeting_page`: the name of the page on which the viewer has the meeting, "" for none. `step`: who is to approve
    it now, "" when nobody is. `proposed_by`: of a closed item for those who read something of it, else "".
    """

    id: int
    case_id: int
    case_number: str
    kle_number: str
    document_number: str
    title: str
    inner_title: str
    body_id: int
    body: str
    author: str
    proposed_by: str
    received_on: date | None
    state: str
    item_type: str
    closed: bool
    basis: str
    review_on: date | None
    version: int
    meeting: int | None
    meeting_day: date | None
    meeting_page: str
    on_street: bool
    parts: tuple[Part, ...]
    recommender: str
    points: tuple[str, ...]
    files: tuple[File, ...]
    stops: tuple[Stop, ...]
    promised: tuple[Promise, ...]
    may: May
    lacks: tuple[Lack, ...]
    clock: Clock | None
    after: Became
    step: str

    @property
    def is_draft(self) -> bool:
        """Whether it still is the author's alone."""
        return self.state == "draft"

    @property
    def has_recommendation(self) -> bool:
        """Whether a section asks for the recommendation, so that the points stand there."""
        return any(part.kind == SectionKind.RECOMMENDATION and not part.text for part in self.parts)

    @property
    def points_mark(self) -> str:
        """By which one sees whether somebody changes the points while one writes."""
        return mark(self.points, self.recommender)

    @property
    def holds_closed(self) -> bool:
        """Whether the page shows something that is kept from the public."""
        shown = bool(self.parts or self.files or self.after.kept_reason)
        parts, files = (one.closed for one in self.parts), (one.closed for one in self.files)
        return shown and (self.closed or any(parts) or any(files))

    @property
    def next_point(self) -> int:
        """The number of the empty point."""
        return len(self.points) + 1

    @property
    def order(self) -> str:
        """The ids of the attachments as they stand."""
        return ",".join(str(file.id) for file in self.files)


def item_page(viewer: Viewer, found: Item) -> ItemPage:
    """The item, which `seen_item` found, as the viewer may know it. Seven queries at most, whatever it holds."""
    parts, points, files = _below(viewer, found)
    (texts, inner_title), chain = _apart(parts), _chain(found)
    wanted = tuple(point.text for point in points)
    return ItemPage(
        id=found.id,
        case_id=found.case_id,
        case_number=found.case.number,
        kle_number=found.case.kle_number,
        document_number=found.document_number,
        title=found.public_title,
        inner_title=inner_title,
        body_id=found.body_id,
        body=found.body.name,
        author=found.author.name,
        proposed_by=found.proposed_by if found.access == Access.OPEN or parts or points else "",
        received_on=found.received_on,
        state=found.state,
        item_type=found.item_type,
        closed=found.access != Access.OPEN,
        basis=found.basis,
        review_on=found.review_on,
        version=found.version,
        meeting=found.meeting_id,
        meeting_day=found.meeting.date if found.meeting else None,
        meeting_page=_meeting_page(viewer, found),
        on_street=_on_street(found),
        parts=texts,
        recommender=points[0].recommender if points else "",
        points=wanted,
        files=files,
        stops=stops(found, route_of(found)),
        promised=promised_before(viewer, found),
        may=_may(found, offers(viewer, found, _known(found, chain, parts, points))),
        lacks=lacks(found, texts, wanted, files),
        clock=clock(getattr(found, "next_day", None), found.body) if found.state in _BEFORE_APPROVAL else None,
        after=became(viewer, found),
        step=chain[found.review_step] if found.review_step < len(chain) else "",
    )


def _below(viewer: Viewer, found: Item) -> tuple[tuple[Part, ...], list[Point], tuple[File, ...]]:
    """What hangs below the item, as far as the viewer may know it. Three queries."""
    points = Point.objects.visible_to(viewer).filter(item=found).distinct()
    files = Attachment.objects.visible_to(viewer).filter(item=found).defer("text").distinct()
    return tuple(map(_part, _sections(viewer, found))), list(points), _files(list(files))


def _may(found: Item, offered: Sequence[Offer]) -> May:
    verbs = {offer.verb for offer in offered}
    return May(
        offers=_buttons(offered),
        write="write" in verbs,
        schedule="schedule" in verbs,
        shut="shut" in verbs and _is_out(found),
        send_on=found.meeting is not None and "resume" in verbs,
    )


def _apart(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], str]:
    """The texts, and the title inside the house, which is kept as one of them."""
    title = next((part.text for part in parts if part.kind == Section.TITLE), "")
    return tuple(part for part in parts if part.kind != Section.TITLE), title


def _meeting_page(viewer: Viewer, found: Item) -> str:
    if found.meeting is None:
        return ""
    if leads(viewer, found.body_id):
        return "desk:meeting"
    read = found.number is not None and viewer.receives(found.body_id, found.meeting.date)
    return "desk:read" if read else ""


def _on_street(found: Item) -> bool:
    return found.number is not None and found.meeting is not None and seen_by_citizens(found.meeting, found.body)


def _is_out(found: Item) -> bool:
    """Whether readers outside have something of it."""
    sent = found.meeting is not None and found.meeting.state != MeetingState.PLANNED
    return sent and found.number is not None and found.access == Access.OPEN


def _chain(found: Item) -> tuple[str, ...]:
    """Who approves the item, one after the other; asked only while that is what it waits for."""
    if found.state != ItemState.IN_REVIEW:
        return ()
    prefetch_related_objects([found.body], "steps")  # the rights to approve ask for them, too
    return tuple(step.title for step in found.body.steps.all())


def _known(item: Item, chain: Sequence[str], parts: Iterable[Part], points: Iterable[Point]) -> Standing:
    """What the guards of this page's buttons ask, from what the page has read: those buttons are its readers'."""
    written = any(part.kind == SectionKind.RECOMMENDATION and part.text for part in parts)
    return Standing(
        recommended=written or bool(points),
        titled=bool(item.public_title.strip()),
        basis_missing=item.access == Access.CLOSED and not (item.basis and item.review_on),
        last_step=item.review_step + 1 >= len(chain),
        approved_once=item.review_step > 0,
    )


def _buttons(offered: Iterable[Offer]) -> tuple[Offer, ...]:
    """The verbs of this page, the one that leads on first."""
    here = [offer for offer in offered if offer.verb in _HERE and not _halfway(offer, offered)]
    return tuple(sorted(here, key=lambda offer: _HERE.index(offer.verb)))


def _halfway(offer: Offer, offered: Iterable[Offer]) -> bool:
    """Of the two ways to approve only the one that the chain asks for now is a button."""
    approvable = any(one.verb == "approve" and not one.refusal for one in offered)
    return (offer.verb == "pass_on" and approvable) or (offer.verb == "approve" and not approvable)


def _sections(viewer: Viewer, item: Item) -> Iterable[Section]:
    last = SectionVersion.objects.unguarded("who wrote, not what").filter(section=OuterRef("pk")).order_by("-version")
    found = Section.objects.visible_to(viewer).filter(item=item)
    return found.annotate(
        edited_by=Subquery(last.values("by__name")[:1]), edited_at=Subquery(last.values("at")[:1])
    ).distinct()


def _part(section: Section) -> Part:
    return Part(
        id=section.id,
        kind=section.kind,
        heading=section.heading,
        text=section.text,
        access=section.access,
        basis=section.basis,
        version=section.version,
        edited_by=getattr(section, "edited_by", None) or "",
        edited_at=getattr(section, "edited_at", None),
    )


def _files(rows: list[Attachment]) -> tuple[File, ...]:
    ids = [row.id for row in rows]
    return tuple(
        File(
            id=row.id,
            place=place + 1,
            title=row.title,
            document_number=row.document_number,
            file_name=row.file_name,
            size=row.size,
            checksum=row.checksum,
            pages=row.pages,
            rendition=rendition_of(row),
            warnings=(*(one["message"] for one in row.warnings), *_laid_twice(row, rows)),
            closed=row.access != Access.OPEN,
            basis=row.basis,
            version=row.version,
            up=_swapped(ids, place - 1),
            down=_swapped(ids, place),
        )
        for place, row in enumerate(rows)
    )


def _laid_twice(row: Attachment, rows: list[Attachment]) -> tuple[str, ...]:
    """That another attachment is the same file, byte for byte: allowed, but seldom meant."""
    twins = [place for place, one in enumerate(rows, 1) if one.checksum == row.checksum and one.id != row.id]
    said = _("Den samme fil ligger også som bilag %(places)s. Fjern den ene, hvis det ikke er meningen.")
    return (said % {"places": listed(twins)},) if twins else ()


def _swapped(ids: list[int], place: int) -> str:
    """The order with the two at `place` and after it changed round, "" when there are not two."""
    if place < 0 or place + 1 >= len(ids):
        return ""
    changed = [*ids[:place], ids[place + 1], ids[place], *ids[place + 2 :]]
    return ",".join(str(one) for one in changed)


def bodies_and_route(item: Item) -> tuple[tuple[Body, ...], tuple[int, ...]]:
    """Every active body, and the bodies of the item's route in order: for the editor of the route."""
    return tuple(Body.objects.filter(active=True)), tuple(step.body_id for step in route_of(item))
