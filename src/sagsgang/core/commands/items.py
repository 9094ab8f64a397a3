"""Items: drafted for a body, given a title, points and a route.

Their other verbs stand in `points`, `sections`, `closing` and `approval`, and are found here, too.
"""

from collections.abc import Sequence
from itertools import pairwise

from django.db.models import F
from django.utils import timezone

from sagsgang.core.act import Conflict, Refused, act, begin
from sagsgang.core.commands.approval import approve, discard, give_back, recall, submit
from sagsgang.core.commands.cases import writing_role
from sagsgang.core.commands.closing import close_item, close_section, open_item, open_section
from sagsgang.core.commands.numbers import document_number, typed_document
from sagsgang.core.commands.points import set_points
from sagsgang.core.commands.proposals import set_proposal
from sagsgang.core.commands.sections import add_section, no_finances, write_section
from sagsgang.core.headings import ASKED, heading_of
from sagsgang.core.models import Body, BodyKind, Case, Item, RouteStep, Section, StepState
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access, ItemType

__all__ = [
    "Conflict",
    "add_section",
    "approve",
    "close_item",
    "close_section",
    "discard",
    "draft_item",
    "give_back",
    "no_finances",
    "open_item",
    "open_section",
    "recall",
    "set_document_number",
    "set_points",
    "set_proposal",
    "set_route",
    "set_title",
    "submit",
    "write_section",
]
WHY = "the corridor has let the person write here"
_READINGS = 2  # of the annual budget in the council


def draft_item(
    by: Viewer, case: Case, body: Body, item_type: ItemType, *, title: str = "", route: Sequence[Body] = ()
) -> Item:
    """Begin an item for `body`, as open as the body lets new items be, with the sections that its type asks for.

    `route`: the bodies that it passes, in order; without it the body alone.
    """
    with begin(by, "item.draft", writing_role(by, body), body) as row:
        item = Item.objects.create(
            case=case,
            body=body,
            author_id=by.person,
            item_type=ItemType(item_type),
            public_title=_title(title),
            document_number=document_number(timezone.localdate().year),
            access=Access(body.new_items),
        )
        Section.objects.bulk_create(_asked(item))
        _write_route(item, route or (body,))
        row.case, row.item, row.subject = case, item, item.id
    return item


def set_title(by: Viewer, item: Item, title: str, version: int) -> None:
    """Change the title that the street may read; raises Conflict when somebody changed the item since `version`."""
    chosen = _title(title)
    with act(by, "write", item, what="title", version=version + 1):
        same = Item.objects.unguarded(WHY).filter(pk=item.pk, version=version)
        if not same.update(public_title=chosen, version=F("version") + 1):
            raise Conflict(Item.objects.unguarded(WHY).get(pk=item.pk).public_title)
    item.public_title, item.version = chosen, version + 1


def set_route(by: Viewer, item: Item, bodies: Sequence[Body], *, annual_budget: bool = False) -> None:
    """Plan the whole way anew: what the case has passed, and the item's own body, keep their places.

    Raises Refused for the annual budget unless the council stands there twice (styrelsesloven § 38, stk. 1).
    """
    with act(by, "write", item, what="route", bodies=[body.id for body in bodies], annual_budget=annual_budget):
        passed = list(item.route.filter(position__lt=item.step).values_list("body_id", flat=True))
        if [body.id for body in bodies[: item.step]] != passed:
            raise Refused("Den vej, sagen allerede er gået, kan ikke ændres.")
        if [body.id for body in bodies[item.step : item.step + 1]] != [item.body_id]:
            raise Refused(f"Vejen skal gå videre fra {item.body.name}, som punktet er til.")
        if annual_budget and [body.kind for body in bodies].count(BodyKind.COUNCIL) < _READINGS:
            raise Refused("Kommunalbestyrelsen behandler årsbudgettet to gange. Sæt den på ruten to gange.")
        item.route.filter(position__gte=item.step).delete()
        _write_steps(item, bodies, since=item.step)
        Item.objects.unguarded(WHY).filter(pk=item.pk).update(annual_budget=annual_budget)
    item.annual_budget = annual_budget


def set_document_number(by: Viewer, item: Item, number: str) -> None:
    """Give the item the document number that the records system has for it; ours is not given to another."""
    given = typed_document(number)
    with act(by, "write", item, what="document", before=item.document_number, after=given):
        rows = Item.objects.unguarded(WHY)
        if rows.filter(document_number=given).exclude(pk=item.pk).exists():
            raise Refused(f"Dokumentnummeret {given} er i brug ved et andet punkt.")
        rows.filter(pk=item.pk).update(document_number=given)
    item.document_number = given


def _title(typed: str) -> str:
    title = wording.line(typed)
    if len(title) > wording.TITLE_LENGTH:
        raise Refused(f"Titlen er for lang. Den må højst have {wording.TITLE_LENGTH} tegn.")
    return title


def _asked(item: Item) -> list[Section]:
    return [
        Section(item=item, kind=kind, heading=heading_of(kind), access=item.access, position=place)
        for place, kind in enumerate(ASKED[ItemType(item.item_type)], start=1)
    ]


def _write_route(item: Item, route: Sequence[Body]) -> None:
    if route[0] != item.body:
        raise Refused(f"Vejen skal begynde i {item.body.name}, som punktet er til.")
    _write_steps(item, route)


def _write_steps(item: Item, route: Sequence[Body], since: int = 0) -> None:
    # The council reads some cases twice (styrelsesloven § 2, stk. 2).
    if any(body == after and body.kind != BodyKind.COUNCIL for body, after in pairwise(route)):
        raise Refused("Det samme udvalg kan ikke stå to gange lige efter hinanden.")
    RouteStep.objects.bulk_create(
        RouteStep(item=item, position=place, body=body, state=StepState.PLANNED)
        for place, body in enumerate(route)
        if place >= since
    )
