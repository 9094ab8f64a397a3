"""The files that robots fetch, and the deep links into the portal, under FirstAgenda Publication's addresses."""

import json
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import http_date

from sagsgang.api import gone
from sagsgang.api.answering import answering
from sagsgang.api.firstagenda_rows import gone_agenda, meeting_of
from sagsgang.api.identities import Kind, row_of
from sagsgang.api.problems import not_found, problem
from sagsgang.archive.attached import open_file
from sagsgang.archive.files import pdf_file
from sagsgang.archive.models import Audience, Entry, Trace, TraceKind
from sagsgang.archive.settled import settled

_RETRY_SECONDS = 30
# What a browser may show in its own window; everything else it is to keep.
_SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg", "text/plain"})


@answering
def attachment(_request: HttpRequest, identity: str) -> HttpResponseBase:
    """An attachment's file; an item's id, which some ask for here, too, leads to its print."""
    trace = _trace(Kind.ATTACHMENT, TraceKind.FILE, identity)
    if trace is None:
        return _item_print(identity)
    if trace.deleted:
        return problem(HTTPStatus.GONE, f"Filen er taget ned. Begrundelse: {trace.reason}")
    said = json.loads(trace.data)
    held = open_file(Audience.STREET, said["sha256"], said["name"]) if "sha256" in said else None
    if held is None:
        return not_found()
    return _served(held.path, said["name"], said["type"], tag=said["sha256"], modified=trace.modified)


@answering
def named(request: HttpRequest) -> HttpResponseBase:
    """The same, with the id as `documentId`."""
    found: HttpResponseBase = attachment(request, request.GET.get("documentId", ""))
    return found


@answering
def paper(_request: HttpRequest, identity: str) -> HttpResponseBase:
    """The PDF of a meeting's agenda or minutes."""
    row = meeting_of(identity)
    if row is None or row.edition is None:
        return gone.answer(gone_agenda(identity))
    file = pdf_file(row.edition.pk)
    if row.edition.pdf_id is None or not file.is_file():
        waiting = problem(HTTPStatus.SERVICE_UNAVAILABLE, "PDF'en er på vej. Prøv igen om lidt.")
        waiting["Retry-After"] = str(_RETRY_SECONDS)
        return waiting
    seal, name = row.edition.seal, f"{row.body.slug}-{row.slug}.pdf"
    return _served(file, name, "application/pdf", tag=seal.record_hash, modified=seal.sealed_at)


@answering
def item(_request: HttpRequest, identity: str) -> HttpResponseBase:
    """The print of one item, which the portal makes for whoever asks."""
    return _item_print(identity)


@answering
def shown(request: HttpRequest) -> HttpResponseBase:
    """The deep link of a meeting (`id`), or of an item of it (`punktid`), leads to its page."""
    row = meeting_of(request.GET.get("id", ""))
    page = reverse("portal:meeting", args=[row.body.slug, row.slug]) if row else reverse("portal:front")
    return HttpResponseRedirect(_item("portal:item", request.GET.get("punktid", "")) or page)


@answering
def anonymous(_request: HttpRequest) -> HttpResponseBase:
    """Where robots used to fetch a cookie. None is needed: they are sent to the front page without one."""
    return HttpResponseRedirect(reverse("portal:front"))


def _item_print(identity: str) -> HttpResponse:
    address = _item("file:pdf-item", identity)
    return HttpResponseRedirect(address) if address else not_found()


def _item(page: str, identity: str) -> str | None:
    trace = _trace(Kind.ITEM, TraceKind.ITEM, identity)
    if trace is None or trace.entry_id is None:
        return None
    entry = Entry.objects.select_related("meeting__body").filter(pk=trace.entry_id).first()
    if entry is None:
        return None
    where = entry.number or f"-{entry.position}"
    return reverse(page, args=[entry.meeting.body.slug, entry.meeting.slug, where])


def _trace(kind: Kind, of: TraceKind, text: str) -> Trace | None:
    named_row = row_of(kind, text)
    rows = Trace.objects.filter(kind=of, audience=Audience.STREET)
    return rows.filter(pk=named_row[0]).first() if named_row else None


def _served(path: Path, name: str, media_type: str, *, tag: str, modified: datetime) -> FileResponse:
    response = FileResponse(
        path.open("rb"), as_attachment=media_type not in _SHOWN, filename=name, content_type=media_type
    )
    response["ETag"] = f'"{tag[:32]}"'
    if since := settled(modified):
        response["Last-Modified"] = http_date(since.timestamp())
    response["Cache-Control"] = "no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response
