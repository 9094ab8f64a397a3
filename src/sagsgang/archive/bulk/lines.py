"""The papers in force on the street, a line of JSON each: the sealed bytes, with a few names before them."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from sagsgang.archive.models import Audience, Content, Meeting, RecordKind, Seal
from sagsgang.archive.sealed import raw

_AT_ONCE = 100
_FIELDS = (
    "body__slug",
    "slug",
    "edition__seal__key",
    "edition__seal__version",
    "edition__seal__sealed_at",
    "edition__seal__record_hash",
)
# Gets how many papers of how many are written.
Told = Callable[[int, int], None]


def state() -> int:
    """The number of the last thing that changed what the street may read: a paper or an erasure, no PDF."""
    seals = Seal.objects.filter(audience=Audience.STREET).exclude(kind=RecordKind.PDF).order_by("-pk")
    return seals.values_list("pk", flat=True).first() or 0


def write_lines(file: Path, tell: Told = lambda _done, _total: None) -> int:
    """Write every paper in force to `file`; gives how many. O(papers) time, and the memory of a hundred of them."""
    total, done = _in_force().count(), 0
    with file.open("wb") as opened:
        for line in _lines():
            opened.write(line)
            done += 1
            if done % _AT_ONCE == 0:
                tell(done, total)
    tell(done, total)
    return done


def _lines() -> Iterator[bytes]:
    """In the order of the meetings' rows; by key, for a long read would hold up the one who writes."""
    last = 0
    rows = _in_force().order_by("pk").values_list("pk", "edition__seal", *_FIELDS)
    while some := list(rows.filter(pk__gt=last)[:_AT_ONCE]):
        seals = [seal for _, seal, *_ in some]
        contents = dict(Content.objects.filter(seal__in=seals).values_list("seal_id", "data"))
        for _, seal, *fields in some:
            if seal in contents:  # it may have been erased between the two questions
                yield _line(fields, raw(contents[seal]))
        last = some[-1][0]


def _line(fields: Sequence[Any], sealed: bytes) -> bytes:
    """The sealed JSON stands unchanged after the names: whoever takes them away has what was sealed."""
    body, meeting, key, version, sealed_at, record = fields
    names = {
        "key": key,
        "body_slug": body,
        "meeting": meeting,
        "version": version,
        "sealed_at": sealed_at.isoformat(),
        "record_hash": record,
        "url": settings.ADDRESS + reverse("portal:meeting", args=[body, meeting]),
    }
    before = json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode()
    return before[:-1] + b"," + sealed[1:] + b"\n"


def _in_force() -> QuerySet[Meeting]:
    return Meeting.objects.filter(audience=Audience.STREET, edition__isnull=False)
