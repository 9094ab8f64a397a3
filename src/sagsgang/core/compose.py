"""The only bridge from rows to paper: a meeting becomes its full Paper, closed parts included. `redact` opens it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from django.conf import settings
from django.db.models import Prefetch, Q, prefetch_related_objects

from sagsgang.core.beside import beside, taken_together
from sagsgang.core.files import public_file
from sagsgang.core.headings import SHUT
from sagsgang.core.models import Attachment, Decision, Item, Meeting, Point, RouteStep, Section
from sagsgang.core.numbering import upcoming
from sagsgang.core.protocol import Told, attended, protocol, told_at
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.danish.outcomes import Outcome, OutcomeKind, PointOutcome
from sagsgang.paper import model, withdrawn
from sagsgang.paper.decide import decide
from sagsgang.paper.model import Access, ItemType, Paper, PaperKind, SectionKind

WHY = "the paper of a meeting is made by a command that has asked for the right"
_PRINTED = (ItemState.SCHEDULED, ItemState.DECIDED, ItemState.WITHDRAWN)


def compose(meeting: Meeting, kind: PaperKind, *, draft: bool = False) -> Paper:
    """The full paper of the meeting as it is now. Five queries for an agenda, seven for minutes, however many items.

    `draft`: also the items without a number, under the number that they would get if it were sent now.
    """
    return printed(meeting, kind, items_of(meeting, draft=draft))


def printed(meeting: Meeting, kind: PaperKind, items: Sequence[Item]) -> Paper:
    """The paper with these items, as `items_of` reads them."""
    minutes = kind is PaperKind.MINUTES
    told = told_at(items, meeting) if minutes else {}
    present, absent = attended(told)
    together = beside(items)
    return Paper(
        kind=kind,
        authority=settings.AUTHORITY,
        body=meeting.body.name,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end if minutes else None,
        place=meeting.place or None,
        members=present,
        absences=absent,
        remarks=_remarks(meeting, items, minutes=minutes),
        items=tuple(
            _item(item, meeting, together.get(item.id, ()), told.get(item.id, ()), minutes=minutes) for item in items
        ),
    )


def items_of(meeting: Meeting, *, draft: bool, **asked: Q) -> list[Item]:
    """The items that are printed, in the order of the agenda, with all that hangs below them.

    `asked`: what the caller wants to know of each besides, by the name that it gets.
    """
    items = [item for item in _treatments(meeting, asked) if _is_printed(item, meeting) and (draft or item.number)]
    earlier = {one.pk: one for item in items for one in _before(item)}
    sections = Prefetch("sections", Section.objects.unguarded(WHY))
    attachments = Prefetch("attachments", Attachment.objects.unguarded(WHY))
    prefetch_related_objects(items, sections, attachments)
    points = Prefetch("points", Point.objects.unguarded(WHY))
    route = Prefetch("route", RouteStep.objects.select_related("body"))
    prefetch_related_objects([*items, *earlier.values()], points, route)
    coming = upcoming(meeting, items) if draft else {}
    for item in items:
        item.number = item.number or coming.get(item.id)
    return sorted((item for item in items if item.number), key=lambda item: item.number or 0)


def _is_printed(item: Item, meeting: Meeting) -> bool:
    return item.meeting_id == meeting.pk and item.state in _PRINTED


def _treatments(meeting: Meeting, asked: Mapping[str, Q]) -> Iterable[Item]:
    """The meeting's items and the earlier treatments of their cases, each knowing the one before it. One query."""
    here = meeting.items.unguarded(WHY)
    before = Item.objects.unguarded(WHY).filter(case__in=here.filter(previous__isnull=False).values("case"))
    rows = Item.objects.unguarded(WHY).filter(pk__in=here.values("pk").union(before.values("pk"))).annotate(**asked)
    found = rows.select_related("case", "decision", "meeting__body").order_by("position", "id")
    known = {item.pk: item for item in found}
    for item in known.values():
        if item.previous_id in known:
            item.previous = known[item.previous_id]
    return known.values()


