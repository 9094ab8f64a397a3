"""The bytes of files: PDFs of the papers, and open attachments."""

from dataclasses import dataclass
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.http import http_date

from sagsgang.archive.attached import open_file
from sagsgang.archive.files import pdf_file
from sagsgang.archive.models import Trace, TraceKind
from sagsgang.archive.settled import settled
from sagsgang.oparl.addresses import addresses
from sagsgang.oparl.answers import answering, problem
from sagsgang.oparl.objects.file import write
from sagsgang.oparl.objects.frame import Frame, data
from sagsgang.oparl.views import trace_of

# What a browser may show in its own window. An access address may ask for nothing to be kept (specification 2.8),
# so everything else is shown, too, without any of it being run.
_SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg", "text/plain"})
_STILL = "default-src 'none'; sandbox"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file on the disk, with its tag."""

    path: Path
    tag: str


@answering
def content(request: HttpRequest, key: str) -> HttpResponseBase:
    """The file, to look at."""
    return _served(request, key, to_keep=False)


@answering
def download(request: HttpRequest, key: str) -> HttpResponseBase:
    """The file, to keep."""
    return _served(request, key, to_keep=True)


def _served(request: HttpRequest, key: str, *, to_keep: bool) -> HttpResponseBase:
    trace = trace_of(TraceKind.FILE, key)
    if trace.deleted:
        return problem(410, "Filen er taget ned", trace.reason)
    kept = _kept(trace)
    if kept is None:
        raise Http404
    said = write([trace], Frame(addresses(request)))[0]
    response = FileResponse(
        kept.path.open("rb"),
        as_attachment=to_keep,
        filename=said["fileName"],
        content_type=said["mimeType"],
    )
    response["ETag"] = f'"{kept.tag[:32]}"'
    if since := settled(trace.modified):
        response["Last-Modified"] = http_date(since.timestamp())
    response["Cache-Control"] = "no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    if said["mimeType"] not in _SHOWN:
        response["Content-Security-Policy"] = _STILL
    return response


def _kept(trace: Trace) -> Kept | None:
    said = data(trace)
    if "edition" in said:
        path = pdf_file(said["edition"])
        return Kept(path, said["sha512"]) if path.is_file() else None
    held = open_file(trace.audience, said["sha256"], said["name"])
    return Kept(held.path, said["sha256"]) if held else None
