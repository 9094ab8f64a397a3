"""What an address says, made into values; what it says wrongly is passed over or not found."""

from datetime import date
from typing import TypeVar

from django.http import Http404
from django.utils import timezone

from sagsgang.danish.digits import whole_number

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
    year = whole_number(text, len(str(_FIRST_YEAR)))
    return year if year is not None and _FIRST_YEAR <= year < _LAST_YEAR else None


def page_number(text: str) -> int:
    """The page number in `text`, 1 when it is none."""
    return max(whole_number(text, len(str(_MOST_PAGES))) or 1, 1)


def today() -> date:
    """The day in Denmark."""
    return timezone.localdate()
