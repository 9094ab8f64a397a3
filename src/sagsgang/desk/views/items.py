"""An item: its page, and every verb that its people do with it before it stands on an agenda."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import items as commands
from sagsgang.core.commands.documents import order
from sagsgang.core.commands.reading import opened, opened_decisions
from sagsgang.core.headings import LEGAL_BASES
from sagsgang.core.models import Item
from sagsgang.core.viewer import Viewer
from sagsgang.danish.digits import whole_number
from sagsgang.desk.forms import asked
from sagsgang.desk.forms.writing import CloseItem, bodies_named
from sagsgang.desk.keeping import key_of
from sagsgang.desk.page import back, desk, render
from sagsgang.desk.queries import item as query
from sagsgang.desk.queries.following import read_closed
from sagsgang.desk.queries.shown import Route, Shown
from sagsgang.desk.queries.writing import seen_item

Verb = Callable[[HttpRequest, Viewer, Item], None]


@require_safe
@desk
def item(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """The editor for those who may write now, the texts for those who may read them."""
    found = seen_item(viewer, item)
    page = query.item_page(viewer, found)
    if page.holds_closed and found.author_id != viewer.person:
        opened(viewer, found)
    opened_decisions(viewer, read_closed(page.promised))
    editing = page.may.write and (page.is_draft or "ret" in request.GET)
    return render(request, viewer, "desk/item.html", Shown(page, key_of(viewer), LEGAL_BASES, editing))


@require_safe
@desk
def route(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """The editor of the route, with templates and names."""
    found = seen_item(viewer, item)
    return render(request, viewer, "desk/route.html", Route.of(found, *query.bodies_and_route(found)))


@require_POST
@desk
def item_verb(request: HttpRequest, viewer: Viewer, item: int, verb: str) -> HttpResponse:
    """Do a verb with the item, and go back to where it was asked for."""
    act = VERBS.get(verb)
    if act is None:
        raise NotYours
    act(request, viewer, seen_item(viewer, item))
    if verb in _SAID:
        messages.success(request, _SAID[verb]())
    if verb == "route":
        return HttpResponseRedirect(reverse("desk:item", args=[item]))
    if verb in _OUT_OF_HAND and not Item.objects.visible_to(viewer).filter(pk=item).exists():
        return HttpResponseRedirect(reverse("desk:queue"))
    return HttpResponseRedirect(back(request))


def _title(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    known = whole_number(request.POST.get("version", ""))
    commands.set_title(viewer, item, request.POST.get("title", ""), item.version if known is None else known)


def _route(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    bodies, budget = bodies_named(request.POST.getlist("body")), bool(request.POST.get("annual_budget"))
    commands.set_route(viewer, item, bodies, annual_budget=budget)


def _document(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.set_document_number(viewer, item, request.POST.get("number", ""))


def _proposal(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.set_proposal(viewer, item, request.POST.get("member", ""), asked.day(request, "received_on"))


def _close(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    """The public title is changed first: what the street may read must not say what is closed."""
    form = CloseItem(request.POST)
    if not form.is_valid():
        raise Refused(_("Vælg hjemmel, en dato for, hvornår lukningen ses efter, og en offentlig titel."))
    said = form.cleaned_data
    with transaction.atomic():
        if said["public_title"] != item.public_title:
            commands.set_title(viewer, item, said["public_title"], item.version)
        commands.close_item(
            viewer, item, basis=said["basis"], review_on=said["review_on"], secret_title=said["secret_title"]
        )


def _open(_request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.open_item(viewer, item)


def _order(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    """The attachments in the order of the ids, which come with commas between them."""
    stated = map(whole_number, request.POST.get("ids", "").split(","))
    ids = [number for number in stated if number is not None]
    order(viewer, item, ids)


def _section(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.add_section(viewer, item, request.POST.get("heading", ""))


def _no_finances(_request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.no_finances(viewer, item)


def _submit(_request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.submit(viewer, item)


def _return(request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.give_back(viewer, item, request.POST.get("note", ""))


def _recall(_request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.recall(viewer, item)


def _approve(_request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.approve(viewer, item)


def _discard(_request: HttpRequest, viewer: Viewer, item: Item) -> None:
    commands.discard(viewer, item)


# Who approves sees an item while it waits for them: its page may be gone when they have done with it.
_OUT_OF_HAND = frozenset({"return", "approve", "pass_on"})
VERBS: Mapping[str, Verb] = {
    "title": _title,
    "route": _route,
    "document": _document,
    "proposal": _proposal,
    "close": _close,
    "open": _open,
    "order": _order,
    "section": _section,
    "no_finances": _no_finances,
    "submit": _submit,
    "return": _return,
    "recall": _recall,
    "approve": _approve,
    "pass_on": _approve,
    "discard": _discard,
}
_SAID: Mapping[str, Callable[[], str]] = {
    "submit": lambda: _("Punktet er sendt til godkendelse."),
    "return": lambda: _("Punktet er sendt tilbage med din note."),
    "recall": lambda: _("Punktet er kaldt tilbage og er din kladde igen."),
    "approve": lambda: _("Punktet er godkendt og klar til en dagsorden."),
    "pass_on": lambda: _("Punktet er godkendt og sendt videre til den næste."),
    "discard": lambda: _("Udkastet er kasseret. Nummeret bliver ikke brugt igen."),
    "close": lambda: _("Punktet er lukket for offentligheden."),
    "open": lambda: _("Punktet er åbent for offentligheden."),
    "title": lambda: _("Titlen er gemt."),
    "route": lambda: _("Ruten er gemt."),
}
