"""The employees' portal: every page of it is behind the login."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sagsgang.archive.models import Audience


def employees_only(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: where the process shows the employees' archive, leads whoever is not logged in to the login."""

    def respond(request: HttpRequest) -> HttpResponse:
        if settings.PORTAL == Audience.STREET:
            return get_response(request)
        if not request.user.is_authenticated and not request.path.startswith(_open()):
            return redirect_to_login(request.get_full_path(), reverse("login:in"))
        response = get_response(request)
        response["Cache-Control"] = "private, no-cache"
        return response

    return respond


def _open() -> tuple[str, str]:
    """The login itself, and the calendars, each of which has a key of its own: no calendar program can log in."""
    return reverse("login:in"), reverse("desk:calendar")
