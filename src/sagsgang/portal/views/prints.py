"""Prints made on request: a request only puts one in line, as a cache fills; the worker makes it, once for all."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from sagsgang.archive.models import LARGE_PRINTS, RenditionKind
from sagsgang.portal.page import render
from sagsgang.portal.queries.prints import PrintPage, asked
from sagsgang.portal.views.gone import or_tombstone
from sagsgang.portal.views.parse import found

_PDF = "application/pdf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MADE_NOW, _NOT_NOW = 202, 503
_SOON, _LATER = 5, 120  # seconds


@require_safe
@or_tombstone
def large(request: HttpRequest, body: str, meeting: str, size: int) -> HttpResponseBase:
    """The paper in large print."""
    if size not in LARGE_PRINTS:
        raise Http404
    page = found(asked(body, meeting, LARGE_PRINTS[size]))
    return _answer(request, page, f"{body}-{meeting}-{size}-punkt.pdf")


@require_safe
@or_tombstone
def item(request: HttpRequest, body: str, meeting: str, where: str) -> HttpResponseBase:
    """One item of the paper alone."""
    page = found(asked(body, meeting, RenditionKind.ITEM, where))
    return _answer(request, page, f"{body}-{meeting}-punkt-{where}.pdf")


@require_safe
@or_tombstone
def attached(request: HttpRequest, body: str, meeting: str) -> HttpResponseBase:
    """The paper with the files of all its open attachments."""
    page = found(asked(body, meeting, RenditionKind.ATTACHED))
    return _answer(request, page, f"{body}-{meeting}-med-bilag.pdf")


@require_safe
@or_tombstone
def word(request: HttpRequest, body: str, meeting: str) -> HttpResponseBase:
    """The paper as a Word document."""
    page = found(asked(body, meeting, RenditionKind.WORD))
    return _answer(request, page, f"{body}-{meeting}.docx", _WORD)


@require_safe
@or_tombstone
def word_item(request: HttpRequest, body: str, meeting: str, where: str) -> HttpResponseBase:
    """One item of the paper as a Word document."""
    page = found(asked(body, meeting, RenditionKind.WORD_ITEM, where))
    return _answer(request, page, f"{body}-{meeting}-punkt-{where}.docx", _WORD)


def _answer(request: HttpRequest, page: PrintPage, name: str, media_type: str = _PDF) -> HttpResponseBase:
    order = page.order
    if order and order.file:
        response: HttpResponseBase = FileResponse(
            order.file.open("rb"), content_type=media_type, filename=name, as_attachment=media_type == _WORD
        )
        response["Cache-Control"] = "no-cache"
        response["ETag"] = f'"{order.number}-{order.file.stat().st_mtime_ns}"'
    elif order and not order.failed:
        response = render(request, "portal/print_wait.html", page, status=_MADE_NOW)
        response["Retry-After"] = response["Refresh"] = str(_SOON)
    else:
        response = render(request, "portal/print_wait.html", page, status=_NOT_NOW)
        response["Retry-After"] = str(_LATER)
    # A search engine has the page; it need not have every form of print made.
    response["X-Robots-Tag"] = "noindex"
    return response
