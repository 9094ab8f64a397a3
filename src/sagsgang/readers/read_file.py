"""A file's bytes to readings: our own JSON, FirstAgenda's, or a document whose lines the engine reads."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sagsgang.paper.model import Access
from sagsgang.paper.store import UnreadablePaper, from_json
from sagsgang.readers import firstagenda
from sagsgang.readers.base import Doubt, Reading
from sagsgang.readers.doubts import doubt
from sagsgang.readers.extract import Refused, extracted
from sagsgang.readers.extract.dispatch import BYTES_LIMIT, TOO_BIG
from sagsgang.readers.extract.text import decoded
from sagsgang.readers.registry import read
from sagsgang.readers.review import review

OWN_LAYOUT = "JSON"
BROKEN_JSON = "JSON-filen er beskåret eller ødelagt og kan ikke læses."
OTHER_JSON = "Filen er JSON af en slags, som ikke kendes. Kun vores egen og FirstAgendas kan læses."
BROKEN_PAPER = "Filen ligner et referat i vores eget JSON-format, men mangler noget eller er af en nyere udgave."


def read_file(data: bytes, name: str) -> tuple[Reading, ...]:
    """The papers in a file, each with its doubts. Raises `Refused` when the file cannot be read at all."""
    if len(data) > BYTES_LIMIT:
        raise Refused(TOO_BIG)
    parsed = _json(data, name)
    if parsed is not None:
        return _from_json(parsed)
    found = extracted(data, name)
    return tuple(_with_unread(reading, found.unread_pages) for reading in read(found.lines))


def _json(data: bytes, name: str) -> object:
    """The parsed JSON; None for what is none."""
    named = name.lower().endswith(".json")
    start = data[:400].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n")[:1]
    if start not in (b"{", b"["):
        return None
    try:
        parsed = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        if named:
            raise Refused(BROKEN_JSON) from error
        return None
    return parsed if isinstance(parsed, dict | list) else None


def _from_json(parsed: object) -> tuple[Reading, ...]:
    if firstagenda.is_firstagenda(parsed):
        return firstagenda.read(parsed)
    papers = parsed if isinstance(parsed, list) else [parsed]
    if not papers or not all(isinstance(each, dict) and "kind" in each and "items" in each for each in papers):
        raise Refused(OTHER_JSON)
    try:
        return tuple(_own(each) for each in papers)
    except UnreadablePaper as error:
        raise Refused(BROKEN_PAPER) from error


def _own(paper: Any) -> Reading:
    """A paper as `read --format json` prints it, with the doubts that were printed with it."""
    read_back = from_json(paper)
    closed = frozenset(item.number for item in read_back.items if item.access is Access.CLOSED)
    doubts = (*_doubts(paper.get("doubts")), *review(read_back, closed, {}))
    return Reading(read_back, tuple(dict.fromkeys(doubts)), OWN_LAYOUT)


def _doubts(stated: object) -> Iterable[Doubt]:
    for each in stated if isinstance(stated, list) else ():
        if isinstance(each, dict) and isinstance(each.get("code"), str):
            item, line = each.get("item"), each.get("line")
            yield Doubt(
                code=each["code"],
                message=str(each.get("message") or ""),
                item=item if isinstance(item, str) else None,
                line=line if isinstance(line, int) else None,
            )


def _with_unread(reading: Reading, pages: tuple[int, ...]) -> Reading:
    if not pages:
        return reading
    named = ", ".join(str(page) for page in pages[:10]) + (" …" if len(pages) > 10 else "")
    return replace(reading, doubts=(*reading.doubts, doubt("unread_page", pages=named)))
