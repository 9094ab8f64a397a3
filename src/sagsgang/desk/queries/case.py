"""One case: every treatment on one line of time, where it is now, its route, and who did what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from sagsgang.core.models import Case, Decision, Item, Journal
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Role, Viewer
from sagsgang.desk.queries.deeds import Deed, told
from sagsgang.desk.queries.kle import kle_title
from sagsgang.desk.queries.route import Stop, route_of, stops
from sagsgang.desk.queries.writing import seen_case
from sagsgang.paper.model import Access

_TOLD = 60
_SHOWN = (
    *("public_title", "state", "step", "item_type", "access", "created_at"),
    *("body__name", "meeting__date", "author__name"),
)


@dataclass(frozen=True, slots=True)
class Treatment:
    """An item of the case: at which body and when, how far, and what was decided where the viewer may know.

    `kept`: that decision is kept from the public.
    """

    id: int
    title: str
    body: str
    day: date
    planned: bool
    state: str
    item_type: str
    closed: bool
    author: str
    decision: str
    outcome: str
    kept: bool
    here: bool


@dataclass(frozen=True, slots=True)
class CasePage:
    """`may_write`: whether the viewer may begin a treatment; `in_archive`: published papers of the case are found."""

    id: int
    number: str
    key: str
    foreign: bool
    kle_number: str
    kle_title: str
    responsible: str
    opened_on: date
    aliases: tuple[str, ...]
    title: str
    treatments: tuple[Treatment, ...]
    stops: tuple[Stop, ...]
    deeds: tuple[Deed, ...]
    may_write: bool
    in_archive: bool

    @property
    def now(self) -> Treatment | None:
        """The treatment that the case has come to."""
        return next((one for one in self.treatments if one.here), None)


def case_page(viewer: Viewer, case: int) -> CasePage:
    """The case as the viewer may know it; raises Http404. Six queries, whatever the number of treatments."""
    found = seen_case(viewer, case)
    items = _items(viewer, found)
    latest = next((item for item in items if item.state != ItemState.WITHDRAWN), None)
    decided = _decided(viewer, items)
    return CasePage(
        id=found.id,
        number=found.number,
        key=found.key,
        foreign=found.foreign,
        kle_number=found.kle_number,
        kle_title=getattr(found, "subject", None) or kle_title(found.kle_number),
        responsible=found.responsible.name,
        opened_on=found.opened_on,
        aliases=tuple(found.aliases.order_by("id").values_list("number", flat=True)),
        title=items[0].public_title if items else "",
        treatments=tuple(_treatment(item, decided.get(item.id), item is latest) for item in items),
        stops=_stops(latest),
        deeds=_deeds(viewer, found),
        may_write=bool(viewer.bodies(Role.AUTHOR)),
        in_archive=bool(getattr(found, "in_archive", False)),
    )


def _items(viewer: Viewer, case: Case) -> list[Item]:
    found = Item.objects.visible_to(viewer).filter(case=case).select_related("body", "meeting", "author")
    return list(found.only(*_SHOWN).order_by("-id"))


def _decided(viewer: Viewer, items: Iterable[Item]) -> dict[int, Decision]:
    found = Decision.objects.visible_to(viewer).filter(item__in=[item.id for item in items]).exclude(text="")
    found = found.only("item", "text", "outcome", "access")
    return {decision.item_id: decision for decision in found}


def _treatment(item: Item, decision: Decision | None, here: bool) -> Treatment:
    return Treatment(
        id=item.id,
        title=item.public_title,
        body=item.body.name,
        day=item.meeting.date if item.meeting else timezone.localtime(item.created_at).date(),
        planned=item.meeting is not None,
        state=item.state,
        item_type=item.item_type,
        closed=item.access != "open",
        author=item.author.name,
        decision=decision.text if decision else "",
        outcome=decision.outcome if decision else "",
        kept=decision is not None and {item.access, decision.access} != {Access.OPEN},
        here=here,
    )


def _stops(latest: Item | None) -> tuple[Stop, ...]:
    if latest is None:
        return ()
    return stops(latest, route_of(latest))


def _deeds(viewer: Viewer, case: Case) -> tuple[Deed, ...]:
    rows = Journal.objects.visible_to(viewer).filter(case=case).select_related("by").order_by("-id")
    return told(rows[:_TOLD])
