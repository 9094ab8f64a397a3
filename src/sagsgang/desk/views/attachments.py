"""Attachments: laid with an item many at once, fetched by those who may read them, opened, closed, taken away."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import NamedTuple

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from sagsgang.core import files
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.commands import documents as commands
from sagsgang.core.commands.reading import opened
from sagsgang.core.commands.shutting import shut_attachment
from sagsgang.core.models import Attachment, Item
from sagsgang.core.viewer import Viewer
from sagsgang.desk import json_posts
from sagsgang.desk.forms import asked
from sagsgang.desk.page import back, desk
from sagsgang.desk.queries.writing import seen_attachment, seen_item
from sagsgang.desk.uploads import arrived, dropped, too_big
from sagsgang.paper.model import Access

Verb = Callable[[HttpRequest, Viewer, Attachment], None]


class Sent(NamedTuple):
    """A file on its way to a reader."""

    checksum: str
    name: str
    media_type: str


@require_POST
@desk
def attach(request: HttpRequest, viewer: Viewer, item: int) -> HttpResponse:
    """Lay every file that was sent with the item; one that cannot be used does not keep the others out."""
    found = seen_item(viewer, item)
    refused = {**dropped(request), **_laid(request, viewer, found)}
    laid = len(request.FILES.getlist("files")) + len(dropped(request)) - len(refused)
    if json_posts.wants_json(request):
        return JsonResponse({"laid": laid, "refused": list(refused.values())})
    for place, reason in sorted(refused.items()):
        # Not the file's name: a message must not tell what is closed.
        messages.error(request, _("Fil %(n)d: ") % {"n": place} + reason)
    if laid:
        messages.success(request, ngettext("%(n)d bilag er lagt på.", "%(n)d bilag er lagt på.", laid) % {"n": laid})
    return HttpResponseRedirect(back(request))


def _laid(request: HttpRequest, viewer: Viewer, item: Item) -> dict[int, str]:
    """Lay the files, and say why some could not be used, by their places."""
    refused = {}
    for place, file in arrived(request, "files"):
        try:
            commands.attach(viewer, item, file.name or "", file.read())
        except NotYours:
            raise
        except Refused as refusal:
            ending = PurePath(file.name or "").suffix
            refused[place] = f"({ending}) {refusal}" if ending else str(refusal)
    return refused


@require_safe
@desk
def attachment(_request: HttpRequest, viewer: Viewer, attachment: int) -> FileResponse:
    """The file itself, to be saved; that somebody read a closed one is noted."""
    found = seen_attachment(viewer, attachment)
    return _sent(viewer, found.item, Sent(found.checksum, found.file_name, found.media_type))


@require_safe
@desk
def attachment_pdf(_request: HttpRequest, viewer: Viewer, attachment: int) -> FileResponse:
    """The PDF that was made of it."""
    found = seen_attachment(viewer, attachment)
    if not found.rendition:
        raise Http404
    made = files.public_file(found)
    return _sent(viewer, found.item, Sent(made.sha256, made.name, made.media_type))


def _sent(viewer: Viewer, item: Item, sent: Sent) -> FileResponse:
    try:
        kept = files.stream(sent.checksum)
    except FileNotFoundError as gone:
        raise Http404 from gone
    opened(viewer, item)
    return FileResponse(kept, content_type=sent.media_type, as_attachment=True, filename=sent.name)


@require_POST
@desk
def attachment_verb(request: HttpRequest, viewer: Viewer, attachment: int, verb: str) -> HttpResponse:
    """Do a verb with an attachment, and go back to where it was asked for."""
    act = _VERBS.get(verb)
    if act is None:
        raise NotYours
    act(request, viewer, seen_attachment(viewer, attachment))
    return HttpResponseRedirect(back(request))


def _rename(request: HttpRequest, viewer: Viewer, attachment: Attachment) -> None:
    commands.rename(viewer, attachment, request.POST.get("title", ""))


def _document(request: HttpRequest, viewer: Viewer, attachment: Attachment) -> None:
    commands.set_document_number(viewer, attachment, request.POST.get("number", ""))


def _replace(request: HttpRequest, viewer: Viewer, attachment: Attachment) -> None:
    file = request.FILES.get("file")
    if dropped(request):
        raise Refused(too_big())
    if not isinstance(file, UploadedFile):
        raise Refused(_("Vælg en fil."))
    commands.replace_file(viewer, attachment, file.name or "", file.read())


def _open(_request: HttpRequest, viewer: Viewer, attachment: Attachment) -> None:
    commands.set_access(viewer, attachment, Access.OPEN)


def _close(request: HttpRequest, viewer: Viewer, attachment: Attachment) -> None:
    commands.set_access(viewer, attachment, Access.CLOSED, request.POST.get("basis", ""))


def _shut(request: HttpRequest, viewer: Viewer, attachment: Attachment) -> None:
    looked = bool(request.POST.get("looked"))
    basis, reason = asked.word(request, "basis"), asked.word(request, "reason")
    others = shut_attachment(viewer, attachment, basis=basis, reason=reason, looked=looked)
    messages.success(request, _("Bilaget er lukket, og den nye udgave er sendt ud."))
    if others:
        messages.warning(request, _("Det samme bilag er også sendt ud til et andet møde. Luk det også der."))


def _remove(_request: HttpRequest, viewer: Viewer, attachment: Attachment) -> None:
    commands.remove(viewer, attachment)


_VERBS: Mapping[str, Verb] = {
    "rename": _rename,
    "document": _document,
    "replace": _replace,
    "open": _open,
    "close": _close,
    "remove": _remove,
    "shut": _shut,
}
