"""The views of single sign-on, loaded when somebody comes by them: their libraries take 30 MB in each web worker."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]
_VIEWS = "sagsgang.login.views.provider"


def away(request: HttpRequest) -> HttpResponse:
    """To the provider."""
    return _view("away")(request)


def back(request: HttpRequest) -> HttpResponse:
    """Back from the provider."""
    return _view("back")(request)


def _view(name: str) -> View:
    return cast("View", getattr(import_module(_VIEWS), name))
