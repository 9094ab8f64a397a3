"""The paper of a meeting as it would be sent now: for the secretaries of the body."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sagsgang.core.commands.reading import opened_items, opened_paper
from sagsgang.core.models import Meeting
from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render
from sagsgang.desk.queries import preview as query
from sagsgang.desk.queries.reach import led_meeting
from sagsgang.paper.model import Paper, PaperKind


@require_safe
@desk
def preview(request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """The full and the open edition beside each other."""
    kind = PaperKind.MINUTES if request.GET.get("referat") else PaperKind.AGENDA
    found = led_meeting(viewer, meeting)
    return render(request, viewer, "desk/preview.html", query.preview(_full(viewer, found, kind), found, kind))


def _full(viewer: Viewer, meeting: Meeting, kind: PaperKind) -> Paper:
    """All that the viewer may read of the paper; that they were shown what is closed in it is noted."""
    if sent := query.sent(viewer, meeting, kind):
        opened_paper(viewer, meeting)
        return sent
    items = query.items_now(viewer, meeting)
    opened_items(viewer, items)
    return query.paper_now(viewer, meeting, kind, items)
