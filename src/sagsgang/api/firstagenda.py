"""The read API that Danish robots know: committees with meetings, agendas with items, attachments, search.

The shape is FirstAgenda Publication's, which is written down nowhere; see `docs/open-data.md`. Here no cookie is
asked for, an id stays when minutes replace the agenda, and `ReleasedDate` is when the edition in force was published.
"""

import re
from http import HTTPStatus

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from sagsgang.api import firstagenda_rows as rows
from sagsgang.api import firstagenda_search as searching
from sagsgang.api import gone
from sagsgang.api.answering import answering
from sagsgang.api.problems import problem
from sagsgang.archive.models import Audience
from sagsgang.archive.search import Query, search

_WORDS = 300
_PAGES = 1000
_NUMBER = re.compile(r"[0-9]{1,4}")


@answering
def committees(_request: HttpRequest) -> HttpResponseBase:
    """Every committee with its meetings, by the council's term. Two queries, O(meetings)."""
    return JsonResponse(rows.committees())


@answering
def agenda(_request: HttpRequest, identity: str) -> HttpResponseBase:
    """One meeting's agenda, or its minutes when they are out. Five queries."""
    found = rows.agenda(identity)
    return JsonResponse(found) if found else gone.answer(rows.gone_agenda(identity))


@answering
def found(request: HttpRequest) -> HttpResponseBase:
    """Agendas as the portal that robots know searches for them, or our own: `soegeord`, and `side` from 1."""
    if searching.is_asked(request.GET):
        try:
            return JsonResponse(searching.agendas(searching.asked(request.GET)))
        except searching.Wrong as wrong:
            return problem(HTTPStatus.BAD_REQUEST, str(wrong))
    text, page = request.GET.get("soegeord", request.GET.get("q", "")).strip(), request.GET.get("side", "1")
    if len(text) > _WORDS or not (_NUMBER.fullmatch(page) and 1 <= int(page) <= _PAGES):
        return problem(HTTPStatus.BAD_REQUEST, "Højst 300 tegn i soegeord, og side er et tal fra 1 til 1000.")
    return JsonResponse(rows.found(search(Query(audience=Audience.STREET, text=text, page=int(page)))))