def _item(
    item: Item, meeting: Meeting, together: Sequence[int], told: Sequence[Told], *, minutes: bool
) -> model.Item:
    access = Access(item.access)
    made = model.Item(
        number=str(item.number),
        title=item.public_title,
        access=access,
        item_type=ItemType(item.item_type),
        case_number=item.case.number,
        kle_number=item.case.kle_number or None,
        document_number=item.document_number or None,
        route=tuple(step.body.name for step in item.route.all()),
        sections=(
            *([taken_together(together, access, minutes=minutes)] if together else ()),
            *_proposal(item, access),
            *_sections(item, meeting),
            *(protocol(item.points.all(), _openness(item, _of(item)), told) if minutes else ()),
        ),
        points=tuple(_points(item)),
        attachments=tuple(_attachment(one, access) for one in item.attachments.all()),
        decisions=(*_earlier(item), *(_decided(item, meeting) if minutes else ())),
        extract=_extract(item, minutes=minutes),
    )
    return _tombstone(made) if item.state == ItemState.WITHDRAWN and access is Access.OPEN else made


def _tombstone(item: model.Item) -> model.Item:
    """Of an open item that was taken off, readers get that it was, and why. What is closed in it the house keeps."""
    return replace(
        item,
        sections=tuple(
            one for one in item.sections if one.heading in {withdrawn.HEADING, SHUT} or one.access is Access.CLOSED
        ),
        points=(),
        attachments=tuple(one for one in item.attachments if one.access is Access.CLOSED),
        decisions=tuple(one for one in item.decisions if one.access is Access.CLOSED),
    )


def _extract(item: Item, *, minutes: bool) -> str:
    """What the street is told of a closed item; why it was withdrawn may be as secret as the item."""
    if item.access == Access.OPEN:
        return ""
    if item.state == ItemState.WITHDRAWN:
        return f"{withdrawn.SAID}."
    if not minutes or item.state != ItemState.DECIDED:
        return ""
    silence = f"Beslutningen offentliggøres ikke: {item.silence_reason}" if item.silence_reason else ""
    return item.public_extract or silence


def _openness(item: Item, found: Decision | None) -> Access:
    """How open what was decided at the item is: never more than the item."""
    return Access.CLOSED if Access.CLOSED in {item.access, found.access if found else item.access} else Access.OPEN


def _proposal(item: Item, access: Access) -> Iterable[model.Section]:
    """Which member asked for the case, and when: as open as the item."""
    if item.proposed_by and item.received_on:
        said = f"Indsendt af {item.proposed_by} den {item.received_on:%d-%m-%Y}."
        yield model.Section(kind=SectionKind.OTHER, heading="Medlemsforslag", text=said, access=access)


def _sections(item: Item, meeting: Meeting) -> Iterable[model.Section]:
    if item.state == ItemState.WITHDRAWN and item.withdrawn_reason:
        text = withdrawn.gone(item.withdrawn_reason)
        yield model.Section(kind=SectionKind.REMARK, heading=withdrawn.HEADING, text=text, access=Access.OPEN)
    for section in item.sections.all():
        text = _pointed(item) if section.kind == SectionKind.RECOMMENDATION and not section.text else section.text
        if text.strip() and not _remarked_since(section, item, meeting):
            yield _section(section, text)


def _remarked_since(section: Section, item: Item, meeting: Meeting) -> bool:
    """Whether it is a remark that was added after this meeting: it belongs to the next treatment's paper."""
    on = section.remarked_on
    return on is not None and (on > meeting.date or (on == meeting.date and item.previous_id is None))


def _section(section: Section, text: str) -> model.Section:
    titled = section.kind == Section.TITLE
    return model.Section(
        kind=SectionKind.OTHER if titled else SectionKind(section.kind),
        heading=section.heading,
        text=text,
        access=Access.CLOSED if titled else Access(section.access),
    )


def _pointed(item: Item) -> str:
    """The points of the recommendation as a text, with who recommends."""
    points = list(item.points.all())
    if not points:
        return ""
    by = points[0].recommender or "Administrationen"
    if len(points) == 1:
        return f"{by} indstiller, {points[0].text}"
    return "\n".join((f"{by} indstiller,\n", *(f"{point.position}. {point.text}" for point in points)))


