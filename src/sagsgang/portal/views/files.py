"""The kept PDF of a paper; a request never makes one, the worker does."""

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from sagsgang.portal.page import render
from sagsgang.portal.queries import pdf as queries
from sagsgang.portal.views.parse import found

_NOT_YET = 503
_RETRY = 30


@require_safe
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
