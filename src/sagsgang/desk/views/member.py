"""What a member sees: my meetings, the agenda to read, the meeting as it goes, my decisions."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sagsgang.core.act import NotYours
from sagsgang.core.commands.reading import opened_decisions, opened_paper
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.paging import wanted
from sagsgang.desk.queries.mine import mine
from sagsgang.desk.queries.reach import attended_meeting
from sagsgang.desk.queries.reading import reading
from sagsgang.desk.queries.taken import decisions


@require_safe
@desk
def my_meetings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """My meetings."""
    if not viewer.seats:
        raise NotYours
    return render(request, viewer, "desk/my_meetings.html", mine(viewer))


@require_safe
@desk
def read(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """The agenda, and the minutes as they are written, in big type."""
    return _shown(request, viewer, "desk/read.html", meeting, marked=True)


@require_safe
@desk
def follow(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """The item that is being treated."""
    return _shown(request, viewer, "desk/follow.html", meeting)


def _shown(
    request: HttpRequest, viewer: Viewer, template: str, meeting: int, *, marked: bool = False
) -> HttpResponse:
    """The meeting as a member reads it; the Journal keeps that closed items were read."""
    found = attended_meeting(viewer, meeting)
    page = reading(viewer, found, marked=marked)
    opened_paper(viewer, found)
    return render(request, viewer, template, page)


@require_safe
@desk
def taken(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The decisions that I took part in."""
    if not viewer.seats:
        raise NotYours
    page = decisions(viewer, wanted(request))
    opened_decisions(viewer, (row.item for row in page.rows))
    return render(request, viewer, "desk/taken.html", page)
