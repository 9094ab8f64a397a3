"""What may be asked for: bounded, so that no question costs more than a page."""

import re
from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.utils.http import urlencode
from ninja import Field, Schema
from pydantic import BeforeValidator

from sagsgang.archive.paging import Place, place
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.model import Access, PaperKind

_MOST = 100
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
Slug = Annotated[str, Field(max_length=200, pattern=r"^[a-z0-9_-]*$")]
Limit = Annotated[int, Field(ge=1, le=_MOST)]
Mark = Annotated[str, Field(max_length=40, pattern=r"^(?:\d{4}-\d{2}-\d{2}_\d{1,18})?$", description="From `next`.")]


def _written(value: object) -> object:
    """A date as it is written; pydantic would take a number for seconds since 1970."""
    if isinstance(value, str) and not _ISO.fullmatch(value):
        raise ValueError("YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written)]


class Page(Schema):
    """Which page: its size, and where it begins."""

    limit: Limit = 25
    after: Mark = ""

    def start(self) -> Place | None:
        """The place after which the page begins."""
        return place(self.after)


class PapersAsked(Page):
    """Which papers."""

    body: Slug = ""
    kind: PaperKind | None = None
    since: Day | None = Field(None, description="Meetings on this day and later.")
    until: Day | None = Field(None, description="Meetings on this day and earlier.")


class ItemsAsked(Page):
    """Which items."""

    body: Slug = ""
    outcome: OutcomeKind | None = None
    access: Access | None = None
    since: Day | None = Field(None, description="Meetings on this day and later.")
    until: Day | None = Field(None, description="Meetings on this day and earlier.")


class FindingsAsked(Page):
    """Whose findings."""

    limit: Annotated[int, Field(ge=1, le=20, description="How many papers are looked through.")] = 10
    body: Slug = ""


class SearchAsked(Schema):
    """Words, as on the search page, and filters."""

    q: Annotated[str, Field(max_length=300)]
    body: Slug = ""
    year: Annotated[int, Field(ge=1800, le=2999)] | None = None
    outcome: OutcomeKind | None = None
    access: Access | None = None
    page: Annotated[int, Field(ge=1, le=1000)] = 1


def following(request: HttpRequest, **changed: str | int) -> str:
    """The address of this question with other answers to some of it."""
    asked = {**request.GET.dict(), **{name: str(value) for name, value in changed.items()}}
    return request.build_absolute_uri(f"{request.path}?{urlencode(asked)}")
