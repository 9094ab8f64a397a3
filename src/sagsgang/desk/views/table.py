"""What is taken up at the table: a case that is there, or one that is opened with the item."""

from dataclasses import replace
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import decisions
from sagsgang.core.models import Item, Meeting
from sagsgang.core.viewer import Viewer
from sagsgang.desk.forms import asked
from sagsgang.desk.page import desk
from sagsgang.desk.queries.live import Added
from sagsgang.desk.queries.live import live as query
from sagsgang.desk.queries.reach import case_numbered, item_at, led_meeting
from sagsgang.desk.views.live import shown
from sagsgang.paper.model import ItemType


class _Unknown(Refused):
    pass


@require_POST
@desk
def add_item(request: HttpRequest, viewer: Viewer, meeting: int, item: int) -> HttpResponse:
    """Take it up, and go there; what cannot be taken up stands as it was typed, beside the item that was shown."""
    found = led_meeting(viewer, meeting)
    here = item_at(found, viewer, item)
    try:
        made = _taken_up(request, viewer, found)
    except NotYours:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
        typed = Added(
            title=asked.word(request, "title"),
            number=asked.word(request, "case"),
            item_type=asked.word(request, "item_type"),
            basis=asked.word(request, "basis"),
            unknown=isinstance(refusal, _Unknown),
        )
        page = replace(query(viewer, meeting, here.id), added=typed)
        return shown(request, viewer, page, HTTPStatus.UNPROCESSABLE_ENTITY)
    return HttpResponseRedirect(reverse("desk:live", args=(meeting, made.id)))


def _taken_up(request: HttpRequest, viewer: Viewer, meeting: Meeting) -> Item:
    number, kind = asked.word(request, "case"), asked.word(request, "item_type")
    case = case_numbered(viewer, number) if number else None
    if number and case is None and not request.POST.get("open"):
        raise _Unknown(_("Sagen findes ikke. Ret nummeret, opret sagen med det, eller lad feltet stå tomt."))
    if kind not in set(ItemType):
        raise Refused(_("Vælg en sagstype."))
    made = decisions.add_item(
        viewer,
        meeting,
        case,
        asked.word(request, "title"),
        ItemType(kind),
        number="" if case else number,
        basis=asked.word(request, "basis"),
    )
    if case is None:
        said = _("Der er oprettet en sag til punktet: %(number)s.") % {"number": made.case.number}
        messages.success(request, said)
    return made
