"""Papers and what is in them."""

import json
import re
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router

from sagsgang.api import gone
from sagsgang.api.asked import FindingsAsked, ItemsAsked, PapersAsked, following
from sagsgang.api.rows import Json, Teller, entries, meetings
from sagsgang.api.shapes import CaseShape, Findings, Items, ItemWhole, Papers, PaperShape, ProblemShape
from sagsgang.archive.models import Content, Entry, Meeting
from sagsgang.archive.paging import cut
from sagsgang.archive.sealed import paper_in, raw
from sagsgang.danish.numbers import key as case_key
from sagsgang.paper.findings import findings as findings_of
from sagsgang.paper.store import to_json

WRONG = {422: ProblemShape}
MISSING = {404: ProblemShape, 410: ProblemShape, 422: ProblemShape}
_MANY = 500
_PLACE = re.compile(r"-(\d{1,6})", re.ASCII)
Row = TypeVar("Row", Meeting, Entry)
router = Router()


@router.get("/papers", response={200: Papers, **WRONG}, summary="Papers in force, newest meeting first")
def papers(request: HttpRequest, asked: Query[PapersAsked]) -> Json:
    """Two queries; the last page costs what the first does."""
    rows = _between(_of_body(meetings(), asked.body), asked)
    if asked.kind:
        rows = rows.filter(edition__kind=asked.kind)
    page, pager = cut(rows, asked.start(), asked.limit)
    teller = Teller(request)
    return {
        "data": [teller.paper(row) for row in page],
        "next": following(request, after=pager.older) if pager.older else None,
    }


@router.get("/papers/{body}/{meeting}", response={200: PaperShape, **MISSING}, summary="One paper, whole")
def paper(request: HttpRequest, body: str, meeting: str) -> Json:
    """The paper in force at that address."""
    row = meetings().filter(body__slug=body, slug=meeting).first()
    if row is None:
        raise gone.of_meeting(body, meeting)
    teller = Teller(request)
    whole = to_json(paper_in(_sealed(row)))
    return {**whole, **teller.paper(row), "items": [teller.with_files(item) for item in whole["items"]]}


@router.get("/items", response={200: Items, **WRONG}, summary="Items, newest first")
def items(request: HttpRequest, asked: Query[ItemsAsked]) -> Json:
    """Two queries."""
    return _items(request, entries(), asked)


@router.get("/decisions", response={200: Items, **WRONG}, summary="Items with a decision, newest first")
def decisions(request: HttpRequest, asked: Query[ItemsAsked]) -> Json:
    """Two queries."""
    return _items(request, entries().exclude(decision=""), asked)


@router.get("/items/{body}/{meeting}/{number}", response={200: ItemWhole, **MISSING}, summary="One item, whole")
def item(request: HttpRequest, body: str, meeting: str, number: str) -> Json:
    """The item of that number in the paper in force; where none is printed "-3" is the third."""
    rows = entries().filter(meeting__body__slug=body, meeting__slug=meeting)
    row = rows.filter(_numbered(number)).order_by("position").first()
    if row is None:
        raise gone.of_meeting(body, meeting)
    teller = Teller(request)
    return {**teller.item(row), "item": teller.with_files(json.loads(row.data))}


@router.get("/cases/{number}", response={200: CaseShape, **MISSING}, summary="A case through all bodies and years")
def case(request: HttpRequest, number: str) -> Json:
    """The case of that number, however it is written."""
    key = case_key(number)
    rows = list(entries().filter(case_key=key).order_by("-date", "-id")[:_MANY]) if key else []
    if not rows:
        raise gone.of_case(key)
    teller = Teller(request)
    newest = rows[0]
    return {
        "key": key,
        "number": newest.case_number,
        "title": newest.title,
        "url": teller.case(key),
        "treatments": teller.items(rows),
    }


@router.get("/findings", response={200: Findings, **WRONG}, summary="What papers say that does not add up")
def findings(request: HttpRequest, asked: Query[FindingsAsked]) -> Json:
    """Looks through `limit` papers, newest first. Three queries."""
    page, pager = cut(_of_body(meetings(), asked.body), asked.start(), asked.limit)
    contents = dict(
        Content.objects.filter(seal__edition__in=[row.edition_id for row in page]).values_list(
            "seal__edition", "data"
        )
    )
    found = [
        {"body": row.body.name, "body_slug": row.body.slug, "meeting": row.slug, **_told(finding)}
        for row in page
        if row.edition_id in contents
        for finding in findings_of(paper_in(raw(contents[row.edition_id])))
    ]
    return {"data": found, "next": following(request, after=pager.older) if pager.older else None}


def _told(finding: object) -> Json:
    names = ("item", "code", "message", "stated", "computed", "quotes")
    return {name: getattr(finding, name) for name in names}


def _items(request: HttpRequest, rows: QuerySet[Entry], asked: ItemsAsked) -> Json:
    if asked.body:
        rows = rows.filter(body__slug=asked.body)
    if asked.outcome:
        rows = rows.filter(outcome=asked.outcome)
    if asked.access:
        rows = rows.filter(access=asked.access)
    page, pager = cut(_between(rows, asked), asked.start(), asked.limit)
    return {
        "data": Teller(request).items(page),
        "next": following(request, after=pager.older) if pager.older else None,
    }


def _numbered(number: str) -> Q:
    place = _PLACE.fullmatch(number)
    return Q(number="", position=int(place[1])) if place else Q(number=number)


def _of_body(rows: QuerySet[Meeting], slug: str) -> QuerySet[Meeting]:
    return rows.filter(body__slug=slug) if slug else rows


def _between(rows: QuerySet[Row], asked: PapersAsked | ItemsAsked) -> QuerySet[Row]:
    if asked.since:
        rows = rows.filter(date__gte=asked.since)
    return rows.filter(date__lte=asked.until) if asked.until else rows


def _sealed(row: Meeting) -> bytes:
    data = Content.objects.filter(seal__edition=row.edition_id).values_list("data", flat=True).first()
    if data is None:
        raise Http404
    return raw(data)
