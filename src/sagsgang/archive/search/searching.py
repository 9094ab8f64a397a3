"""From a question to a page of hits. A handful of statements, and no work that grows with the number of hits."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from sagsgang.archive.models import Entry
from sagsgang.archive.search import file_pages, keys, vocabulary
from sagsgang.archive.search.backends import Hits, backend
from sagsgang.archive.search.document import texts
from sagsgang.archive.search.facets import chosen, closed, facets, narrow
from sagsgang.archive.search.highlight import Highlighter
from sagsgang.archive.search.language import Question, understand
from sagsgang.archive.search.match import Alternative, Group, Match, Phrase, Prefix
from sagsgang.archive.search.query import MAX_PAGE_SIZE, Order, Query
from sagsgang.archive.search.ranking import expected, ranked
from sagsgang.archive.search.results import Hit, InFile, Results
from sagsgang.archive.search.suggest import suggestion

MAX_HITS = 10_000
# So few hits that another spelling is worth a thought.
_FEW = 2
# So many words that begin so are looked up one by one, and more when each stands in so many entries on average.
_FEW_WORDS, _MANY_WORDS, _COMMON = 20, 400, 500
_MOST_OTHERWISE = 60
_TEXT_ORDER = ("decision", "body", "attachments")


class _Row(NamedTuple):
    """What a hit shows, in the order of _COLUMNS: rows of models would take longer to make than to fetch."""

    id: int
    date: date
    number: str
    title: str
    access: str
    item_type: str
    outcome: str
    case_number: str
    case_key: str
    data: str
    meeting_id: int
    meeting_slug: str
    body_id: int
    body: str
    body_slug: str


_OF_OTHERS = {"meeting_slug": "meeting__slug", "body": "body__name", "body_slug": "body__slug"}
_COLUMNS = tuple(_OF_OTHERS.get(name, name) for name in _Row._fields)


def search(query: Query) -> Results:
    """The entries of `query.audience` that answer `query`; any text is a valid query and none raises."""
    question = understand(query.text)
    if query.text.strip() and not question.asked:
        return _nothing()
    groups = tuple(_expanded(group) for group in question.groups)
    match = _match(query, groups, _expanded(question.excluded))
    counts, forms = vocabulary.entries_and_words(_terms(groups))
    most = expected(groups, counts, MAX_HITS + 1)
    every = backend().newest(match, MAX_HITS + 1, most)
    wanted = chosen(query)
    match = replace(match, filters=(*match.filters, *_filters(query)))
    if wanted and len(every.keys) > MAX_HITS:
        every = backend().newest(match, MAX_HITS + 1, most)
    found = narrow(every, wanted)
    if query.order is Order.RELEVANCE:
        found = ranked(match, found[:MAX_HITS], counts, closed(every))
    return _page(query, found, every, Highlighter(groups, forms), _otherwise(query, question, len(found)))


def read_in() -> None:
    """Read beforehand what every search looks up; of a million entries from a cold disk that takes seconds."""
    backend().read_in()


def answering(query: Query) -> frozenset[int]:
    """The ids of the newest MAX_HITS entries that answer `query`, without any order. One look into the index."""
    question = understand(query.text)
    if query.text.strip() and not question.asked:
        return frozenset()
    groups = tuple(_expanded(group) for group in question.groups)
    match = _match(query, groups, _expanded(question.excluded))
    match = replace(match, filters=(*match.filters, *_filters(query)))
    return frozenset(keys.entry_of(int(key)) for key in backend().newest(match, MAX_HITS, MAX_HITS).keys)


def _match(query: Query, groups: tuple[Group, ...], excluded: Group) -> Match:
    """What this reader may see and asks for, whatever the filters that are counted say."""
    audience = _any_of(keys.AUDIENCE, [query.audience])
    return Match((audience,), groups, excluded, keys.between(query.first, query.last))


def _page(query: Query, found: Sequence[str], every: Hits, highlighter: Highlighter, other: str) -> Results:
    more = len(every.keys) > MAX_HITS
    total = min(len(found), MAX_HITS)
    size = max(1, min(query.size, MAX_PAGE_SIZE))
    pages = max(1, -(-total // size))
    page = max(1, min(query.page, pages))
    ids = [keys.entry_of(int(key)) for key in found[(page - 1) * size : min(page * size, total)]]
    return Results(
        hits=_hits(ids, highlighter),
        total=total,
        more=more and total == MAX_HITS,
        page=page,
        pages=pages,
        facets=facets(every.first(MAX_HITS).facts, chosen(query), more=more),
        suggestion=other,
    )


def _nothing() -> Results:
    return Results(hits=(), total=0, more=False, page=1, pages=1, facets=(), suggestion="")


def _expanded(group: Group) -> Group:
    """The group with its prefixes as the words of the archive that begin so."""
    return tuple(dict.fromkeys(one for alternative in group for one in _words_for(alternative)))


def _words_for(one: Alternative) -> Group:
    """A prefix as terms, unless they are many for little; any other alternative as it is.

    A database merges all that a prefix stands for before it answers, while of terms it reads the newest only, but
    looks at each for every hit: so many terms pay off when they are common.
    """
    if not isinstance(one, Prefix) or any(letter.isdigit() for letter in one.start) or keys.NUMBER in one.start:
        return (one,)
    terms = vocabulary.beginning_with(one.start, _MANY_WORDS + 1)
    if 0 < len(terms) <= max(_FEW_WORDS, min(_MANY_WORDS, sum(terms.values()) // _COMMON)):
        return tuple(Phrase((term,)) for term in terms)
    otherwise = [term for term in terms if not term.startswith(one.start)]
    return (one, *(Phrase((term,)) for term in otherwise[:_MOST_OTHERWISE]))


def _terms(groups: Iterable[Group]) -> list[str]:
    return [term for group in groups for one in group if isinstance(one, Phrase) for term in one.terms]


def _any_of(kind: str, values: Iterable[object]) -> Group:
    return tuple(Phrase((keys.filter_term(kind, value),)) for value in values)


def _filters(query: Query) -> tuple[Group, ...]:
    by_kind = (
        (keys.BODY, query.bodies),
        (keys.YEAR, query.years),
        (keys.TYPE, query.item_types),
        (keys.OUTCOME, query.outcomes),
        (keys.KLE, query.kle_groups),
        (keys.ACCESS, (query.access,) if query.access else ()),
    )
    return tuple(_any_of(kind, values) for kind, values in by_kind if values)


def _otherwise(query: Query, question: Question, total: int) -> str:
    """Another spelling to search for: only one that finds more among what this reader may see."""
    if total > _FEW or not (other := suggestion(question)):
        return ""
    again = understand(other)
    match = _match(query, again.groups, again.excluded)
    return other if len(backend().newest(match, total + 1, total).keys) > total else ""


def _hits(ids: Sequence[int], highlighter: Highlighter) -> tuple[Hit, ...]:
    found = {row.id: row for row in map(_Row._make, Entry.objects.filter(id__in=ids).values_list(*_COLUMNS))}
    rows = [found[entry_id] for entry_id in ids if entry_id in found]
    in_files = _in_files(rows, highlighter)
    return tuple(_hit(row, highlighter, *in_files.get(row.id, (None, ""))) for row in rows)


def _in_files(rows: Sequence[_Row], highlighter: Highlighter) -> dict[int, tuple[InFile, str]]:
    """For rows that do not hold all that was asked for: the page of an attachment that does, and its text."""
    lacking = {
        row.id: groups
        for row in rows
        if file_pages.has_files(row.data) and (groups := highlighter.lacking((row.title, *_texts(row))))
    }
    if not lacking:
        return {}
    files = {row.id: list(file_pages.files_of(json.loads(row.data))) for row in rows if row.id in lacking}
    digests = {file.sha256 for of_row in files.values() for file in of_row}
    best = file_pages.best_pages(sorted(digests), dict.fromkeys(chain.from_iterable(lacking.values())))
    return {
        row_id: (
            InFile(position=file.position, title=file.title, page=page.number, sha256=file.sha256, name=file.name),
            page.text,
        )
        for row_id, of_row in files.items()
        for file in reversed(of_row)
        if (page := best.get(file.sha256))
    }


def _hit(row: _Row, highlighter: Highlighter, in_file: InFile | None, page: str) -> Hit:
    return Hit(
        entry_id=row.id,
        title=highlighter.title(row.title),
        snippet=highlighter.snippet([page] if in_file else _texts(row)),
        date=row.date,
        meeting_id=row.meeting_id,
        meeting_slug=row.meeting_slug,
        body_id=row.body_id,
        body=row.body,
        body_slug=row.body_slug,
        number=row.number,
        access=row.access,
        item_type=row.item_type,
        outcome=row.outcome,
        case_number=row.case_number,
        case_key=row.case_key,
        in_file=in_file,
    )


def _texts(row: _Row) -> list[str]:
    if row.access != "open":
        return []
    found = list(texts(json.loads(row.data)))
    return [text for wanted in _TEXT_ORDER for name, text in found if name == wanted]
