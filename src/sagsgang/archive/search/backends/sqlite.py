"""Search in SQLite: FTS5 over the analysed terms. The row's number is the key, so that its order is the dates'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from sagsgang.archive.search import keys as places
from sagsgang.archive.search import sql
from sagsgang.archive.search.backends import Hits
from sagsgang.archive.search.document import BREAK, Document
from sagsgang.archive.search.match import Alternative, Group, Match, Phrase, Prefix

# By field. Small, as BM25 flattens what is large: a word in the title must beat the same word twice in the text.
FIELDS = ("title", "title_parts", "decision", "attachments", "body", "parts")
WEIGHTS = (2.0, 1.2, 0.8, 0.5, 0.3, 0.15)
_APART = f" {BREAK} "
_HEAVIER = FIELDS[: FIELDS.index("body")]
# To count this many documents takes as long as to rank a thousand.
MOST_COUNTED = 30_000
# A group of more terms than this is the words of a prefix: only the titles are worth asking for all of them.
_FEW = 20

# Nearly every document has its audience's term, and to walk through all that have it is half of the work: it is left
# out where the archive has no entry for anybody else. The statement looks for itself, so that nothing comes between.
_NEWEST = (
    "SELECT group_concat(key), group_concat(facts, '') FROM (SELECT rowid AS found FROM search_text"
    " WHERE search_text MATCH CASE WHEN EXISTS (SELECT 1 FROM archive_entry WHERE audience < %s)"
    " OR EXISTS (SELECT 1 FROM archive_entry WHERE audience > %s) THEN %s ELSE %s END"
    " AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s) CROSS JOIN search_document ON key = found"
)
_NEWEST_FILES = _NEWEST.replace("search_text", "search_file")
_ALL = (0, 2**63 - 1)
_KEYS = "SELECT rowid AS key FROM search_text WHERE search_text MATCH %s ORDER BY rowid DESC LIMIT %s"


def lock() -> None:
    """SQLite has one writer at a time anyway."""


def add(documents: Sequence[Document]) -> None:
    """Keep new documents."""
    sql.run_many(
        "INSERT INTO search_document (key, entry_id, facts) VALUES (:many)",
        [(document.key, document.entry_id, document.facts) for document in documents],
    )
    sql.run_many(
        "INSERT INTO search_text (rowid, title, title_parts, decision, attachments, body, parts, filters)"
        " VALUES (:many)",
        [
            (document.key, *(" ".join(field) for field in document.fields()), " ".join(document.filters))
            for document in sorted(documents, key=lambda document: document.key)
        ],
    )
    sql.run_many(
        "INSERT INTO search_file (rowid, own, files, filters) VALUES (:many)",
        [
            (
                document.key,
                _APART.join(map(" ".join, document.fields())),
                " ".join(document.files),
                " ".join(document.filters),
            )
            for document in documents
            if document.files
        ],
    )


def remove(keys: Sequence[int]) -> Iterator[set[str]]:
    """Drop the documents; the distinct terms of each."""
    found = sql.rows(
        "SELECT title, title_parts, decision, attachments, body, parts, coalesce(files, '') FROM search_text"
        " LEFT JOIN search_file ON search_file.rowid = search_text.rowid WHERE search_text.rowid IN (:many)",
        keys,
    )
    sql.run("DELETE FROM search_text WHERE rowid IN (:many)", keys)
    sql.run("DELETE FROM search_file WHERE rowid IN (:many)", keys)
    sql.run("DELETE FROM search_document WHERE key IN (:many)", keys)
    return ({term for field in row for term in field.split()} for row in found)


def newest(match: Match, most: int, expected: int) -> Hits:
    """The `most` newest documents that match, the newest first: FTS5 walks its rows backwards until it has them."""
    del expected
    values = [*_asked(match), *(match.keys or _ALL), most]
    own, with_files = sql.rows(f"{_NEWEST} UNION ALL {_NEWEST_FILES}", values * 2)
    return Hits.of(*own).merged(Hits.of(*with_files), most)


def _asked(match: Match) -> tuple[str, str, str, str]:
    """What _NEWEST chooses by and from: the audience, the question, the question without it if anything is left."""
    audience = "".join(one.terms[0] for group in match.filters for one in group if _says_audience(one))
    audience = audience.removeprefix(places.AUDIENCE)
    narrow, asked = _for_all(match), expression(match)
    return audience, audience, asked, expression(narrow) if narrow.filters or narrow.groups else asked


def scores(match: Match, keys: Sequence[int], rarity: Sequence[float], commonest: int) -> dict[int, float]:
    """How well each of the keys, newest first, answers: by BM25 over weighted fields, that knows rarity itself.

    BM25 counts every document that has a term: of very common ones, and of many, the fields are asked instead.
    """
    if commonest > MOST_COUNTED or any(map(_is_of_many, match.groups)):
        return _by_field(_for_all(match), keys, rarity)
    return dict(
        sql.rows(
            "SELECT rowid, -bm25(search_text, %s, %s, %s, %s, %s, %s, 0) FROM search_text"
            " WHERE search_text MATCH %s AND rowid BETWEEN %s AND %s",
            [*WEIGHTS, expression(_for_all(match)), keys[-1], keys[0]],
        )
    )


def _is_of_many(group: Group) -> bool:
    """Whether the group is all the words that begin so."""
    return len(group) > _FEW or any(isinstance(one, Prefix) for one in group)


def _for_all(match: Match) -> Match:
    """The question without its audience, which nearly all documents have: they would be looked at one by one."""
    narrow = (group for group in match.filters if not any(_says_audience(one) for one in group))
    return replace(match, filters=tuple(narrow))


def _says_audience(one: Alternative) -> TypeGuard[Phrase]:
    return isinstance(one, Phrase) and one.terms[0].startswith(places.AUDIENCE)


def _by_field(match: Match, keys: Sequence[int], rarity: Sequence[float]) -> dict[int, float]:
    """For each group the weight of the heaviest field that has it, by its rarity; whatever is found is in a text."""
    least = WEIGHTS[FIELDS.index("body")]
    gains: dict[tuple[int, int], float] = {}
    for place, field, key in _having(match, keys):
        gains[key, place] = max(gains.get((key, place), 0.0), rarity[place] * (WEIGHTS[field] - least))
    found = dict.fromkeys(keys, sum(rarity) * least)
    for (key, _), gain in gains.items():
        if key in found:
            found[key] += gain
    return found


def _having(match: Match, keys: Sequence[int]) -> list[tuple[int, int, int]]:
    """Which group stands in which heavy field of which document between the keys that answers. One statement."""
    statements, values = [], list[object]()
    for place, group in enumerate(match.groups):
        others = replace(match, groups=match.groups[:place] + match.groups[place + 1 :])
        for field in _HEAVIER[:1] if _is_of_many(group) else _HEAVIER:
            statements.append(
                "SELECT %s, %s, rowid FROM search_text WHERE search_text MATCH %s AND rowid BETWEEN %s AND %s"
            )
            in_field = expression(others, f"({{{field}}} : {_any(group)})")
            values += [place, FIELDS.index(field), in_field, keys[-1], keys[0]]
    return [(place, field, key) for place, field, key in sql.rows(" UNION ALL ".join(statements), values)]


def titled(match: Match, groups: Sequence[Group], most: int) -> tuple[str, list[object]]:
    """A statement for the `most` newest keys that match and have all groups in their titles; with its values."""
    in_title = " AND ".join(map(_any, groups))
    return _KEYS, [expression(match, f"({{title}} : ({in_title}))"), most]


def having(match: Match, most: int) -> tuple[str, list[object]]:
    """A statement for the `most` newest keys that match; with its values."""
    return _KEYS, [expression(match), most]


def read_in() -> None:
    """Read what every search looks up of its hits: a row here and there in tables that lie scattered in the file.

    For a million entries that is 60 MB, of which the system keeps a copy in memory, not this process.
    """
    sql.rows("SELECT sum(length(facts)) FROM search_document")
    sql.rows("SELECT sum(length(sz)) FROM search_text_docsize")


def clear() -> None:
    """Drop all documents."""
    sql.run("DELETE FROM search_text")
    sql.run("DELETE FROM search_file")
    sql.run("DELETE FROM search_document")


def expression(match: Match, *more: str) -> str:
    """The question and `more` in FTS5's language. Every term stands in quotation marks and has none in it."""
    wanted = " AND ".join((*more, *map(_any, (*match.filters, *match.groups))))
    return f"({wanted}) NOT {_any(match.excluded)}" if match.excluded else wanted


def _any(group: Group) -> str:
    return "(" + " OR ".join(_one(alternative) for alternative in group) + ")"


def _one(alternative: Alternative) -> str:
    if isinstance(alternative, Prefix):
        return f'"{alternative.start}" *'
    return '"' + " ".join(alternative.terms) + '"'
