"""The kept PDF of a paper, which a request never makes, the worker does; and the files of open attachments."""

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from sagsgang.portal.page import render
from sagsgang.portal.queries import pdf as queries
from sagsgang.portal.queries.attached import attached
from sagsgang.portal.views.gone import or_tombstone
from sagsgang.portal.views.parse import found

_NOT_YET = 503
_RETRY = 30
# What a browser shows without running anything; everything else is saved.
_SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"})
# Its content never changes, yet caches ask each time: what is taken off the street is gone at once.
_KEPT_FOR = "public, no-cache"
_NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


@require_safe
@or_tombstone
def pdf(request: HttpRequest, body: str, meeting: str) -> HttpResponseBase:
    """The PDF, or a page that says that it is on its way."""
    kept = found(queries.kept_pdf(body, meeting))
    if kept.file is None:
        waiting = render(request, "portal/pdf_wait.html", kept.meeting, status=_NOT_YET)
        waiting["Retry-After"] = str(_RETRY)
        return waiting
    response = FileResponse(kept.file.open("rb"), content_type="application/pdf", filename=f"{body}-{meeting}.pdf")
    response["Cache-Control"] = "no-cache"
    response["ETag"] = f'"{kept.seal}"'
    return response


@require_safe
@or_tombstone
def attachment(_request: HttpRequest, digest: str, name: str) -> HttpResponseBase:
    """The file of an attachment: PDF and pictures to look at, the rest to save. Nothing in it runs here."""
    held = found(attached(digest, name))
    file, shown = held.row, held.row.media_type in _SHOWN
    response = FileResponse(
        held.path.open("rb"), as_attachment=not shown, filename=file.name, content_type=file.media_type
    )
    response["Cache-Control"] = _KEPT_FOR
    response["ETag"] = f'"{file.sha256}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _NOTHING_RUNS
    return response
