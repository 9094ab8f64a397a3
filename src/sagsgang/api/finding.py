"""Searching."""

from dataclasses import replace

from django.http import HttpRequest
from ninja import Query as Asked
from ninja import Router

from sagsgang.api.asked import SearchAsked, following
from sagsgang.api.rows import Json, Teller, entries
from sagsgang.api.shapes import Found, ProblemShape
from sagsgang.archive.models import Audience, Body
from sagsgang.archive.search import Query, search

router = Router()


@router.get("/search", response={200: Found, 422: ProblemShape}, summary="Search, as on the search page")
def find(request: HttpRequest, asked: Asked[SearchAsked]) -> Json:
    """Hits by relevance: words, OR, -not, "phrase", prefix*, a case or document number in any form."""
    found = search(_query(asked))
    rows = {row.pk: row for row in entries().filter(pk__in=[hit.entry_id for hit in found.hits])}
    teller = Teller(request)
    return {
        "data": [teller.item(rows[hit.entry_id]) for hit in found.hits if hit.entry_id in rows],
        "total": found.total,
        "more": found.more,
        "suggestion": found.suggestion,
        "next": following(request, page=asked.page + 1) if found.page < found.pages else None,
    }


def _query(asked: SearchAsked) -> Query:
    query = Query(audience=Audience.STREET, text=asked.q, page=asked.page, access=asked.access or "")
    if asked.body:
        ids = tuple(Body.objects.filter(slug=asked.body).values_list("pk", flat=True))
        query = replace(query, bodies=ids or (0,))
    if asked.year:
        query = replace(query, years=(asked.year,))
    return replace(query, outcomes=(asked.outcome,)) if asked.outcome else query
