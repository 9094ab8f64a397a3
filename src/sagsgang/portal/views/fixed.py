"""The pages that need no archive, and the switch between light and dark."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from sagsgang.portal.page import COOKIE, THEMES, render

_YEAR = 365 * 24 * 3600


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this archive is, and how to trust it."""
    return render(request, "portal/about.html", None)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement that the law asks for (lov nr. 692 af 08/06/2018, § 4)."""
    return render(request, "portal/accessibility.html", settings.ACCESSIBILITY)


@csrf_exempt  # it changes nothing but the reader's own cookie, and pages are kept without a token of anybody
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen look in the reader's own browser and goes back to the page."""
    back = request.POST.get("tilbage", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("visning", "")
    if chosen in THEMES:
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
