"""Pages of other sites may read open data: the header that browsers ask for, also on "not changed"."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, Range, *",
    "Access-Control-Max-Age": "86400",
}
_OPEN = "/oparl"


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: outside of whatever writes an answer anew."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith(_OPEN):
            added = {**HEADERS, **(_PREFLIGHT if request.method == "OPTIONS" else {})}
            for name, value in added.items():
                response[name] = value
        return response

    return respond
