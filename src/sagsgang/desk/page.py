"""What every page of the desk goes through: who looks, one view, one quiet render."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template import loader
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

from sagsgang.archive.quiet import quiet
from sagsgang.core.act import NotYours, Refused
from sagsgang.core.viewer import Role, Viewer
from sagsgang.core.viewers import as_viewer
from sagsgang.desk.retyped import typed_again

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Viewer, P], HttpResponseBase]
_THEMES, _COOKIE = ("light", "dark"), "visning"
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of the desk. `section` marks the entry of the menu."""

    authority: str
    viewer: Viewer
    secretary: bool
    author: bool
    approver: bool
    member: bool
    language: str
    theme: str
    path: str
    section: str
    notices: tuple[tuple[str, str], ...]


def desk(view: View[P]) -> Guarded[P]:
    """For those who are logged in: the view gets its Viewer. What is not theirs is not there (404)."""

    @wraps(view)
    def shown(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        person = getattr(request.user, "person", None)
        viewer = as_viewer(person) if person else None
        if viewer is None:
            return _ask_who(request)
        try:
            response: HttpResponseBase = view(request, viewer, *args, **kwargs)
        except (NotYours, Http404):
            response = _missing(request, viewer)
        except Refused as refusal:
            messages.error(request, str(refusal))
            again = typed_again(request, _sent_from(request) or request.path)
            response = again or HttpResponseRedirect(back(request))
        add_never_cache_headers(response)
        return response

    return shown


def _ask_who(request: HttpRequest) -> HttpResponse:
    """To the login page, and from there back to the page that was open. A script is told so by the status alone."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
    return redirect_to_login(back(request) if request.method == "POST" else request.get_full_path())


def _missing(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The same page for what is not there and for what is not theirs, with the menu as the way back."""
    if request.headers.get("Accept", "").startswith("application/json"):
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    return render(request, viewer, "desk/missing.html", None, status=HTTPStatus.NOT_FOUND)


@desk
def missing(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """No page of the desk has this address; who is not logged in is asked who it is, and learns nothing either."""
    return _missing(request, viewer)


def back(request: HttpRequest) -> str:
    """The page that the form was sent from (its field `tilbage`), or the desk's front."""
    return _sent_from(request) or settings.DESK


def _sent_from(request: HttpRequest) -> str:
    wanted = request.POST.get("tilbage", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""


def render(request: HttpRequest, viewer: Viewer, template: str, page: object, status: int = 200) -> HttpResponse:
    """The response that shows `page` (a frozen dataclass); raises NoisyRender when the template runs SQL."""
    context = {"page": page, "frame": frame(request, viewer), "request": request}
    with quiet():
        return HttpResponse(loader.render_to_string(template, context, request), status=status)


def frame(request: HttpRequest, viewer: Viewer) -> Frame:
    """The surroundings of the page: who is logged in, which menu, and what the last command had to say."""
    theme = request.COOKIES.get(_COOKIE, "")
    name = request.resolver_match.url_name if request.resolver_match else ""
    return Frame(
        authority=settings.AUTHORITY,
        viewer=viewer,
        secretary=bool(viewer.bodies(Role.SECRETARY)),
        author=bool(viewer.bodies(Role.AUTHOR)),
        approver=bool(viewer.bodies(Role.APPROVER)),
        member=bool(viewer.seats),
        language=translation.get_language() or settings.LANGUAGE_CODE,
        theme=theme if theme in _THEMES else "",
        # A page that is shown again with what was typed is still the page that it was sent from.
        path=_sent_from(request) or request.get_full_path(),
        section=name or "",
        notices=tuple((str(one.level_tag), str(one)) for one in messages.get_messages(request)),
    )
