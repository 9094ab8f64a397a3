"""A meeting, an item or a case by its number, for those whose it is; for everybody else it is not there."""

from django.db.models import Exists, OuterRef
from django.http import Http404

from sagsgang.core.access import seated
from sagsgang.core.models import Case, Item, Meeting, Section
from sagsgang.core.standing import ON_AGENDA
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.danish.numbers import key


def seen_meeting(viewer: Viewer, meeting: int) -> Meeting:
    """The meeting, when the viewer may know of it; raises Http404.

    With whether its agenda has any item (`filled`), and one in which the viewer has a conflict (`kept_from`); whether
    the viewer reads its papers as a member (`seated`).
    """
    items = Item.objects.unguarded("whether there is one").filter(meeting=OuterRef("pk"))
    conflicts = items.filter(pk__in=viewer.conflicts)
    remarks = Section.objects.unguarded("whether there is one").filter(item__meeting=OuterRef("pk"), unsent=True)
    asked = {
        "filled": Exists(items.filter(state__in=ON_AGENDA)),
        "kept_from": Exists(conflicts),
        "seated": seated(viewer, ""),
        "unsent": Exists(items.filter(state=ItemState.SCHEDULED, number=None)) | Exists(remarks),
    }
    rows = Meeting.objects.visible_to(viewer).select_related("body").annotate(**asked)
    found = rows.filter(id=meeting).first()
    if found is None:
        raise Http404
    return found


def led_meeting(viewer: Viewer, meeting: int) -> Meeting:
    """The meeting, when the viewer is a secretary of its body; raises Http404."""
    found = seen_meeting(viewer, meeting)
    if not leads(viewer, found.body_id):
        raise Http404
    return found


def attended_meeting(viewer: Viewer, meeting: int) -> Meeting:
    """The meeting, when its papers are the viewer's to read as a member, or as mayor; raises Http404."""
    found = seen_meeting(viewer, meeting)
    if not viewer.receives(found.body_id, found.date):
        raise Http404
    return found


def item_at(meeting: Meeting, viewer: Viewer, item: int) -> Item:
    """An item of this meeting that the viewer may see; raises Http404."""
    found = (
        Item.objects.visible_to(viewer)
        .select_related("body", "case", "meeting__body")
        .filter(id=item, meeting=meeting)
        .first()
    )
    if found is None:
        raise Http404
    return found


def ready_item(viewer: Viewer, meeting: Meeting, item: int) -> Item:
    """An item of the meeting's body that is not on an agenda yet; raises Http404."""
    found = Item.objects.visible_to(viewer).filter(id=item, body=meeting.body_id)
    one = found.select_related("body", "case", "meeting__body").first()
    if one is None:
        raise Http404
    return one


def leads(viewer: Viewer, body: int) -> bool:
    """Whether the viewer is a secretary of the body."""
    return (body, Role.SECRETARY) in viewer.roles


def case_numbered(viewer: Viewer, number: str) -> Case | None:
    """The case with that number, or another that leads to it; None when there is none."""
    rows = Case.objects.visible_to(viewer)
    return rows.filter(key=key(number)).first() or rows.filter(aliases__key=key(number)).first()
