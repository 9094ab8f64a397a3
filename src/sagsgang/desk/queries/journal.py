"""The Journal page: who did what, for a case, a meeting, a person or a body, of what the viewer may know."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from sagsgang.core.models import Body, Journal, Meeting, Person
from sagsgang.core.viewer import Viewer
from sagsgang.danish.digits import whole_number
from sagsgang.danish.numbers import key
from sagsgang.desk.paging import Pager, paged
from sagsgang.desk.queries.happened import Happened, happened, newest

_LONGEST_ID = 18


@dataclass(frozen=True, slots=True)
class JournalPage:
    """The lines, the newest first, and what was asked for. `people`: who may be chosen.

    `of_body`, `of_day`: of the one meeting or the one body that was asked for; "" and None for all.
    """

    lines: tuple[Happened, ...]
    pager: Pager
    case: str
    person: str
    meeting: str
    body: str
    of_body: str
    of_day: date | None
    readings: bool
    people: tuple[tuple[str, str], ...]


def journal(viewer: Viewer, request: HttpRequest) -> JournalPage:
    """Three queries, and one more of a meeting or a body. Raises Http404 for whoever has no part in the house."""
    if not (viewer.roles or viewer.administers):
        raise Http404
    asked = request.GET
    rows = _asked(Journal.objects.visible_to(viewer), request)
    found, pager = paged(newest(rows), request)
    of_body, of_day = _of(viewer, asked.get("moede", ""), asked.get("udvalg", ""))
    return JournalPage(
        lines=happened(found, viewer),
        pager=pager,
        case=asked.get("sag", ""),
        person=asked.get("person", ""),
        meeting=asked.get("moede", ""),
        body=asked.get("udvalg", ""),
        of_body=of_body,
        of_day=of_day,
        readings="laest" in asked,
        people=tuple((str(pk), name) for pk, name in Person.objects.values_list("id", "name")),
    )


def _of(viewer: Viewer, meeting: str, body: str) -> tuple[str, date | None]:
    """What is asked for, in words: of a meeting that the viewer may know of, else of a body."""
    if meeting:
        meetings = Meeting.objects.visible_to(viewer).filter(id=_id(meeting))
        return meetings.values_list("body__name", "date").first() or ("", None)
    bodies = Body.objects.filter(id=_id(body)).values_list("name", flat=True)
    return (bodies.first() or "", None) if body else ("", None)


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
    return whole_number(text, _LONGEST_ID) or 0
