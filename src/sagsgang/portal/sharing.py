"""What programs read of the street may be read by pages of other sites, too: feeds, calendars, files."""

from typing import TypeVar

from django.http.response import HttpResponseBase

from sagsgang.archive.models import Audience
from sagsgang.portal.queries.audience import audience

Answer = TypeVar("Answer", bound=HttpResponseBase)
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def shared(response: Answer) -> Answer:
    """The answer with the headers that browsers ask for; unchanged where the employees' archive is shown."""
    if audience() is Audience.STREET:
        for name, value in HEADERS.items():
            response[name] = value
    return response
