"""Addresses made from the page's own query string, so that filters keep their place."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from sagsgang.portal.queries.search import FacetView
from sagsgang.portal.templatetags.portal import facet_label

register = template.Library()

_PLACES = ("fra", "side")
_MOST_VALUES = 12
_VALUE = '<li><a rel="nofollow" href="{}#antal"{}><span{}>{}</span> <span class="quiet">{}{}</span></a></li>'
_CURRENT, _DANISH = SafeString(' aria-current="true"'), SafeString(' lang="da"')
_DANISH_FACETS = frozenset({"bodies", "kle_groups"})


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
    return _toggled(_from_start(request), parameter, value)


@register.simple_tag
def facet_values(request: HttpRequest, view: FacetView) -> SafeString:
    """The first values of a facet as links that set their filter or take it away: fifty, so not one tag each."""
    query = _from_start(request)
    danish = _DANISH if view.name in _DANISH_FACETS else ""
    return format_html_join(
        "",
        _VALUE,
        (
            (
                _toggled(query, view.parameter, value.value),
                _CURRENT if value.chosen else "",
                danish,
                facet_label(value.label, view.name),
                "> " if value.more else "",
                value.count,
            )
            for value in view.facet.values[:_MOST_VALUES]
        ),
    )


@register.simple_tag
def to_page(request: HttpRequest, number: int) -> str:
    """The query string of another page of the same list."""
    return _address(dict(request.GET.lists()) | {"side": [str(number)]})


@register.simple_tag
def only_words(request: HttpRequest) -> str:
    """The query string with the words searched for and no filter."""
    return _address({"q": [request.GET.get("q", "")]})


@register.simple_tag
def without(request: HttpRequest, *parameters: str) -> str:
    """The query string without some filters, from the first page."""
    return _address({name: values for name, values in _from_start(request).items() if name not in parameters})


@register.simple_tag
def fields_but(request: HttpRequest, *parameters: str) -> tuple[tuple[str, str], ...]:
    """What a form must carry on to keep the rest of the query: names and values, without those it has itself."""
    query = _from_start(request)
    return tuple((name, value) for name, values in query.items() if name not in parameters for value in values)


def _from_start(request: HttpRequest) -> dict[str, Sequence[str]]:
    return {name: values for name, values in request.GET.lists() if name not in _PLACES}


def _toggled(query: Mapping[str, Sequence[str]], parameter: str, value: str) -> str:
    values = query.get(parameter, ())
    changed = [kept for kept in values if kept != value] if value in values else [*values, value]
    return _address({**query, parameter: changed})


def _address(query: Mapping[str, Sequence[str]]) -> str:
    return f"?{urlencode(query, doseq=True)}"
