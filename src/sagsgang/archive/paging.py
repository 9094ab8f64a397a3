"""Pages of a long list by key, so that the last page of a million costs what the first one does."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)

_MARK = re.compile(r"(-?)(\d{4}-\d{2}-\d{2})_(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after this row in the list, or before it when `backwards`."""

    day: date
    id: int
    backwards: bool = False

    def __str__(self) -> str:
        return f"{'-' if self.backwards else ''}{self.day:%Y-%m-%d}_{self.id}"


@dataclass(frozen=True, slots=True)
class Pager:
    """The addresses of the neighbouring pages, as marks for the query string; "" where there is none."""

    newer: str = ""
    older: str = ""


def place(mark: str) -> Place | None:
    """The place that a mark of the query string names, None for none or nonsense."""
    found = _MARK.fullmatch(mark)
    if not found:
        return None
    try:
        return Place(date.fromisoformat(found[2]), int(found[3]), bool(found[1]))
    except ValueError:
        return None


def cut(rows: QuerySet[M], start: Place | None, size: int, day: str = "date") -> tuple[list[M], Pager]:
    """At most `size` of `rows`, newest first by the field `day` and the id, from `start` on, and the pager."""
    backwards = start is not None and start.backwards
    if start is not None:
        rows = rows.filter(_beyond(start, day))
    order = (day, "id") if backwards else (f"-{day}", "-id")
    found = list(rows.order_by(*order)[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    return found, _pager(found, lambda row: getattr(row, day), start, more)


def _beyond(start: Place, day: str) -> Q:
    # The first condition lets the index find the place; the second one settles the rows of that very day.
    if start.backwards:
        return Q(**{f"{day}__gte": start.day}) & (Q(**{f"{day}__gt": start.day}) | Q(id__gt=start.id))
    return Q(**{f"{day}__lte": start.day}) & (Q(**{f"{day}__lt": start.day}) | Q(id__lt=start.id))


def _pager(found: Sequence[Model], day: Callable[[Model], date], start: Place | None, more: bool) -> Pager:
    if not found:
        return Pager()
    backwards = start is not None and start.backwards
    newer = (start is not None and not backwards) or (backwards and more)
    older = more or backwards
    first, last = found[0], found[-1]
    return Pager(
        newer=str(Place(day(first), first.pk, backwards=True)) if newer else "",
        older=str(Place(day(last), last.pk)) if older else "",
    )
