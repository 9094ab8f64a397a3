"""What an address says, made into values; what it says wrongly is passed over or not found."""

from datetime import date
from typing import TypeVar

from django.http import Http404
from django.utils import timezone

Page = TypeVar("Page")

_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_MOST_PAGES = 10_000


def found(page: Page | None) -> Page:
    """The page; raises Http404 when there is none."""
    if page is None:
        raise Http404
    return page


def year_of(text: str) -> int | None:
    """The year in `text`, None when it is none that a calendar can show."""
    if not (text.isascii() and text.isdigit() and len(text) == len(str(_FIRST_YEAR))):
        return None
    year = int(text)
    return year if _FIRST_YEAR <= year < _LAST_YEAR else None


def page_number(text: str) -> int:
    """The page number in `text`, 1 when it is none."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_MOST_PAGES))):
        return 1
    return max(int(text), 1)


def today() -> date:
    """The day in Denmark."""
    return timezone.localdate()
