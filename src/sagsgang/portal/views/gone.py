"""What has been here and is gone answers 410, with a page that says when and why."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from sagsgang.portal.page import render
from sagsgang.portal.queries import gone as queries

_GONE = 410
_EDITIONS = ("edition", "earlier", "later")


def or_tombstone(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view; where it finds nothing, the page that says why, if something was there."""

    @wraps(view)
    def shown(request: HttpRequest, **address: str) -> HttpResponseBase:
        try:
            return view(request, **address)
        except Http404:
            page = _tombstone(address)
            if page is None:
                raise
        return render(request, "portal/gone.html", page, status=_GONE)

    return shown


def _tombstone(address: dict[str, str]) -> queries.Tombstone | None:
    if "key" in address:
        return queries.of_case(address["key"])
    if "digest" in address:
        return queries.of_file(address["digest"])
    if "meeting" in address:
        editions = [address[name] for name in _EDITIONS if name in address]
        return queries.of_meeting(address["body"], address["meeting"], editions)
    return queries.of_body(address["body"])
