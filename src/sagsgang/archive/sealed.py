"""Sealed contents as papers again. Older schemas are upgraded here, on reading; the sealed bytes never change."""

import json

from sagsgang.archive.models import Content, Edition
from sagsgang.paper.model import Paper
from sagsgang.paper.store import from_json


def raw(stored: bytes | memoryview | str) -> bytes:
    """The bytes of a binary column; SQLite gives text where somebody else has written text."""
    return stored.encode() if isinstance(stored, str) else bytes(stored)


def paper_in(data: bytes) -> Paper:
    """The paper whose canonical JSON, of this or an older schema, is `data`."""
    return from_json(json.loads(data))


def paper_of(edition: Edition) -> Paper | None:
    """The paper that `edition` published; None when its content was erased."""
    data = Content.objects.filter(seal_id=edition.seal_id).values_list("data", flat=True).first()
    return None if data is None else paper_in(raw(data))
