"""Who has a conflict of interest in an item, for whoever may note or lift it: neither title nor text stands here."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404

from sagsgang.core.models import Item, Person
from sagsgang.core.viewer import Role, Viewer

WHY = "who may note a conflict of interest is asked here, and no text is shown"


@dataclass(frozen=True, slots=True)
class Conflicts:
    """`held`: who is noted; `others`: who else works with the body. `leads`: the viewer may open the item itself."""

    item: int
    document_number: str
    case_number: str
    body: str
    held: tuple[Person, ...]
    others: tuple[Person, ...]
    leads: bool


def kept_item(viewer: Viewer, item: int) -> Item:
    """The item, for a secretary of its body and for administrators; raises Http404."""
    found = Item.objects.unguarded(WHY).select_related("body", "case", "meeting__body").filter(pk=item)
    if not viewer.administers:
        found = found.filter(body__in=viewer.bodies(Role.SECRETARY))
    one = found.first()
    if one is None:
        raise Http404
    return one


def conflicts(viewer: Viewer, item: Item) -> Conflicts:
    """Everybody who works with the item, by whether they may. Two queries."""
    held = tuple(Person.objects.filter(presences__item=item, presences__conflict=True))
    works = Q(grants__body=item.body_id) | Q(seats__body=item.body_id) | Q(pk=item.author_id)
    others = Person.objects.filter(works, active=True).distinct()
    return Conflicts(
        item=item.pk,
        document_number=item.document_number,
        case_number=item.case.number,
        body=item.body.name,
        held=held,
        others=tuple(one for one in others if one not in held),
        leads=(item.body_id, Role.SECRETARY) in viewer.roles,
    )
