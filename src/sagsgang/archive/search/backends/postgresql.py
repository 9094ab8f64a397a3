"""Search in PostgreSQL: a tsvector that we write ourselves, so that no text search configuration takes part."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.db import connection

from sagsgang.archive.search import keys as places
from sagsgang.archive.search import sql
from sagsgang.archive.search.backends import Hits
from sagsgang.archive.search.document import BREAK, Document
from sagsgang.archive.search.match import Alternative, Group, Match, Phrase, Prefix

_LABELS = "ABBCD"
_TITLE = "A"
_LABEL_WEIGHTS = "{0.2, 0.3, 0.5, 1.0}"
# Where no label stands it counts as D: parts and filters.
_LAST_POSITION = 16_383
_LOCK = 0x5A65_6172
MANY = 20_000
_ALL = (0, 2**63 - 1)
_KEYS = "SELECT key FROM search_document WHERE terms @@ %s::tsquery ORDER BY key DESC LIMIT %s"
_NEWEST = (
    "WITH found AS MATERIALIZED (SELECT key, facts FROM search_document"
    " WHERE terms @@ %s::tsquery AND key BETWEEN %s AND %s),"
    " of_files AS MATERIALIZED (SELECT key, facts FROM search_file JOIN search_document USING (key)"
    " WHERE search_file.terms @@ %s::tsquery AND key BETWEEN %s AND %s),"
    " newest AS (SELECT key, facts FROM found ORDER BY key DESC LIMIT %s),"
    " newest_files AS (SELECT key, facts FROM of_files ORDER BY key DESC LIMIT %s)"
    " SELECT (SELECT string_agg(key::text, ',') FROM newest), (SELECT string_agg(facts, '') FROM newest),"
    " (SELECT string_agg(key::text, ',') FROM newest_files), (SELECT string_agg(facts, '') FROM newest_files)"
)


def lock() -> None:
    """Let nobody else write to the index until the transaction ends: counts of terms are changed in any order."""
    sql.run("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def add(documents: Sequence[Document]) -> None:
    """Keep new documents."""
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY search_document (key, entry_id, facts, terms) FROM STDIN") as copy,
    ):
        for document in documents:
            copy.write_row((document.key, document.entry_id, document.facts, vector(document)))
    with_files = [document for document in documents if document.files]
    sql.run_many(
        "INSERT INTO search_file (key, terms) VALUES (:many)",
        [(document.key, vector(document, document.files)) for document in with_files],
    )


def remove(keys: Sequence[int]) -> list[list[str]]:
    """Drop the documents; the distinct terms of each."""
    statement = "DELETE FROM %s WHERE key = ANY(%%s) RETURNING key, tsvector_to_array(terms)"
    found = dict(sql.rows(statement % "search_document", [list(keys)]))
    return list((found | dict(sql.rows(statement % "search_file", [list(keys)]))).values())


def newest(match: Match, most: int, expected: int) -> Hits:
    """The `most` newest documents that match, the newest first.

    When many more are expected than are wanted, the years are asked from the newest on, one, two, four at a
    time: otherwise every hit of all years would be read and sorted.
    """
    if expected <= MANY:
        return _newest(match, most)
    found = Hits.of(None, None)
    for years in _windows():
        window = tuple(Phrase((places.filter_term(places.YEAR, year),)) for year in years)
        of_years = replace(match, filters=(*match.filters, window))
        found = found.and_then(_newest(of_years, most - len(found.keys)))
        if len(found.keys) >= most:
            break
    return found


def _newest(match: Match, most: int) -> Hits:
    # What is found is fetched before it is put in order: the planner would walk all documents by key instead, and
    # holds reading a document's terms for as cheap as comparing two numbers.
    asked, range_ = expression(match), match.keys or _ALL
    keys, facts, of_files, facts_of_files = sql.rows(_NEWEST, [asked, *range_, asked, *range_, most, most])[0]
    return Hits.of(keys, facts).merged(Hits.of(of_files, facts_of_files), most)


def _windows() -> Iterator[range]:
    first, last = sql.rows("SELECT min(key), max(key) FROM search_document")[0]
    if first is None:
        return
    oldest, newest_year = (date.fromordinal(places.day_of(key)).year for key in (first, last))
    size = 1
    while newest_year >= oldest:
        yield range(max(oldest, newest_year - size + 1), newest_year + 1)
        newest_year -= size
        size *= 2


def scores(match: Match, keys: Sequence[int], rarity: Sequence[float], commonest: int) -> dict[int, float]:
    """How well each of the keys answers: ts_rank of each group over the labelled fields, by its rarity."""
    del commonest
    ranks = ", ".join(["ts_rank(%s::float4[], terms, %s::tsquery, 1)"] * len(match.groups))
    statement = "SELECT key, (:ranks) FROM search_document WHERE key = ANY(%s)".replace("(:ranks)", ranks)
    values = [value for group in match.groups for value in (_LABEL_WEIGHTS, _any(group))]
    found = sql.rows(statement, [*values, list(keys)])
    return {key: sum(weight * rank for weight, rank in zip(rarity, of, strict=True)) for key, *of in found}


def titled(match: Match, groups: Sequence[Group], most: int) -> tuple[str, list[object]]:
    """A statement for the `most` newest keys that match and have all groups in their titles; with its values."""
    in_title = " & ".join(_any(group, _TITLE) for group in groups)
    return _KEYS, [f"{expression(match)} & {in_title}", most]


def having(match: Match, most: int) -> tuple[str, list[object]]:
    """A statement for the `most` newest keys that match; with its values."""
    return _KEYS, [expression(match), most]


def read_in() -> None:
    """PostgreSQL keeps what is asked for in a memory of its own, which outlives our servers."""


def clear() -> None:
    """Drop all documents."""
    sql.run("DELETE FROM search_document")
    sql.run("DELETE FROM search_file")


def vector(document: Document, *more: Sequence[str]) -> str:
    """The document, and `more` after it, as the text of a tsvector.

    That is terms with places and labels A to D, a gap between two texts.
    """
    places_of: dict[str, list[str]] = {}
    position = 0
    for label, field in (*zip(_LABELS, document.fields(), strict=False), *(("D", field) for field in more)):
        for term in field:
            position += 1
            if term != BREAK:
                places_of.setdefault(term, []).append(f"{min(position, _LAST_POSITION)}{label}")
        position += 1
    written = [f"'{term}':{','.join(found)}" for term, found in places_of.items()]
    return " ".join([*written, *(f"'{term}'" for term in (*document.parts, *document.filters))])


def expression(match: Match) -> str:
    """The question in PostgreSQL's language. Every term stands in quotation marks and has none in it."""
    wanted = " & ".join(_any(group) for group in (*match.filters, *match.groups))
    return f"{wanted} & !{_any(match.excluded)}" if match.excluded else wanted


def _any(group: Group, label: str = "") -> str:
    """The group, anywhere or under one label."""
    return "(" + " | ".join(_one(alternative, label) for alternative in group) + ")"


def _one(alternative: Alternative, label: str) -> str:
    if isinstance(alternative, Prefix):
        return f"'{alternative.start}':*{label}"
    mark = f":{label}" if label else ""
    return "(" + " <-> ".join(f"'{term}'{mark}" for term in alternative.terms) + ")"
