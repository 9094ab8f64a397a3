"""One view for the beginning, one for lists, one for objects."""

import re
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from sagsgang.archive.models import Audience, Trace, TraceKind
from sagsgang.oparl import lists
from sagsgang.oparl.addresses import BASE, KINDS, addresses
from sagsgang.oparl.answers import answering, told
from sagsgang.oparl.asked import Turn, asked
from sagsgang.oparl.objects import write
from sagsgang.oparl.objects.frame import Frame
from sagsgang.oparl.system import system as written_system

Found = TypeVar("Found")
_KEY = re.compile(r"[a-z0-9._-]+(?:/[a-z0-9._-]+){0,3}", re.ASCII)
_LISTED = {
    TraceKind.AUTHORITY: frozenset(KINDS.values()) - {TraceKind.AUTHORITY},
    TraceKind.BODY: frozenset({TraceKind.MEETING, TraceKind.TREATMENT}),
}


@answering
def beginning(_request: HttpRequest) -> HttpResponse:
    """Leads to the System."""
    return HttpResponseRedirect(f"{BASE}/system")


@answering
def system(request: HttpRequest) -> HttpResponse:
    """The System."""
    return told(*written_system(addresses(request)))


@answering
def bodies(request: HttpRequest) -> HttpResponse:
    """The list of authorities."""
    at = addresses(request)
    return _list(request, at.bodies(), TraceKind.AUTHORITY, lists.authorities(), lists.latest_authority())


@answering
def listed(request: HttpRequest, owner: str, key: str, name: str) -> HttpResponse:
    """A list of what belongs to an authority or a body."""
    owner_kind, kind = KINDS[owner], found(KINDS.get(name))
    if kind not in _LISTED[owner_kind]:
        raise Http404
    trace = trace_of(owner_kind, key)
    if owner_kind == TraceKind.AUTHORITY:
        whole = lists.of_authority(kind, trace.key)
    else:
        whole = lists.of_body(kind, trace.body_id or 0)
    address = addresses(request).list(owner_kind, key, kind)
    return _list(request, address, kind, whole, lists.latest(kind, trace.authority))


@answering
def one(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """An object, or its tombstone: 200 all the same, as the specification has it (2.7)."""
    trace = trace_of(found(KINDS.get(name)), key)
    written = write(trace.kind, [trace], Frame(addresses(request), alone=True))[0]
    return told(written, trace.modified)


@answering
def nothing(_request: HttpRequest) -> HttpResponse:
    """Every other address below ours."""
    raise Http404


def trace_of(kind: TraceKind, key: str) -> Trace:
    """The trace of that name on the street; raises Http404."""
    if not _KEY.fullmatch(key):
        raise Http404
    return found(Trace.objects.filter(audience=Audience.STREET, kind=kind, key=key).first())


def found(thing: Found | None) -> Found:
    """The thing; raises Http404 when there is none."""
    if thing is None:
        raise Http404
    return thing


def _list(
    request: HttpRequest, address: str, kind: TraceKind, whole: QuerySet[Trace], modified: datetime | None
) -> HttpResponse:
    question = asked(request.GET)
    page = lists.cut(whole, question, modified)
    alone = kind not in {TraceKind.AUTHORITY, TraceKind.BODY}
    frame = Frame(addresses(request), question.omit_internal, alone=alone)
    turns = {
        "first": Turn(),
        "prev": page.before,
        "self": page.here,
        "next": page.following,
        "last": page.last,
    }
    answer = {
        "data": write(kind, page.traces, frame),
        "pagination": _pagination(page, question.limit),
        "links": {name: f"{address}{question.query(turn)}" for name, turn in turns.items() if turn},
    }
    return told(answer, modified)


def _pagination(page: lists.ListPage, limit: int) -> dict[str, int]:
    said = {"elementsPerPage": limit}
    if page.total is not None:
        said |= {"totalElements": page.total, "totalPages": lists.pages_of(page.total, limit)}
    return said | ({"currentPage": page.here.number} if page.here.number else {})
