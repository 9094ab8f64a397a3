"""Plain statements for the index's tables, which are no models."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection

MANY = "(:many)"
_CHUNK = 500
_T = TypeVar("_T")


def rows(statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What the statement returns. "(:many)" in it stands for all the values, as marks."""
    with connection.cursor() as cursor:
        cursor.execute(_with_marks(statement, len(values)), values)
        return list(cursor.fetchall())


def run(statement: str, values: Sequence[Any] = ()) -> None:
    """Run a statement that returns nothing, "(:many)" as in `rows`."""
    with connection.cursor() as cursor:
        cursor.execute(_with_marks(statement, len(values)), values)


def run_many(statement: str, values: Iterable[Sequence[Any]]) -> None:
    """Run the statement with many rows at once; "(:many)" in it stands for the rows of its VALUES."""
    with connection.cursor() as cursor:
        for chunk in chunks(values):
            row = "(" + ", ".join(["%s"] * len(chunk[0])) + ")"
            cursor.execute(
                statement.replace(MANY, ", ".join([row] * len(chunk))), [v for row_ in chunk for v in row_]
            )


def chunks(values: Iterable[_T], size: int = _CHUNK) -> Iterator[list[_T]]:
    """The values in pieces that fit in one statement of any database."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk


def _with_marks(statement: str, count: int) -> str:
    return statement.replace(MANY, "(" + ", ".join(["%s"] * count) + ")")
