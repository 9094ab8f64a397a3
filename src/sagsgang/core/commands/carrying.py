"""From one treatment of a case to the next: what the new item takes with it."""

from django.db.models import Q
from django.utils import timezone

from sagsgang.core.commands import numbers
from sagsgang.core.headings import SHUT
from sagsgang.core.models import Attachment, Body, Item, Point, Presence, RouteStep, Section, StepState
from sagsgang.core.states import ItemState
from sagsgang.paper import withdrawn
from sagsgang.paper.model import Access, SectionKind

WHY = "the verb was allowed: the case goes on with its texts"
# What one meeting's paper says of what was taken out of it is no part of the case.
_TOMBSTONE = Q(kind=SectionKind.REMARK, heading__in=(withdrawn.HEADING, SHUT), remarked_on=None)


def carry(item: Item, body: Body, state: ItemState, *, title: str, step: int) -> Item:
    """The next treatment of the case, at `body` and place `step` of the route, linked to `item`.

    Texts go along as open or closed as they are, remarks with their dates; of attachments to another body the open
    ones, as its members read them.
    """
    made = Item.objects.create(
        case=item.case,
        body=body,
        author=item.author,
        state=state,
        item_type=item.item_type,
        public_title=title,
        document_number=numbers.document_number(timezone.localdate().year),
        access=item.access,
        basis=item.basis,
        review_on=item.review_on,
        step=step,
        previous=item,
        minutes_of=item.minutes_of if body == item.body else None,
        annual_budget=item.annual_budget,
        proposed_by=item.proposed_by,
        received_on=item.received_on,
    )
    _copy_texts(item, made)
    _copy_attachments(item, made)
    _copy_route(item, made)
    _copy_conflicts(item, made)
    return made


def _copy_texts(old: Item, new: Item) -> None:
    Section.objects.bulk_create(
        Section(
            item=new,
            kind=one.kind,
            heading=one.heading,
            text=one.text,
            access=one.access,
            basis=one.basis,
            position=one.position,
            remarked_on=one.remarked_on,
        )
        for one in Section.objects.unguarded(WHY).filter(item=old).exclude(_TOMBSTONE)
    )
    Point.objects.bulk_create(
        Point(item=new, position=one.position, text=one.text, recommender=one.recommender)
        for one in Point.objects.unguarded(WHY).filter(item=old)
    )


def _copy_attachments(old: Item, new: Item) -> None:
    found = Attachment.objects.unguarded(WHY).filter(item=old)
    along = found if new.body_id == old.body_id else found.filter(access=Access.OPEN)
    Attachment.objects.bulk_create(_copied(one, new, place) for place, one in enumerate(along, 1))


def _copied(one: Attachment, item: Item, place: int) -> Attachment:
    """The same file under the other item; its number too, as it is the same document."""
    return Attachment(
        item=item,
        title=one.title,
        document_number=one.document_number,
        file_name=one.file_name,
        media_type=one.media_type,
        checksum=one.checksum,
        size=one.size,
        pages=one.pages,
        text=one.text,
        warnings=one.warnings,
        rendition=one.rendition,
        rendition_size=one.rendition_size,
        no_rendition=one.no_rendition,
        access=one.access,
        basis=one.basis,
        position=place,
        version=one.version,
        added_at=one.added_at,
    )


def _copy_route(old: Item, new: Item) -> None:
    """The whole way. What lies before the new place stays as it was; from there on all is a plan again, but skips."""
    RouteStep.objects.bulk_create(_onward(step, new) for step in RouteStep.objects.filter(item=old))


def _onward(step: RouteStep, new: Item) -> RouteStep:
    stays = step.position < new.step or (step.position > new.step and step.state == StepState.SKIPPED)
    state, reason = (step.state, step.reason) if stays else (StepState.PLANNED, "")
    return RouteStep(item=new, position=step.position, body_id=step.body_id, state=state, reason=reason)


def _copy_conflicts(old: Item, new: Item) -> None:
    """A conflict of interest is one in the case: it holds at the next treatment until somebody lifts it."""
    held = Presence.objects.filter(item=old, conflict=True).values_list("person_id", flat=True)
    Presence.objects.bulk_create(Presence(item=new, person_id=person, conflict=True) for person in held)
