"""The street's rows in the shape of FirstAgenda Publication: its names, its nesting."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sagsgang.api.firstagenda_item import told
from sagsgang.api.firstagenda_meeting import COLUMNS, Held, all_ends, ends_of, held, meeting
from sagsgang.api.identities import Kind, identity, row_of
from sagsgang.api.rows import meetings
from sagsgang.archive import gone
from sagsgang.archive.gone import Gone
from sagsgang.archive.models import Audience, Entry, Meeting, Trace, TraceKind
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.search import Results
from sagsgang.archive.traces.names import term_of
from sagsgang.paper.model import Access, Paper

Json = dict[str, Any]
_TERM_YEARS = 4
_AT_A_TIME = 2_000


def committees() -> Json:
    """The committees by the council's term, the latest first; a body stands in each term in which it met.

    Two queries, O(meetings).
    """
    terms: dict[int, dict[int, Json]] = {}
    rows = meetings().order_by("-date", "-id").values_list("body_id", "body__name", *COLUMNS)
    ends, latest = all_ends(), None
    for body_id, name, *of_meeting in rows.iterator(chunk_size=_AT_A_TIME):
        row = Held(*of_meeting)
        term = term_of(row.date.year)
        latest = latest or term
        bodies = terms.setdefault(term, {})
        if body_id not in bodies:
            bodies[body_id] = _committee(body_id, name, historic=term != latest)
        bodies[body_id]["Moeder"].append(meeting(row, ends))
    return {
        "Udvalg": {
            f"Udvalg {term}-{term + _TERM_YEARS - 1}": sorted(bodies.values(), key=lambda body: str(body["Navn"]))
            for term, bodies in terms.items()
        }
    }


def agenda(text: str) -> Json | None:
    """The paper in force of the meeting with that id."""
    row = meeting_of(text)
    paper = paper_of(row.edition) if row and row.edition else None
    if row is None or paper is None:
        return None
    return {
        "Id": identity(Kind.MEETING, row.pk),
        "Udvalg": {"Id": identity(Kind.BODY, row.body_id), "Navn": row.body.name},
        "Moede": meeting(held(row), ends_of([row.pk])),
        "TillaegsDagsorden": False,
        "Dagsordenpunkter": _items(row, paper),
    }


def gone_agenda(text: str) -> Gone | None:
    """Why the meeting with that id shows no paper; None when it does, or there is none."""
    named = row_of(Kind.MEETING, text)
    row = Meeting.objects.filter(pk=named[0], audience=Audience.STREET).first() if named else None
    return gone.of_meeting(row) if row else None


def found(results: Results) -> Json:
    """A page of hits."""
    traces = _traces(hit.entry_id for hit in results.hits)
    return {
        "Antal": results.total,
        "FlereEnd": results.more,
        "Side": results.page,
        "Sider": results.pages,
        "Resultater": [
            {
                "Id": identity(Kind.MEETING, hit.meeting_id),
                "PunktId": traces.get(hit.entry_id),
                "Udvalg": hit.body,
                "Dato": hit.date.isoformat(),
                "Navn": hit.title.replace("<mark>", "").replace("</mark>", ""),
                "Uddrag": str(hit.snippet),
                "SagsNummer": hit.case_number,
                "IsOpen": hit.access == Access.OPEN,
            }
            for hit in results.hits
        ],
    }


def meeting_of(text: str) -> Meeting | None:
    """The meeting with that id that has a paper in force."""
    named = row_of(Kind.MEETING, text)
    return meetings().filter(pk=named[0]).first() if named else None


def _committee(body_id: int, name: str, *, historic: bool) -> Json:
    return {
        "Id": identity(Kind.BODY, body_id),
        "Navn": name,
        "OrganisationId": str(UUID(int=0)),
        "Historisk": historic,
        "Moeder": [],
    }


def _items(row: Meeting, paper: Paper) -> list[Json]:
    entries = list(Entry.objects.filter(meeting=row).order_by("position").values_list("pk", flat=True))
    traces = _traces(entries)
    files = {
        (trace.entry_id, json.loads(trace.data).get("sha256")): identity(Kind.ATTACHMENT, trace.pk)
        for trace in Trace.objects.filter(meeting=row, kind=TraceKind.FILE, deleted=None, entry__isnull=False)
        if trace.data
    }
    name = identity(Kind.MEETING, row.pk)
    return [
        told(
            item, paper, traces.get(entry), name, {digest: one for (of, digest), one in files.items() if of == entry}
        )
        for item, entry in zip(paper.items, entries, strict=False)
    ]


def _traces(entries: Iterable[int]) -> dict[int, str]:
    """The id of each entry's item: it stays when the item moves or minutes replace the agenda."""
    rows = Trace.objects.filter(kind=TraceKind.ITEM, audience=Audience.STREET, entry__in=list(entries), deleted=None)
    return {entry: identity(Kind.ITEM, pk) for pk, entry in rows.values_list("pk", "entry_id") if entry}
