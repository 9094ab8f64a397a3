"""The pages that lead across meetings: search, case threads and promises."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from sagsgang.archive.paging import place
from sagsgang.archive.search.filters import PARAMETERS
from sagsgang.danish.numbers import key as case_key
from sagsgang.portal.page import STILL, render
from sagsgang.portal.promise_state import PromiseState
from sagsgang.portal.queries import case as case_queries
from sagsgang.portal.queries import promises as promises_queries
from sagsgang.portal.queries import search as search_queries
from sagsgang.portal.views.gone import or_tombstone
from sagsgang.portal.views.parse import found, page_number, today
from sagsgang.portal.words import OUTCOMES


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Hits and facets; on still pages the script looks for hits."""
    if STILL in request.META:
        return render(request, "portal/search_still.html", OUTCOMES)
    filters = {name: request.GET.getlist(name) for name in PARAMETERS}
    page = search_queries.found(
        request.GET.get("q", "").strip(),
        filters,
        request.GET.get("orden", ""),
        page_number(request.GET.get("side", "")),
        apart=bool(request.GET.get("hver")),
    )
    return render(request, "portal/search.html", page)


@require_safe
def cases(_request: HttpRequest) -> HttpResponse:
    """Cases are found by searching."""
    return HttpResponsePermanentRedirect(reverse("portal:search"))


@require_safe
@or_tombstone
def case(request: HttpRequest, key: str) -> HttpResponse:
    """Every treatment of a case; another way to write its number leads to the one address."""
    if (canonical := case_key(key)) != key:
        return HttpResponsePermanentRedirect(reverse("portal:case", args=[found(canonical or None)]))
    page = case_queries.case(key, today(), place(request.GET.get("fra", "")))
    return render(request, "portal/case.html", found(page))


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """What was promised, and whether it came back."""
    asked = request.GET.get("tilstand", "")
    state = PromiseState(asked) if asked in set(PromiseState) else None
    start = place(request.GET.get("fra", ""))
    page = promises_queries.promises(today(), request.GET.get("udvalg", ""), state, start)
    return render(request, "portal/promises.html", page)
