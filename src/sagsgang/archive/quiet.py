"""Where a page is rendered, nothing may ask the database: its data were read before."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any

from django.db import connection


class NoisyRender(RuntimeError):  # noqa: N818 - it reads as what it is
    """A template asked the database for something."""


@contextmanager
def quiet() -> Iterator[None]:
    """Raises NoisyRender for every query that this thread runs inside; O(1).

    SQLite in memory lends one connection to several threads: what the others ask meanwhile is none of this page's.
    """
    rendering = get_ident()

    def refuse(execute: Callable[..., Any], sql: str, *rest: object) -> object:
        if get_ident() == rendering:
            raise NoisyRender(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        yield
