"""A wrong address: the desk answers below its own path, the portal everywhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sagsgang.desk import page
from sagsgang.portal.views import errors


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The room's own page, with its menu."""
    if request.path.startswith(settings.DESK):
        return page.missing(request)
    return errors.not_found(request, exception)
