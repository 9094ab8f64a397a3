"""The pages of attachments as the index takes them, and the page that answers a question best."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sagsgang.archive.models import FilePage
from sagsgang.archive.search import sql
from sagsgang.archive.search.analyser import parts, term
from sagsgang.archive.search.compounds import MIN_COMPOUND
from sagsgang.archive.search.document import BREAK, opened
from sagsgang.archive.search.match import Alternative, Group, Prefix
from sagsgang.archive.search.words import word_list

# Of the files of one entry together, in characters; the short ones come whole.
MAX_FILES_TEXT = 200_000
_MOST_ALTERNATIVES = 40
_BATCH = 200
_BEST = (
    "SELECT sha256, archive_filepage.number, text FROM archive_filepage JOIN"
    " (SELECT id, sha256, row_number() OVER (PARTITION BY file_id ORDER BY score DESC, number) AS place, score FROM"
    " (SELECT archive_filepage.id, sha256, file_id, number, (:score) AS score FROM archive_filepage"
    " JOIN archive_filetext ON archive_filetext.id = file_id WHERE sha256 IN ((:many))) AS scored) AS best"
    " ON best.id = archive_filepage.id WHERE place = 1 AND score > 0"
)


class Named(NamedTuple):
    """The file of an open attachment: which attachment of its item it is, from 1, with its title and its address."""

    position: int
    title: str
    sha256: str
    name: str


class Found(NamedTuple):
    """A page that answers; `number` is 0 where the file has no pages."""

    number: int
    text: str


def files_of(data: dict[str, Any]) -> Iterator[Named]:
    """The files of an item's open attachments, in order."""
    open_ones = opened(data, "attachments")
    for position, part in enumerate(data.get("attachments") or (), start=1):
        if part in open_ones and (file := part.get("file")):
            yield Named(position, part.get("title") or "", file["sha256"], file["name"])


def has_files(data: str) -> bool:
    """Whether an item's JSON may name a file; seen without reading it."""
    return '"file":' in data


def texts_of(data: str) -> list[str]:
    """The pages of an entry's files as far as they are indexed."""
    digests = list(dict.fromkeys(file.sha256 for file in files_of(json.loads(data)))) if has_files(data) else []
    return list(_shared({digest: _pages(digest) for digest in digests}))


def _pages(digest: str) -> list[str]:
    return list(FilePage.objects.filter(file__sha256=digest).order_by("number").values_list("text", flat=True))


def _shared(files: dict[str, list[str]]) -> Iterator[str]:
    """The pages of the shortest file first, each file with an equal share of the room that is left."""
    room = MAX_FILES_TEXT
    in_order = sorted(files.values(), key=lambda pages: sum(map(len, pages)))
    for place, pages in enumerate(in_order):
        share = room // (len(in_order) - place)
        for page in pages:
            text = page[: max(0, share)]
            share -= len(text)
            room -= len(text)
            if text:
                yield text


def terms_of(text: str) -> str:
    """A page's terms in their order with a space around each, then the parts of its compounds."""
    found = word_list(text)
    inside = sorted({part for word in set(found) if len(word) >= MIN_COMPOUND for part in parts(word)})
    return " " + " ".join((*filter(None, map(term, found)), BREAK, *inside)) + " "


def refresh() -> None:
    """Analyse every page anew, as a rebuilt index does with every entry."""
    last = 0
    while pages := list(FilePage.objects.filter(pk__gt=last).order_by("pk")[:_BATCH]):
        for page in pages:
            page.terms = terms_of(page.text)
        FilePage.objects.bulk_update(pages, ["terms"])
        last = pages[-1].pk


def best_pages(digests: Sequence[str], groups: Iterable[Group]) -> dict[str, Found]:
    """For each file, by its SHA-256, the first page with most of the groups, if one has any. One query."""
    wanted = [patterns for group in groups if (patterns := list(_patterns(group)))]
    if not digests or not wanted:
        return {}
    score = " + ".join(f"(CASE WHEN {' OR '.join(['terms LIKE %s'] * len(one))} THEN 1 ELSE 0 END)" for one in wanted)
    statement = _BEST.replace("(:score)", score).replace(sql.MANY, ", ".join(["%s"] * len(digests)))
    found = sql.rows(statement, [*(pattern for one in wanted for pattern in one), *digests])
    return {digest: Found(number, text) for digest, number, text in found}


def _patterns(group: Group) -> Iterator[str]:
    """Every term consists of letters, digits and the marks before it: none of them means anything to LIKE."""
    return (_pattern(one) for one in group[:_MOST_ALTERNATIVES])


def _pattern(one: Alternative) -> str:
    return f"% {one.start}%" if isinstance(one, Prefix) else f"% {' '.join(one.terms)} %"
