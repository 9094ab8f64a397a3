"""A page that only reads is asked to write: that is no expired form, and the answer says so."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sagsgang.portal.views.errors import not_allowed

_READS = ("GET", "HEAD", "OPTIONS")
_SPACES = frozenset({"portal", "file"})
_TAKES_FORMS = frozenset({"theme", "verify"})


class RefuseWriting:
    """Middleware, before the one that looks for a form's token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; one without a word about the method is a page."""
        response = self.get_response(request)
        refused = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content
        if refused and not request.path.startswith(settings.DESK):
            return not_allowed(request, response["Allow"])
        return response

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Refuse at once; say what may be done to whoever asks just that."""
        found = request.resolver_match
        if found is None or found.namespace not in _SPACES or found.url_name in _TAKES_FORMS:
            return None
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(_READS)})
        return None if request.method in _READS else not_allowed(request, ", ".join(_READS))
