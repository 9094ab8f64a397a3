"""The Journal page: who did what, for a case, a meeting, a person or a body, of what the viewer may know."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from sagsgang.core.models import Journal, Person
from sagsgang.core.viewer import Viewer
from sagsgang.danish.numbers import key
from sagsgang.desk.paging import Pager, paged
from sagsgang.desk.queries.happened import Happened, happened

_LONGEST_ID = 18


@dataclass(frozen=True, slots=True)
class JournalPage:
    """The lines, the newest first, and what was asked for. `people`: who may be chosen."""

    lines: tuple[Happened, ...]
    pager: Pager
    case: str
    person: str
    meeting: str
    body: str
    readings: bool
    people: tuple[tuple[str, str], ...]


def journal(viewer: Viewer, request: HttpRequest) -> JournalPage:
    """Three queries. Raises Http404 for whoever has no part in the house."""
    if not (viewer.roles or viewer.administers):
        raise Http404
    asked = request.GET
    rows = _asked(Journal.objects.visible_to(viewer), request)
    joined = rows.select_related("by", "body", "case", "meeting").order_by("-id").distinct()
    found, pager = paged(joined, request)
    return JournalPage(
        lines=happened(found, viewer),
        pager=pager,
        case=asked.get("sag", ""),
        person=asked.get("person", ""),
        meeting=asked.get("moede", ""),
        body=asked.get("udvalg", ""),
        readings="laest" in asked,
        people=tuple((str(pk), name) for pk, name in Person.objects.values_list("id", "name")),
    )


def _asked(rows: QuerySet[Journal], request: HttpRequest) -> QuerySet[Journal]:
    number = request.GET.get("sag", "").strip()
    if number:
        rows = rows.filter(Q(case__key=key(number)) | Q(case__aliases__key=key(number)))
    for name, field in (("person", "by"), ("moede", "meeting"), ("udvalg", "body")):
        if wanted := request.GET.get(name, ""):
            rows = rows.filter(**{field: _id(wanted)})
    return rows.filter(kind="item.open_closed") if "laest" in request.GET else rows


def _id(text: str) -> int:
    """The id; 0, which nothing has, for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_ID else 0
