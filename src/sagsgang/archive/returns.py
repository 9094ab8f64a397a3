"""Whether a case came back after something was promised: each promise's next treatment of the same case."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from sagsgang.archive.models import Entry, Promise

_AT_ONCE = 200


def link_returns(cases: Iterable[tuple[str, str]]) -> None:
    """Point every promise of the cases (audience and case key) at the first later entry of its case."""
    keys = defaultdict(set)
    for audience, key in cases:
        keys[audience].add(key)
    for audience, wanted in keys.items():
        ordered = sorted(wanted)
        for start in range(0, len(ordered), _AT_ONCE):
            some = ordered[start : start + _AT_ONCE]
            _with_return(Promise.objects.filter(audience=audience, case_key__in=some)).exclude(
                Q(came_back=F("returned")) | Q(came_back=None, returned=None)
            ).update(came_back=_first_return())


def wrongly_linked(promises: QuerySet[Promise]) -> QuerySet[Promise]:
    """Those of the promises that do not point where `link_returns` would point them."""
    linked = _with_return(promises.exclude(case_key=""))
    return linked.exclude(Q(came_back=F("returned")) | Q(came_back=None, returned=None))


def _with_return(promises: QuerySet[Promise]) -> QuerySet[Promise]:
    return promises.annotate(returned=_first_return())


def _first_return() -> Subquery:
    later = Entry.objects.filter(
        audience=OuterRef("audience"), case_key=OuterRef("case_key"), date__gt=OuterRef("said_on")
    )
    return Subquery(later.order_by("date", "pk").values("pk")[:1])
