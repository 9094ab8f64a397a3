"""Views that are loaded when somebody comes by them: their libraries take 30 MB in each web worker."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]
_VIEWS = "sagsgang.login.views"


def view(module: str, name: str) -> View:
    """The view `name` of the module of that name among the views of this room."""

    def loaded(request: HttpRequest) -> HttpResponse:
        return cast("View", getattr(import_module(f"{_VIEWS}.{module}"), name))(request)

    return loaded
