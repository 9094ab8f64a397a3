"""What goes back: JSON that a person can read too, with its tag and time, or a problem (RFC 9457)."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from sagsgang.archive.settled import settled
from sagsgang.oparl.addresses import SCHEMA
from sagsgang.oparl.pretty import pretty

View = Callable[..., HttpResponseBase]
METHODS = ("GET", "HEAD", "OPTIONS")
_LOG = logging.getLogger("django.request")


class Wrong(Exception):  # noqa: N818 - it is what the question is
    """A question that cannot be answered; the message is Danish, for whoever asks."""


def told(data: dict[str, Any], modified: datetime | None) -> HttpResponse:
    """`data` as JSON, in its own order; `modified` is when it last said something else."""
    body = pretty(data).encode()
    response = HttpResponse(body, content_type="application/json")
    response["ETag"] = f'"{sha256(body).hexdigest()[:32]}"'
    if since := settled(modified):
        response["Last-Modified"] = http_date(since.timestamp())
    response["Cache-Control"] = "no-cache"
    return response


def problem(status: int, title: str, detail: str) -> HttpResponse:
    """A problem, which is an error object of OParl as well."""
    said = {
        "type": f"{SCHEMA}/Error",
        "title": title,
        "status": status,
        "detail": detail,
        "message": f"{title}. {detail}",
        "debug": f"HTTP {status}",
    }
    return HttpResponse(pretty(said), status=status, content_type="application/problem+json")


def answering(view: View) -> View:
    """`view` as one that answers every question, also those that nobody meant well, with JSON."""

    @csrf_exempt  # it only reads
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method not in METHODS:
            return _with_methods(problem(405, "Her kan kun læses", "Brug GET eller HEAD."))
        if request.method == "OPTIONS":
            return _with_methods(HttpResponse(status=204))
        try:
            return _steadily(view, request, *args, **kwargs)
        except Wrong as wrong:
            return problem(400, "Spørgsmålet kan ikke forstås", str(wrong))
        except Http404:
            if request.path.endswith("/"):
                return _without_slash(request)
            return problem(404, "Her er intet", "Adressen findes ikke, eller det, den nævner, er ikke offentligt.")
        except Exception:
            got_request_exception.send(sender=None, request=request)
            _LOG.exception("%s", request.path, extra={"status_code": 500, "request": request})
            return problem(500, "Noget gik galt hos os", "Prøv igen om lidt.")

    return answer


def _without_slash(request: HttpRequest) -> HttpResponse:
    """Ours have no slash at the end; some programs write one."""
    query = request.META.get("QUERY_STRING", "")
    address = quote(request.path.rstrip("/"))
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def _steadily(view: View, *args: Any, **kwargs: object) -> HttpResponseBase:
    """A paper that comes into force while its rows are read leaves some of before and some of after: read again."""
    try:
        return view(*args, **kwargs)
    except LookupError:
        return view(*args, **kwargs)


def _with_methods(response: HttpResponse) -> HttpResponse:
    response["Allow"] = ", ".join(METHODS)
    return response
