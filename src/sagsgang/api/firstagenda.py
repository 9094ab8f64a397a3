"""The read API that Danish robots know: committees with meetings, agendas with items, attachments, search.

The shape is FirstAgenda Publication's, which is written down nowhere; see `docs/open-data.md`. Here no cookie is
asked for, an id stays when minutes replace the agenda, and `ReleasedDate` is when the edition in force was published.
"""

import re
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from sagsgang.api import firstagenda_rows as rows
from sagsgang.api import gone
from sagsgang.api.problems import not_found, problem
from sagsgang.archive.models import Audience
from sagsgang.archive.search import Query, search

_WORDS = 300
_PAGES = 1000
_NUMBER = re.compile(r"[0-9]{1,4}")


@require_safe
def committees(_request: HttpRequest) -> HttpResponse:
    """Every committee with its meetings, by the council's term. Two queries, O(meetings)."""
    return _open(JsonResponse(rows.committees()))


@require_safe
def agenda(_request: HttpRequest, identity: str) -> HttpResponse:
    """One meeting's agenda, or its minutes when they are out. Four queries."""
    found = rows.agenda(identity)
    return _open(JsonResponse(found) if found else gone.answer(rows.gone_agenda(identity)))


@require_safe
def found(request: HttpRequest) -> HttpResponse:
    """A search: `soegeord`, and `side` from 1."""
    text, page = request.GET.get("soegeord", request.GET.get("q", "")).strip(), request.GET.get("side", "1")
    if len(text) > _WORDS or not (_NUMBER.fullmatch(page) and 1 <= int(page) <= _PAGES):
        return _open(problem(HTTPStatus.BAD_REQUEST, "Højst 300 tegn i soegeord, og side er et tal fra 1 til 1000."))
    return _open(JsonResponse(rows.found(search(Query(audience=Audience.STREET, text=text, page=int(page))))))


@require_safe
def attachment(_request: HttpRequest, identity: str) -> HttpResponse:
    """An attachment's file."""
    address = rows.attachment(identity)
    return _open(HttpResponseRedirect(address) if address else not_found())


@require_safe
def shown(request: HttpRequest) -> HttpResponse:
    """The deep link of a meeting (`id`), or of an item of it (`punktid`), leads to its page."""
    address = rows.page(request.GET.get("id", ""), request.GET.get("punktid", ""))
    return HttpResponseRedirect(address or reverse("portal:front"))


def _open(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    return response
