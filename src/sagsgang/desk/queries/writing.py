"""An item by its number, with what its pages need at hand, for those who may know of it."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Substr
from django.http import Http404
from django.utils import timezone

from sagsgang.archive.models import Entry
from sagsgang.core.models import Attachment, Case, Item, KleEntry, Meeting, Section
from sagsgang.core.states import ItemState, MeetingState
from sagsgang.core.viewer import Viewer


def seen_item(viewer: Viewer, item: int) -> Item:
    """The item with its case, body, meeting and author, and the day that it may reach; raises Http404."""
    found = (
        Item.objects.visible_to(viewer)
        .select_related("case", "body", "meeting", "author")
        .annotate(next_day=Subquery(_coming().filter(body=OuterRef("body")).values("date")[:1]))
        .filter(id=item)
        .first()
    )
    if found is None:
        raise Http404
    return found


def _coming() -> QuerySet[Meeting]:
    """Planned meetings from today on, the first one first."""
    planned = Meeting.objects.unguarded("a day, no text").filter(state=MeetingState.PLANNED)
    return planned.filter(date__gte=timezone.localdate()).order_by("date")


def seen_section(viewer: Viewer, section: int) -> Section:
    """The section with its item, when the viewer may read it; raises Http404."""
    found = Section.objects.visible_to(viewer).select_related("item__body", "item__case", "item__meeting")
    one = found.filter(id=section).first()
    if one is None:
        raise Http404
    return one


def seen_attachment(viewer: Viewer, attachment: int) -> Attachment:
    """The attachment with its item, when the viewer may read it; raises Http404."""
    found = Attachment.objects.visible_to(viewer).select_related("item__body", "item__case", "item__meeting")
    one = found.filter(id=attachment).first()
    if one is None:
        raise Http404
    return one


def seen_case(viewer: Viewer, case: int) -> Case:
    """The case with who answers for it, when the viewer may know of it; raises Http404."""
    subject = KleEntry.objects.filter(number=Substr(OuterRef("kle_number"), 1, 8))
    found = (
        Case.objects.visible_to(viewer)
        .select_related("responsible")
        .annotate(
            in_archive=Exists(Entry.objects.filter(case_key=OuterRef("key"))),
            subject=Subquery(subject.values("title")[:1]),
        )
        .filter(id=case)
        .first()
    )
    if found is None:
        raise Http404
    return found


def treated_last(viewer: Viewer, case: Case) -> int | None:
    """The body of the case's latest treatment, as far as the viewer may know; discarded drafts are none."""
    found = Item.objects.visible_to(viewer).filter(case=case).exclude(state=ItemState.WITHDRAWN, meeting=None)
    return found.order_by("-id").values_list("body", flat=True).first()
