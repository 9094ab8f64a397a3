"""How every address of the room answers: to pages of any site, in JSON also when something is wrong (RFC 9457)."""

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from sagsgang.api.problems import problem

View = Callable[..., HttpResponseBase]
_METHODS = ("GET", "HEAD", "OPTIONS")
_SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(_METHODS),
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, Range, *",
    "Access-Control-Max-Age": "86400",
}
_LOG = logging.getLogger("django.request")


def answering(view: View) -> View:
    """`view` as one that only reads, and whose faults are problems, too."""

    @csrf_exempt  # it only reads
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = _answered(view, request, *args, **kwargs)
        for name, value in {**_SHARED, **(_PREFLIGHT if request.method == "OPTIONS" else {})}.items():
            response[name] = value
        return response

    return answer


def _answered(view: View, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _with_methods(HttpResponse(status=HTTPStatus.NO_CONTENT))
    if request.method not in _METHODS:
        return _with_methods(problem(HTTPStatus.METHOD_NOT_ALLOWED, "Her kan kun læses: brug GET eller HEAD."))
    try:
        return view(request, *args, **kwargs)
    except Exception:
        got_request_exception.send(sender=None, request=request)
        _LOG.exception("%s", request.path, extra={"status_code": 500, "request": request})
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "Noget gik galt hos os. Prøv igen om lidt.")


def _with_methods(response: HttpResponse) -> HttpResponse:
    response["Allow"] = ", ".join(_METHODS)
    return response
