"""The editions of a paper, what changed between them, and whether a file is one of them."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from sagsgang.archive.files import pdf_file
from sagsgang.archive.recognise import recognise
from sagsgang.portal.page import render
from sagsgang.portal.queries import editions as queries
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.verifying import VerifyPage, told
from sagsgang.portal.views.gone import or_tombstone
from sagsgang.portal.views.parse import found

_TOO_LARGE = 413
_LARGEST = 20_000_000  # bytes, held in memory for a moment; a paper's own PDF is far smaller


@require_safe
def editions(request: HttpRequest, body: str, meeting: str) -> HttpResponse:
    """Every edition with its seal; with two of them named, the way to what changed between them."""
    page = found(queries.editions(body, meeting))
    earlier, later = request.GET.get("fra", ""), request.GET.get("til", "")
    if {earlier, later} <= {one.name for one in page.comparable}:
        return redirect("portal:difference", body, meeting, earlier, later)
    return render(request, "portal/editions.html", page)


@require_safe
@or_tombstone
def difference(request: HttpRequest, body: str, meeting: str, earlier: str, later: str) -> HttpResponse:
    """What changed from one edition to another."""
    return render(request, "portal/difference.html", found(queries.difference(body, meeting, earlier, later)))


@require_safe
@or_tombstone
def sealed(_request: HttpRequest, body: str, meeting: str, edition: str) -> HttpResponse:
    """The sealed bytes, exactly; 404 when they no longer are what was sealed."""
    kept = found(queries.sealed(body, meeting, edition))
    if not kept.genuine:
        raise Http404
    response = HttpResponse(kept.data, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{body}-{meeting}-{edition}.json"'
    return response


@require_safe
@or_tombstone
def edition_pdf(_request: HttpRequest, body: str, meeting: str, edition: str) -> HttpResponseBase:
    """The kept PDF of an edition, an earlier one too."""
    file = pdf_file(found(queries.pdf_of(body, meeting, edition)))
    if not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="application/pdf", filename=f"{body}-{meeting}-{edition}.pdf")


@csrf_exempt  # it changes nothing, and whoever may ask may ask from anywhere
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Tell what a file is. It is read and let go; nothing of it is kept."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > _LARGEST:
        return render(request, "portal/verify.html", VerifyPage(too_large=True), status=_TOO_LARGE)
    file = request.FILES.get("fil") if request.method == "POST" else None
    if file is None:
        return render(request, "portal/verify.html", VerifyPage(missing=request.method == "POST"))
    return render(request, "portal/verify.html", told(recognise(file.read(), audience()), file.name or ""))
