"""Long lists a page at a time; the address says which (`?side=2`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from sagsgang.danish.digits import whole_number

M = TypeVar("M", bound=Model)
T = TypeVar("T")
_LAST = 10_000


@dataclass(frozen=True, slots=True)
class Pager:
    """The numbers of the pages beside this one; None where there is none."""

    newer: int | None
    older: int | None


def paged(rows: QuerySet[M], request: HttpRequest, size: int = 50) -> tuple[Sequence[M], Pager]:
    """The rows of the page that was asked for; one query, nothing is counted."""
    number = wanted(request)
    return _page(list(rows[(number - 1) * size : number * size + 1]), number, size)


def part(rows: Sequence[T], request: HttpRequest, size: int) -> tuple[Sequence[T], Pager]:
    """The same of rows that are at hand."""
    number = wanted(request)
    return _page(rows[(number - 1) * size : number * size + 1], number, size)


def _page(found: Sequence[T], number: int, size: int) -> tuple[Sequence[T], Pager]:
    return found[:size], Pager(number - 1 if number > 1 else None, number + 1 if len(found) > size else None)


def wanted(request: HttpRequest) -> int:
    """The number of the page, counted from 1; what is no number is 1."""
    return min(max(whole_number(request.GET.get("side", "")) or 1, 1), _LAST)
