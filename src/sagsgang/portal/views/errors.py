"""What a reader sees when an address is wrong or something fails."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from sagsgang.portal.page import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """The address or its host is not understood."""
    return _error(
        request, 400, _("Adressen kan ikke forstås"), _("Gå til forsiden, eller søg efter det, du mangler.")
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Nothing is at the address, or nothing that the street may see."""
    return _error(
        request,
        404,
        _("Siden findes ikke"),
        _("Måske er adressen skrevet forkert, eller også er siden ikke offentlig. Søg efter det, du mangler."),
    )


def not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """The page does not take what was sent; `allowed` are the methods that it knows."""
    response = _error(
        request,
        405,
        _("Det kan man ikke her"),
        _("Adressen tager ikke imod det, der blev sendt. Gå til forsiden, eller søg efter det, du mangler."),
    )
    response["Allow"] = allowed
    return response


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _error(
        request, 500, _("Noget gik galt hos os"), _("Prøv igen om lidt. Bliver det ved, så skriv til kommunen.")
    )


def _error(request: HttpRequest, status: int, title: str, advice: str) -> HttpResponse:
    return render(request, "portal/error.html", {"status": status, "title": title, "advice": advice}, status=status)
