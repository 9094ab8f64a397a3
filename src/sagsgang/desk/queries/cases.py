"""The list of cases: one's own, or what answers to a number in any writing or to words of a title."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest

from sagsgang.core.models import Case, Item
from sagsgang.core.viewer import Viewer
from sagsgang.danish.numbers import key
from sagsgang.desk.paging import Pager, paged

_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case with where its latest treatment that the viewer may know of has come."""

    id: int
    number: str
    kle_number: str
    title: str
    responsible: str
    treatment: int | None
    state: str
    body: str


@dataclass(frozen=True, slots=True)
class Cases:
    """`wanted`: what was searched for; `mine`: only those that the viewer answers for or writes on."""

    wanted: str
    mine: bool
    rows: tuple[CaseRow, ...]
    pager: Pager


def cases(viewer: Viewer, request: HttpRequest) -> Cases:
    """The cases of the page that was asked for, the newest first. Two queries."""
    wanted = request.GET.get("q", "").strip()[:100]
    mine = request.GET.get("hvis") != "alle" and not wanted
    found = Case.objects.visible_to(viewer).select_related("responsible").order_by("-id")
    if mine:
        found = found.filter(Q(responsible=viewer.person) | Q(id__in=_written_by(viewer)))
    if wanted:
        found = found.filter(_answers(viewer, wanted))
    rows, pager = paged(found, request)
    latest = _latest(viewer, rows)
    return Cases(wanted, mine, tuple(_row(case, latest.get(case.id)) for case in rows), pager)


def _written_by(viewer: Viewer) -> object:
    return Item.objects.visible_to(viewer).filter(author=viewer.person).values("case")


def _answers(viewer: Viewer, wanted: str) -> Q:
    """By the case's number, another number of it, a document's number, its KLE number or a title."""
    same = key(wanted)
    by_number = Q(key=same) | Q(aliases__key=same) | Q(number__icontains=wanted) | Q(kle_number__startswith=wanted)
    # SQLite knows the small and capital letters of ASCII only.
    titled = Q(public_title__icontains=wanted) | Q(public_title__icontains=wanted.capitalize())
    items = Item.objects.visible_to(viewer).filter(titled | Q(document_number__iexact=wanted))
    found = by_number | Q(id__in=items.values("case"))
    return found if len(wanted) >= _SHORTEST else Q(key=same)


def _latest(viewer: Viewer, rows: Iterable[Case]) -> dict[int, Item]:
    """The latest treatment of each case that the viewer may know of."""
    found = Item.objects.visible_to(viewer).filter(case__in=rows).select_related("body").order_by("id")
    return {item.case_id: item for item in found}


def _row(case: Case, latest: Item | None) -> CaseRow:
    return CaseRow(
        id=case.id,
        number=case.number,
        kle_number=case.kle_number,
        title=latest.public_title if latest else "",
        responsible=case.responsible.name,
        treatment=latest.id if latest else None,
        state=latest.state if latest else "",
        body=latest.body.name if latest else "",
    )
