"""The way to the API, which is loaded when somebody comes by; programs of any page may read the answers."""

from importlib import import_module

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt  # it only reads
def v1(request: HttpRequest, rest: str) -> HttpResponse:
    """Everything below `/api/v1/`."""
    response: HttpResponse = import_module("sagsgang.api.service").answer(request, rest)
    response["Access-Control-Allow-Origin"] = "*"
    return response
