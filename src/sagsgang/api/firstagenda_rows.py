"""The street's rows in the shape of FirstAgenda Publication: its names, its nesting."""

import json
from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from sagsgang.api.identities import Kind, identity, row_of
from sagsgang.api.rows import meetings
from sagsgang.archive import gone
from sagsgang.archive.gone import Gone
from sagsgang.archive.models import Audience, Body, Entry, Meeting, Trace, TraceKind
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.search import Results
from sagsgang.archive.traces.names import term_of
from sagsgang.paper.blocks import parse
from sagsgang.paper.model import Access, Item, Paper, PaperKind, Section
from sagsgang.writers.html import blocks_html

Json = dict[str, Any]
_HERE, _UTC = ZoneInfo("Europe/Copenhagen"), ZoneInfo("UTC")
_TERM_YEARS = 4


def committees() -> Json:
    """The committees by the council's term, the latest first; a body stands in each term in which it met."""
    terms: dict[int, dict[int, Json]] = {}
    rows = list(meetings().order_by("-date", "-id"))
    latest = term_of(rows[0].date.year) if rows else 0
    for row in rows:
        term = term_of(row.date.year)
        body = terms.setdefault(term, {}).setdefault(row.body_id, _committee(row.body, historic=term != latest))
        body["Moeder"].append(_meeting(row))
    return {
        "Udvalg": {
            f"Udvalg {term}-{term + _TERM_YEARS - 1}": sorted(bodies.values(), key=lambda body: str(body["Navn"]))
            for term, bodies in terms.items()
        }
    }


def agenda(text: str) -> Json | None:
    """The paper in force of the meeting with that id."""
    row = _meeting_of(text)
    paper = paper_of(row.edition) if row and row.edition else None
    if row is None or paper is None:
        return None
    return {
        "Id": identity(Kind.MEETING, row.pk),
        "Udvalg": {"Id": identity(Kind.BODY, row.body_id), "Navn": row.body.name},
        "Moede": _meeting(row),
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


def attachment(text: str) -> str | None:
    """The address of an attachment's file."""
    trace = _trace(Kind.ATTACHMENT, TraceKind.FILE, text)
    if trace is None or not trace.data:
        return None
    file = json.loads(trace.data)
    return reverse("file:attachment", args=[file["sha256"], file["name"]]) if "sha256" in file else None


def page(meeting: str, item: str) -> str | None:
    """The address of the page of an item, else of its meeting."""
    trace = _trace(Kind.ITEM, TraceKind.ITEM, item)
    entry = None
    if trace and trace.entry_id:
        entry = Entry.objects.select_related("meeting__body").filter(pk=trace.entry_id).first()
    if entry:
        where = entry.number or f"-{entry.position}"
        return reverse("portal:item", args=[entry.meeting.body.slug, entry.meeting.slug, where])
    row = _meeting_of(meeting)
    return reverse("portal:meeting", args=[row.body.slug, row.slug]) if row else None


def _committee(body: Body, *, historic: bool) -> Json:
    return {"Id": identity(Kind.BODY, body.pk), "Navn": body.name, "Historisk": historic, "Moeder": []}


def _meeting(row: Meeting) -> Json:
    begin = datetime.combine(row.date, row.start, _HERE) if row.start else None
    edition = row.edition
    return {
        "Id": identity(Kind.MEETING, row.pk),
        "Dato": row.date.isoformat(),
        "MeetingBeginUtc": begin.astimezone(_UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if begin else None,
        "MeetingEndUtc": None,
        "ReleasedDate": edition.seal.sealed_at.astimezone(_UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if edition else None,
        "Sted": row.place,
        "Afsluttet": bool(edition and edition.kind == PaperKind.MINUTES),
        "Navn": row.body.name,
        "IsSupplementaryAgenda": False,
    }


def _items(row: Meeting, paper: Paper) -> list[Json]:
    entries = list(Entry.objects.filter(meeting=row).order_by("position").values_list("pk", flat=True))
    traces = _traces(entries)
    files = {
        (trace.entry_id, json.loads(trace.data).get("sha256")): identity(Kind.ATTACHMENT, trace.pk)
        for trace in Trace.objects.filter(meeting=row, kind=TraceKind.FILE, deleted=None, entry__isnull=False)
        if trace.data
    }
    return [
        _item(item, traces.get(entry), {digest: name for (of, digest), name in files.items() if of == entry}, paper)
        for item, entry in zip(paper.items, entries, strict=False)
    ]


def _item(item: Item, name: str | None, files: dict[str, str], paper: Paper) -> Json:
    own = [decision for decision in item.decisions if (decision.body, decision.date) == (paper.body, paper.date)]
    decided = "\n\n".join(decision.text for decision in own) or item.extract
    return {
        "Id": name,
        "Number": item.number,
        "Punktnummer": item.number,
        "Navn": item.title,
        "Caption": f"{item.number}. {item.title}",
        "SagsNummer": item.case_number or "",
        "IsOpen": item.access is Access.OPEN,
        "Felter": [{"Html": _html(part), "DocumentId": None, "Link": None} for part in item.sections],
        "Bilag": [
            {
                "Id": files.get(part.file.sha256) if part.file else None,
                "Navn": part.title,
                "Order": place,
                "HarPdfVersion": bool(part.file and part.file.media_type == "application/pdf"),
            }
            for place, part in enumerate(item.attachments, 1)
        ],
        "ItemDecision": blocks_html(parse(decided), 4),
    }


def _html(part: Section) -> str:
    heading = f"<h3>{escape(part.heading)}</h3>" if part.heading else ""
    return heading + blocks_html(parse(part.text), 4)


def _traces(entries: Iterable[int]) -> dict[int, str]:
    """The id of each entry's item: it stays when the item moves or minutes replace the agenda."""
    rows = Trace.objects.filter(kind=TraceKind.ITEM, audience=Audience.STREET, entry__in=list(entries), deleted=None)
    return {entry: identity(Kind.ITEM, pk) for pk, entry in rows.values_list("pk", "entry_id") if entry}


def _trace(kind: Kind, of: TraceKind, text: str) -> Trace | None:
    named = row_of(kind, text)
    rows = Trace.objects.filter(kind=of, audience=Audience.STREET, deleted=None)
    return rows.filter(pk=named[0]).first() if named else None


def _meeting_of(text: str) -> Meeting | None:
    named = row_of(Kind.MEETING, text)
    return meetings().filter(pk=named[0]).first() if named else None
