"""No query on what may be secret runs before somebody said who looks."""

from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery

from sagsgang.core.guarded import GuardedQuerySet, Unguarded
from sagsgang.core.models import Item, Section
from tests.core.world import WHY, item, world

pytestmark = [pytest.mark.django_db, pytest.mark.database]

RUNS: dict[str, Callable[[QuerySet[Any]], object]] = {
    "fetch": list,
    "bool": bool,
    "len": len,
    "index": lambda rows: rows[0],
    "slice": lambda rows: list(rows[:1]),
    "get": lambda rows: rows.get(),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.last(),
    "latest": lambda rows: rows.latest("id"),
    "earliest": lambda rows: rows.earliest("id"),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "contains": lambda rows: rows.contains(_any(rows)),
    "aggregate": lambda rows: rows.aggregate(Count("id")),
    "update": lambda rows: rows.update(version=1),
    "bulk_update": lambda rows: rows.bulk_update([_any(rows)], ["version"]),
    "delete": lambda rows: rows.delete(),
    "iterator": lambda rows: list(rows.iterator()),
    "in_bulk": lambda rows: rows.in_bulk(),
    "values": lambda rows: list(rows.values("id")),
    "values_list": lambda rows: list(rows.values_list("id", flat=True)),
    "annotate": lambda rows: list(rows.annotate(n=Count("id")).values_list("n")),
    "raw": lambda rows: list(rows.raw(f"SELECT id FROM {rows.model._meta.db_table}")),
    "explain": lambda rows: rows.explain(),
    "get_or_create": lambda rows: rows.get_or_create(pk=_any(rows).pk),
    "update_or_create": lambda rows: rows.update_or_create(pk=_any(rows).pk, defaults={"version": 1}),
    "select_for_update": lambda rows: list(rows.select_for_update()),
    "distinct": lambda rows: list(rows.distinct()),
    "filter": lambda rows: list(rows.filter(pk__gt=0).exclude(pk=0).order_by("id")),
    "subquery": lambda rows: list(Item.objects.unguarded(WHY).filter(pk__in=rows)),
    "Subquery": lambda rows: list(Item.objects.unguarded(WHY).annotate(x=Subquery(rows.values("id")[:1]))),
    "Exists": lambda rows: list(Item.objects.unguarded(WHY).filter(Exists(rows.filter(pk=OuterRef("pk"))))),
    "or": lambda rows: list(rows | _cleared(rows)),
    "or, the other way": lambda rows: list(_cleared(rows) | rows),
    "and": lambda rows: list(_cleared(rows) & rows),
    "xor": lambda rows: list(_cleared(rows) ^ rows),
    "union": lambda rows: list(_cleared(rows).union(rows)),
    "intersection": lambda rows: list(_cleared(rows).intersection(rows)),
    "difference": lambda rows: list(_cleared(rows).difference(rows)),
    "union, the other way": lambda rows: list(rows.union(_cleared(rows))),
}


def _cleared(rows: QuerySet[Any]) -> QuerySet[Any]:
    assert isinstance(rows, GuardedQuerySet)
    return rows.unguarded(WHY)


def _any(rows: QuerySet[Any]) -> Any:
    return _cleared(rows).first()


@pytest.mark.parametrize("model", [Item, Section])
@pytest.mark.parametrize("name", RUNS)
def test_a_query_that_is_not_cleared_is_refused(name: str, model: type[Item] | type[Section]) -> None:
    there = world()
    item(there, there.board)
    with pytest.raises(Unguarded):
        RUNS[name](model.objects.all())


@pytest.mark.parametrize("name", [name for name in RUNS if name != "delete"])
def test_the_same_query_runs_when_it_is_cleared(name: str) -> None:
    there = world()
    item(there, there.board)
    RUNS[name](Item.objects.unguarded(WHY))


def test_rows_reached_from_another_row_are_refused_too() -> None:
    there = world()
    made = item(there, there.board)
    with pytest.raises(Unguarded):
        list(made.sections.all())
    with pytest.raises(Unguarded):
        made.attachments.count()
    with pytest.raises(Unguarded):
        list(Item.objects.unguarded(WHY).prefetch_related("sections"))
    with pytest.raises(Unguarded):
        list(Item.objects.unguarded(WHY).prefetch_related(Prefetch("sections", Section.objects.all())))


def test_what_was_cleared_stays_cleared_when_it_is_narrowed() -> None:
    there = world()
    made = item(there, there.board)
    seen = Section.objects.visible_to(there.karen).filter(item=made).order_by("id").distinct()
    assert len(seen) == 1
    fetched = Item.objects.unguarded(WHY).prefetch_related(Prefetch("sections", seen)).get()
    assert len(fetched.sections.all()) == 1


def test_a_reason_must_be_said() -> None:
    with pytest.raises(Unguarded):
        Item.objects.unguarded("")


def test_narrowing_after_the_rule_never_widens_it() -> None:
    there = world()
    item(there, there.board)
    assert not Section.objects.filter(kind="presentation").visible_to(there.ida).exists()
    assert not Section.objects.visible_to(there.ida).filter(pk__gt=0).exists()


@pytest.mark.parametrize("way", ["aiterator", "acount", "afirst"])
def test_no_query_runs_beside_the_others_when_asked_for_later(way: str) -> None:
    async def ask() -> object:
        rows = Item.objects.all()
        if way == "aiterator":
            return [row async for row in rows.aiterator()]
        return await getattr(rows, way)()

    with pytest.raises(Unguarded):
        async_to_sync(ask)()
