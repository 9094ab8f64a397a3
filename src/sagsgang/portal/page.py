"""Turns a page's data into a response: every query is done before, none may run while the template renders."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.urls import translate_url
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from sagsgang.archive.models import Audience
from sagsgang.archive.quiet import quiet
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.authorities import authority
from sagsgang.portal.security import STILL_POLICY

THEMES = ("light", "dark")
COOKIE = "visning"
_UNNAMED = "Kommunen"
# Set by the export of still pages; no header of a request can have this name.
STILL = "sagsgang.still"


_SECTIONS = {
    "body": "bodies",
    "body-year": "bodies",
    "year": "calendar",
    "month": "calendar",
    "meeting": "meetings",
    "item": "meetings",
    "editions": "meetings",
    "difference": "meetings",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page; `spoken` is the authority in the middle of a sentence.

    `street`: everybody may read it. `still`: it is written as a file, with no server behind it that answers forms or
    sends headers; then `policy` stands in the page.
    """

    authority: str
    spoken: str
    path: str
    theme: str
    language: str
    danish: str
    english: str
    section: str
    indexed: bool
    street: bool
    still: bool
    policy: str


def render(request: HttpRequest, template: str, page: object, status: int = 200) -> HttpResponse:
    """The response that shows `page` (a frozen dataclass); raises NoisyRender when the template runs SQL."""
    context = {"page": page, "frame": frame(request), "request": request}
    with quiet():
        response = HttpResponse(loader.render_to_string(template, context), status=status)
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response


def frame(request: HttpRequest) -> Frame:
    """The surroundings of the page at this address: whose archive, which language and theme."""
    path = request.get_full_path()
    theme = request.COOKIES.get(COOKIE, "")
    named = authority()
    unnamed = named == _UNNAMED
    return Frame(
        authority=_("Kommunen") if unnamed else named,
        spoken=_("kommunen") if unnamed else named,
        path=path,
        theme=theme if theme in THEMES else "",
        language=translation.get_language() or settings.LANGUAGE_CODE,
        danish=translate_url(path, "da"),
        english=translate_url(path, "en"),
        section=_section(request),
        indexed=not request.GET,
        street=audience() is Audience.STREET,
        still=STILL in request.META,
        policy=STILL_POLICY,
    )


def _section(request: HttpRequest) -> str:
    name = request.resolver_match.url_name if request.resolver_match else ""
    return _SECTIONS.get(name or "", name or "")
