"""The pages of bodies, meetings and items."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sagsgang.archive.paging import place
from sagsgang.paper.model import PaperKind
from sagsgang.portal.page import render
from sagsgang.portal.queries import bodies as bodies_queries
from sagsgang.portal.queries import body_year as body_year_queries
from sagsgang.portal.queries import item as item_queries
from sagsgang.portal.queries import meeting as meeting_queries
from sagsgang.portal.queries import meetings as meetings_queries
from sagsgang.portal.queries.front import front as front_query
from sagsgang.portal.views.gone import or_tombstone
from sagsgang.portal.views.parse import found, today, year_of

_GONE = 410


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Search, the latest meetings and decisions."""
    return render(request, "portal/front.html", front_query(today()))


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """Every body."""
    return render(request, "portal/bodies.html", bodies_queries.body_cards(today()))


@require_safe
@or_tombstone
def body(request: HttpRequest, body: str) -> HttpResponse:
    """One body with its meetings."""
    year, start = year_of(request.GET.get("aar", "")), place(request.GET.get("fra", ""))
    return render(request, "portal/body.html", found(bodies_queries.body(body, year, start, today())))


@require_safe
@or_tombstone
def body_year(request: HttpRequest, body: str, year: int) -> HttpResponse:
    """One body's year in figures and pictures."""
    if year_of(str(year)) is None:
        raise Http404
    return render(request, "portal/body_year.html", found(body_year_queries.body_year(body, year)))


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """All meetings, newest first."""
    kind = request.GET.get("slags", "")
    kind = kind if kind in set(PaperKind) else ""
    start = place(request.GET.get("fra", ""))
    return render(
        request, "portal/meetings.html", meetings_queries.meeting_list(request.GET.get("udvalg", ""), kind, start)
    )


@require_safe
def calendar(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """The meetings of a year, month by month."""
    if year is not None and year_of(str(year)) is None:
        raise Http404
    page = meetings_queries.year(year, today())
    return render(request, "portal/calendar.html", page if year is None else found(page))


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The meetings of a month, day by day."""
    if year_of(str(year)) is None or not 1 <= month <= 12:
        raise Http404
    return render(request, "portal/month.html", found(meetings_queries.month(date(year, month, 1), today())))


@require_safe
def meeting(request: HttpRequest, body: str, meeting: str) -> HttpResponse:
    """The paper in force."""
    page = found(meeting_queries.meeting(body, meeting))
    return render(request, "portal/meeting.html", page, status=200 if page.paper else _GONE)


@require_safe
@or_tombstone
def item(request: HttpRequest, body: str, meeting: str, where: str) -> HttpResponse:
    """One item of the paper."""
    return render(request, "portal/item.html", found(item_queries.item(body, meeting, where, today())))