def _points(item: Item) -> Iterable[model.RecommendationPoint]:
    return (model.RecommendationPoint(number=str(one.position), text=one.text) for one in item.points.all())


def _attachment(one: Attachment, item: Access) -> model.Attachment:
    closed = Access.CLOSED in {item, Access(one.access)}
    access = Access.CLOSED if closed else Access.OPEN
    return model.Attachment(
        title=one.title, document_number=one.document_number or None, access=access, file=public_file(one)
    )


def _earlier(item: Item) -> tuple[model.Decision, ...]:
    """The decisions of the treatments before this one, the oldest first; as open as they were."""
    said = (_decided(one, one.meeting) for one in _before(item) if one.meeting and one.state == ItemState.DECIDED)
    return tuple(chain.from_iterable(reversed(tuple(said))))


def _before(item: Item) -> Iterator[Item]:
    """The treatments before this one, the latest first."""
    while item.previous is not None:
        item = item.previous
        yield item


def _decided(item: Item, meeting: Meeting) -> tuple[model.Decision, ...]:
    found = _of(item)
    return (_said(item, meeting, found, item.points.all()),) if found else ()


def _of(item: Item) -> Decision | None:
    """The decision of an item that was read together with it."""
    found: Decision | None = getattr(item, "decision", None)
    return found


def _said(item: Item, meeting: Meeting, found: Decision, points: Iterable[Point]) -> model.Decision:
    """The decision as paper; the outcome that a person confirmed wins over the one read from the text."""
    said = decide(
        body=meeting.body.name,
        date=meeting.date,
        text=found.text,
        access=_openness(item, found),
        last_body=not any(step.position > item.step for step in item.route.all()),
        number=str(item.number),
    )
    return replace(said, outcome=_confirmed(said.outcome, found, points))


def _confirmed(read: Outcome, found: Decision, points: Iterable[Point]) -> Outcome:
    """The outcome that was read, with what a person confirmed in its place: the whole, and point by point."""
    given = tuple(PointOutcome(str(one.position), OutcomeKind(one.outcome)) for one in points if one.outcome)
    outcome = replace(read, points=given) if given else read
    if not found.outcome or read.primary == found.outcome:
        return outcome
    return replace(outcome, primary=OutcomeKind(found.outcome), confidence=1.0)


def _remarks(meeting: Meeting, items: Sequence[Item], *, minutes: bool) -> str | None:
    """That the meeting was cancelled, why the agenda was late, what came later, the order, corrections afterwards."""
    called = [f"Ekstraordinært møde: {meeting.called_for}"] if meeting.called_for else []
    cancelled = [f"Mødet er aflyst: {meeting.cancel_reason}"] if meeting.cancel_reason else []
    late = [f"Dagsordenen er udsendt efter fristen: {meeting.late_reason}"] if meeting.late_reason else []
    later = [str(item.number) for item in items if item.supplement and meeting.supplemented_at]
    supplement = [f"Udsendt som tillæg til dagsordenen: punkt {', '.join(later)}."] if later else []
    order = _order(items) if minutes else []
    corrected = minutes and meeting.state == MeetingState.PUBLISHED
    corrections = meeting.corrections.order_by("added_on", "id") if corrected else ()
    added = [f"Tilføjet den {one.added_on:%d-%m-%Y}: {one.text}" for one in corrections]
    return "\n\n".join((*called, *cancelled, *late, *supplement, *order, *added)) or None


def _order(items: Iterable[Item]) -> list[str]:
    """In which order the items were treated, where that is another than on the agenda: they keep their numbers.

    What came as a supplement has its number from when it came, wherever it was put: alone it changes no order.
    """
    treated = sorted((item for item in items if item.state == ItemState.DECIDED), key=lambda item: item.position)
    sent = [item.number or 0 for item in treated if not item.supplement]
    if sent == sorted(sent):
        return []
    return [f"Punkterne er behandlet i denne rækkefølge: {', '.join(str(item.number) for item in treated)}."]
