"""What programs read: the sitemap and robots.txt."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from sagsgang.archive.models import Audience
from sagsgang.portal.queries import sitemap as queries
from sagsgang.portal.queries.audience import audience

_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_FIXED = ("front", "bodies", "calendar", "meetings", "promises", "data", "about", "accessibility")
# Every search that anyone can think of, and what is made for the one who asks (RFC 9309, 2.2.3: "*" is anything).
_NOT_WALKED = (
    "/soeg/",
    "/en/soeg/",
    "/foelg/",
    "/en/foelg/",
    "/*/referat-*.pdf$",
    "/*/udskrift.pdf$",
    "/*/udskrift.docx$",
    "/*/referat.docx$",
)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the parts."""
    index = queries.sitemap_index()
    parts = [reverse("file:sitemap-meetings", args=[part]) for part in index.meetings]
    parts += [reverse("file:sitemap-items", args=[part]) for part in index.items]
    parts += [reverse("file:sitemap-cases", args=[part]) for part in index.items]
    rows = "".join(f"<sitemap><loc>{request.build_absolute_uri(part)}</loc></sitemap>" for part in parts)
    return _xml(f"<sitemapindex {_SPACE}>{rows}</sitemapindex>")


@require_safe
def sitemap_meetings(request: HttpRequest, part: int) -> HttpResponse:
    """The meetings of one part; the first part holds the fixed pages too."""
    addresses = [(reverse(f"portal:{name}"), "") for name in _FIXED] if part == 0 else []
    addresses += [
        (reverse("portal:meeting", args=[found.body, found.slug]), f"{found.changed:%Y-%m-%d}")
        for found in queries.sitemap_meetings(part)
    ]
    return _urls(request, addresses)


@require_safe
def sitemap_items(request: HttpRequest, part: int) -> HttpResponse:
    """The open items of one part."""
    return _urls(
        request,
        [
            (reverse("portal:item", args=[found.body, found.slug, found.where]), "")
            for found in queries.sitemap_items(part)
        ],
    )


@require_safe
def sitemap_cases(request: HttpRequest, part: int) -> HttpResponse:
    """The cases that came up first in one part."""
    return _urls(request, [(reverse("portal:case", args=[key]), "") for key in queries.sitemap_cases(part)])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """All pages of the street may be indexed, but nothing has to be made for a robot."""
    if audience() is not Audience.STREET:
        return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")
    address = request.build_absolute_uri(reverse("file:sitemap"))
    lines = ("User-agent: *", *(f"Disallow: {path}" for path in _NOT_WALKED), f"Sitemap: {address}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _urls(request: HttpRequest, addresses: Iterable[tuple[str, str]]) -> HttpResponse:
    root = request.build_absolute_uri("/")[:-1]
    rows = "".join(
        f"<url><loc>{root}{address}</loc>{f'<lastmod>{changed}</lastmod>' if changed else ''}</url>"
        for address, changed in addresses
    )
    if not rows:
        raise Http404
    return _xml(f"<urlset {_SPACE}>{rows}</urlset>")


def _xml(body: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n', content_type="application/xml")
