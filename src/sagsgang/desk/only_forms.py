"""An address that only takes what a form sends, opened as a page: the reader is told, and shown the way back."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from sagsgang.core.viewer import Viewer
from sagsgang.desk.page import desk, render

Answer = Callable[[HttpRequest], HttpResponseBase]


def told(get_response: Answer) -> Answer:
    """Middleware: a refusal of the method without a word becomes a page where pages are read (RFC 9110, 15.5.6)."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        refused = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.path.startswith(settings.DESK)
        if not refused or "text/html" not in request.headers.get("Accept", ""):
            return response
        page = _told(request)
        page.headers.setdefault("Allow", response.headers["Allow"])
        return page

    return respond


@desk
def _told(request: HttpRequest, viewer: Viewer) -> HttpResponseBase:
    return render(request, viewer, "desk/only_forms.html", None, status=HTTPStatus.METHOD_NOT_ALLOWED)
