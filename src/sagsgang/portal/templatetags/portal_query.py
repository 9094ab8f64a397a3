"""Addresses made from the page's own query string, so that filters keep their place."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest

register = template.Library()

_PLACES = ("fra", "side")


@register.simple_tag
def with_query(request: HttpRequest, parameter: str, value: object) -> str:
    """The query string with the parameter set (taken out for ""), from the first page of the list."""
    query = _from_start(request)
    query.pop(parameter, None)
    if value not in {"", None}:
        query[parameter] = [str(value)]
    return _address(query)


@register.simple_tag
def toggled(request: HttpRequest, parameter: str, value: str) -> str:
    """The query string with one more value of a filter, or one less when it is set, from the first page."""
    query = _from_start(request)
    values = query.get(parameter, ())
    query[parameter] = [kept for kept in values if kept != value] if value in values else [*values, value]
    return _address(query)


@register.simple_tag
def to_page(request: HttpRequest, number: int) -> str:
    """The query string of another page of the same list."""
    return _address(dict(request.GET.lists()) | {"side": [str(number)]})


@register.simple_tag
def only_words(request: HttpRequest) -> str:
    """The query string with the words searched for and no filter."""
    return _address({"q": [request.GET.get("q", "")]})


def _from_start(request: HttpRequest) -> dict[str, Sequence[str]]:
    return {name: values for name, values in request.GET.lists() if name not in _PLACES}


def _address(query: Mapping[str, Sequence[str]]) -> str:
    return f"?{urlencode(query, doseq=True)}"
