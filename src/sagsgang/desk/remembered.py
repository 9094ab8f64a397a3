"""What stands on page after page is put into words once, apart for each language."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar, cast

from django.utils.translation import get_language

Shown = Callable[..., str]
S = TypeVar("S", bound=Shown)


def in_each_language(show: S) -> S:
    """`show`, remembering what few values it is asked for again and again."""

    @lru_cache(maxsize=4096)
    def remembered(_language: str | None, *values: Hashable) -> str:
        return show(*values)

    @wraps(show)
    def said(*values: Hashable) -> str:
        return remembered(get_language(), *values)

    return cast("S", said)
