"""FirstAgenda Publication's search: the agendas of a committee, of a year, or with some words in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from sagsgang.api.firstagenda_meeting import ends_of, held, meeting
from sagsgang.api.identities import Kind, identity, row_of
from sagsgang.api.rows import meetings
from sagsgang.archive.models import Audience, Meeting
from sagsgang.archive.search import Query, search

Json = dict[str, Any]
_NUMBER, _YEAR = re.compile(r"[0-9]{1,6}", re.ASCII), re.compile(r"[0-9]{4}", re.ASCII)
_WORDS = 300
_MOST, _USUAL = 500, 20
_HITS, _PAGES = 100, 10


class Wrong(Exception):  # noqa: N818 - it is what the question is
    """A question that cannot be answered; the message is Danish, for whoever asks."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, a body's id, a year, each None or "" for any, and which of the agendas found."""

    text: str
    body: int | None
    year: int | None
    start: int
    limit: int


def is_asked(query: QueryDict) -> bool:
    """Whether it is asked as FirstAgenda Publication is."""
    return any(name.startswith("request.") for name in query)


def asked(query: QueryDict) -> Asked:
    """The question; raises Wrong for what cannot be understood. What is not known is passed over."""
    text = query.get("request.kriterie.fritekst", "").strip()
    if len(text) > _WORDS:
        raise Wrong(f"Højst {_WORDS} tegn i request.kriterie.fritekst.")
    year = query.get("request.kriterie.moedeDato", "")
    if year and not _YEAR.fullmatch(year):
        raise Wrong("request.kriterie.moedeDato er et årstal.")
    start = _number(query, "request.paging.startIndex", 0)
    limit = min(_number(query, "request.paging.limit", _USUAL), _MOST)
    return Asked(text, _body(query.get("request.kriterie.udvalgId", "")), int(year) if year else None, start, limit)


def agendas(wanted: Asked) -> Json:
    """The page of agendas: the newest first; with words, the one that answers them best."""
    rows = _with_words(wanted) if wanted.text else _newest(wanted)
    ends = ends_of(row.pk for row in rows[: wanted.limit])
    return {
        "Dagsordner": [
            {
                "Id": identity(Kind.MEETING, row.pk),
                "Udvalg": {"Id": identity(Kind.BODY, row.body_id), "Navn": row.body.name},
                "Moede": meeting(held(row), ends),
            }
            for row in rows[: wanted.limit]
        ],
        "FlereEnd": len(rows) > wanted.limit,
    }


def _number(query: QueryDict, name: str, otherwise: int) -> int:
    said = query.get(name) or str(otherwise)
    if not _NUMBER.fullmatch(said):
        raise Wrong(f"{name} er et helt tal fra 0.")
    return int(said)


def _body(text: str) -> int | None:
    if not text:
        return None
    named = row_of(Kind.BODY, text)
    return named[0] if named else 0


def _newest(wanted: Asked) -> Sequence[Meeting]:
    rows = meetings()
    if wanted.body is not None:
        rows = rows.filter(body=wanted.body)
    if wanted.year is not None:
        rows = rows.filter(date__year=wanted.year)
    return list(rows.order_by("-date", "-id")[wanted.start : wanted.start + wanted.limit + 1])


def _with_words(wanted: Asked) -> Sequence[Meeting]:
    """Hits are items: they are gathered until there are agendas enough."""
    found: dict[int, None] = {}
    bodies = () if wanted.body is None else (wanted.body,)
    years = () if wanted.year is None else (wanted.year,)
    for page in range(1, _PAGES + 1):
        query = Query(audience=Audience.STREET, text=wanted.text, bodies=bodies, years=years, page=page, size=_HITS)
        results = search(query)
        found.update((hit.meeting_id, None) for hit in results.hits)
        if page >= results.pages or len(found) > wanted.start + wanted.limit:
            break
    some = list(found)[wanted.start : wanted.start + wanted.limit + 1]
    rows = meetings().in_bulk(some)
    return [rows[key] for key in some if key in rows]
