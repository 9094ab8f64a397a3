"""The pages around ours: the portal's frame, wired in the settings, as no room of the street imports another."""

from importlib import import_module

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def render(request: HttpRequest, template: str, page: object, status: int = 200) -> HttpResponse:
    """The response with the portal's header and footer; raises when the template asks the database for anything."""
    response: HttpResponse = import_module(settings.STREET).render(request, template, page, status)
    return response


def authority() -> str:
    """Whose archive this is."""
    return str(import_module(settings.STREET).authority())
