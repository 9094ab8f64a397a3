"""The meeting while it runs: one page for each item, and what is written at it."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import dateformat, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.act import Conflict, NotYours, Refused
from sagsgang.core.commands import ballots, bringing, decisions, followups, last_minutes, routing, sitting
from sagsgang.core.commands.reading import opened_decisions, opened_paper
from sagsgang.core.models import Decision, Item, Person
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Viewer
from sagsgang.danish.deadlines import Due, DueKind
from sagsgang.desk import json_posts
from sagsgang.desk.forms import asked
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries.following import read_closed
from sagsgang.desk.queries.live import Live, sitting_at
from sagsgang.desk.queries.live import live as query
from sagsgang.desk.queries.reach import item_at, led_meeting

Verb = Callable[[HttpRequest, Viewer, Item], None]


@require_safe
@desk
def live(request: HttpRequest, viewer: Viewer, meeting: int, item: int) -> HttpResponse:
    """The page of one item."""
    return shown(request, viewer, query(viewer, meeting, item))


def shown(request: HttpRequest, viewer: Viewer, page: Live, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    """The page, noted as a reading of what is closed in it."""
    if page.item.meeting:
        opened_paper(viewer, page.item.meeting, page.item.id)
    opened_decisions(viewer, read_closed(page.promised))
    return render(request, viewer, "desk/live.html", page, status)


@require_safe
@desk
def sitting_page(_request: HttpRequest, viewer: Viewer, meeting: int) -> HttpResponse:
    """To the item that the meeting has come to."""
    found = led_meeting(viewer, meeting)
    item = sitting_at(viewer, found)
    if item is None:
        return HttpResponseRedirect(reverse("desk:meeting", args=(meeting,)))
    return HttpResponseRedirect(reverse("desk:live", args=(meeting, item)))


@require_POST
@desk
def live_verb(request: HttpRequest, viewer: Viewer, meeting: int, item: int, verb: str) -> HttpResponse:
    """Write something at the item, and go on to the next item or back."""
    found = item_at(led_meeting(viewer, meeting), viewer, item)
    if verb == "minute":
        return _minute(request, viewer, found)
    act = VERBS.get(verb)
    if act is None:
        raise Http404
    act(request, viewer, found)
    onward = asked.word(request, "videre")
    if onward and not (verb == "decide" and followups.proposals(found)):
        return HttpResponseRedirect(reverse("desk:live", args=(meeting, asked.numeral(onward))))
    return HttpResponseRedirect(back(request))


def _minute(request: HttpRequest, viewer: Viewer, item: Item) -> HttpResponse:
    """Keep the decision's words: from our script in JSON, or from the page's own button."""
    typed = json_posts.typed(request)
    if typed is None:
        return JsonResponse({}, status=HTTPStatus.BAD_REQUEST)
    if typed.person not in {None, viewer.person}:
        return JsonResponse({}, status=HTTPStatus.FORBIDDEN)  # another one has logged in since the page was made
    try:
        saved = decisions.write_decision(viewer, item, typed.text, typed.version)
    except Conflict as clash:
        return _clash(request, viewer, item, typed.text, clash)
    except Refused as refusal:
        if json_posts.is_json(request) and not isinstance(refusal, NotYours):
            return JsonResponse({"refused": str(refusal)}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        raise
    if not json_posts.is_json(request):
        return HttpResponseRedirect(back(request))
    return JsonResponse({"version": saved.version, "saved": now(), "outcome": saved.outcome})


def now() -> str:
    """The time as a page tells it."""
    return dateformat.time_format(timezone.localtime().time(), pgettext("klokkeslæt", r"\k\l. H.i"))


def _clash(request: HttpRequest, viewer: Viewer, item: Item, mine: str, clash: Conflict) -> HttpResponse:
    """Both texts, nothing overwritten."""
    if json_posts.is_json(request):
        said = {"theirs": clash.theirs, "version": clash.version, "by": _("En anden")}
        return JsonResponse(said, status=HTTPStatus.CONFLICT)
    page = replace(query(viewer, item.meeting_id or 0, item.id), unsaved=mine)
    return shown(request, viewer, page, HTTPStatus.CONFLICT)


def _decide(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    """Confirm the outcome that was chosen, or the one that the text proposes."""
    decided = item.state == ItemState.DECIDED
    outcome = asked.word(request, "outcome") or _proposed(viewer, item)
    points = asked.numbered(request, "point-")
    (decisions.redecide if decided else decisions.decide)(viewer, item, outcome, points)
    messages.success(request, _("Punkt %(number)s er besluttet.") % {"number": item.number or ""})
    if followups.proposals(item):
        messages.warning(request, _("Beslutningen lover noget. Bekræft hver aftale, før I går videre."))


def _proposed(viewer: Viewer, item: Item) -> str:
    text = Decision.objects.visible_to(viewer).filter(item=item).values_list("text", flat=True).first()
    return str(decisions.proposed(item, text).primary) if text else ""


def _approve_minutes(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    """Say of the last minutes that they are approved; where they wait for that, their cases go on."""
    led = last_minutes.approve_last(viewer, item)
    messages.success(request, _("Punkt %(number)s er besluttet.") % {"number": item.number or ""})
    if led:
        messages.success(request, _("Referatet er afsluttet. Nu kan det offentliggøres."))


def _openness(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    """Close the decision by the basis that was picked, or open it when none was."""
    basis = asked.word(request, "basis")
    decisions.close_decision(viewer, item, basis)
    done = _("Beslutningen er lukket for offentligheden.") if basis else _("Beslutningen er åben.")
    messages.success(request, done)


def _attend(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    """Who is away from the item, and who has a conflict of interest; only what changed is written."""
    away, conflict = set(request.POST.getlist("away")), set(request.POST.getlist("conflict"))
    before = {row.person_id: (row.away, row.conflict) for row in item.presences.all()}
    listed = [asked.numeral(one) for one in request.POST.getlist("person")]
    for person in Person.objects.filter(id__in=listed):
        said = (str(person.id) in away, str(person.id) in conflict)
        if said != before.get(person.id, (False, False)):
            sitting.set_presence(viewer, item, person, away=said[0], conflict=said[1])
    messages.success(request, _("Fremmødet er gemt."))


def _vote(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    ballots.vote(viewer, item, asked.numbered(request, "vote-"))
    messages.success(request, _("Afstemningen er gemt."))


def _dissent(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    ballots.dissent(viewer, item, asked.person(request, "person"), asked.word(request, "text"))
    messages.success(request, _("Udtalelsen er ført til referat."))


def _bring(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    person = asked.person(request, "person") if asked.word(request, "person") else None
    bringing.bring(viewer, item, person)
    if person:
        messages.success(request, _("Beslutningen indbringes for kommunalbestyrelsen, når mødet sluttes."))
    else:
        messages.success(request, _("Beslutningen indbringes ikke."))


def _promise(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    owner = asked.person(request, "owner")
    undated = bool(request.POST.get("undated"))
    followups.promise(viewer, item, asked.word(request, "text"), owner, due=due_of(request), undated=undated)
    messages.success(request, _("Aftalen står på listen over opfølgning."))


def due_of(request: HttpRequest) -> Due | None:
    """The deadline that was chosen; None for none."""
    day = asked.day(request, "due")
    return Due(DueKind.INTERVAL, day, day) if day else None


def _forward(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    made = routing.forward(viewer, item)
    messages.success(request, _("Sagen er sendt videre til %(body)s.") % {"body": made.body.name})


def _stop(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    routing.stop(viewer, item, asked.word(request, "reason"), looked=asked.looked(request))
    messages.success(request, _("Sagen stopper her."))


def _skip(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    routing.skip(viewer, item, asked.word(request, "reason"), looked=asked.looked(request))
    messages.success(request, _("Næste led er sprunget over."))


def _resume(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    routing.resume(viewer, item, asked.word(request, "reason"), looked=asked.looked(request))
    messages.success(request, _("Sagen er genoptaget og ligger som kladde hos sagsbehandleren."))


def _remark(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    made = routing.remark(viewer, item, asked.word(request, "text"))
    messages.success(request, _("Bemærkningen er skrevet."))
    if made.unsent and made.item.meeting:
        day = dateformat.format(made.item.meeting.date, pgettext("dato", "j. F Y"))
        said = _("Dagsordenen for mødet den %(day)s er udsendt. Læserne får bemærkningen, når du sender et tillæg.")
        messages.warning(request, said % {"day": day})


VERBS: dict[str, Verb] = {
    "forward": _forward,
    "stop": _stop,
    "skip": _skip,
    "resume": _resume,
    "remark": _remark,
    "decide": _decide,
    "openness": _openness,
    "approve_minutes": _approve_minutes,
    "attend": _attend,
    "vote": _vote,
    "dissent": _dissent,
    "bring": _bring,
    "promise": _promise,
}
