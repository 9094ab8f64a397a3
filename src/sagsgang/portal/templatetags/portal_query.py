"""Addresses made from the page's own query string, so that filters keep their place."""

from django import template
from django.http import HttpRequest, QueryDict

register = template.Library()

_PLACES = ("fra", "side")


@register.simple_tag
def with_query(request: HttpRequest, parameter: str, value: object) -> str:
    """The query string with the parameter set (taken out for ""), from the first page of the list."""
    query = _from_start(request)
    query.pop(parameter, None)
    if value not in {"", None}:
        query[parameter] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag
def toggled(request: HttpRequest, parameter: str, value: str) -> str:
    """The query string with one more value of a filter, or one less when it is set, from the first page."""
    query = _from_start(request)
    values = query.getlist(parameter)
    query.setlist(parameter, [kept for kept in values if kept != value] if value in values else [*values, value])
    return f"?{query.urlencode()}"


@register.simple_tag
def to_page(request: HttpRequest, number: int) -> str:
    """The query string of another page of the same list."""
    query = request.GET.copy()
    query["side"] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag
def only_words(request: HttpRequest) -> str:
    """The query string with the words searched for and no filter."""
    query = QueryDict(mutable=True)
    query["q"] = request.GET.get("q", "")
    return f"?{query.urlencode()}"


def _from_start(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    for name in _PLACES:
        query.pop(name, None)
    return query
