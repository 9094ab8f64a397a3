"""A wrong address, and whatever goes wrong outside of the rooms: each room's readers are answered in its own way."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from sagsgang.api.problems import problem
from sagsgang.desk import page
from sagsgang.oparl.answers import problem as oparl_problem
from sagsgang.portal.views import errors


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The address or its host is not understood."""
    answer = _told(request, HTTPStatus.BAD_REQUEST, "Adressen eller dens værtsnavn kan ikke forstås.")
    return answer or errors.bad_request(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """The desk answers below its own path, with its menu."""
    if request.path.startswith(settings.DESK):
        return page.missing(request)
    return errors.not_found(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    answer = _told(request, HTTPStatus.INTERNAL_SERVER_ERROR, "Noget gik galt hos os. Prøv igen om lidt.")
    return answer or errors.failed(request)


def _told(request: HttpRequest, status: HTTPStatus, detail: str) -> HttpResponse | None:
    """Programs are told in JSON (RFC 9457); None for everybody else."""
    if request.path.startswith("/oparl/"):
        return oparl_problem(status, status.phrase, detail)
    return problem(status, detail) if request.path.startswith("/api/") else None
