"""The way to the API, which is loaded when somebody comes by."""

from importlib import import_module

from django.http import HttpRequest, HttpResponse

from sagsgang.api.answering import answering


@answering
def v1(request: HttpRequest, rest: str) -> HttpResponse:
    """Everything below `/api/v1/`."""
    response: HttpResponse = import_module("sagsgang.api.v1").answer(request, rest)
    return response
