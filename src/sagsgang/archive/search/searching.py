"""From a question to a page of hits. A handful of statements, and no work that grows with the number of hits."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sagsgang.archive.models import Entry
from sagsgang.archive.search import keys, vocabulary
from sagsgang.archive.search.backends import Hits, backend
from sagsgang.archive.search.document import texts
from sagsgang.archive.search.facets import chosen, facets, narrow
from sagsgang.archive.search.highlight import Highlighter
from sagsgang.archive.search.language import Question, understand
from sagsgang.archive.search.match import Group, Match, Phrase, Prefix
from sagsgang.archive.search.query import MAX_PAGE_SIZE, Order, Query
from sagsgang.archive.search.ranking import expected, ranked
from sagsgang.archive.search.results import Hit, Results
from sagsgang.archive.search.suggest import suggestion

MAX_HITS = 10_000
# So few hits that another spelling is worth a thought.
_FEW = 2
_TEXT_ORDER = ("decision", "body", "attachments")


def search(query: Query) -> Results:
    """The entries of `query.audience` that answer `query`; any text is a valid query and none raises."""
    question = understand(query.text)
    if query.text.strip() and not question.asked:
        return _nothing()
    groups = tuple(_expanded(group) for group in question.groups)
    match = Match((_any_of(keys.AUDIENCE, [query.audience]),), groups, _expanded(question.excluded))
    counts, forms = vocabulary.entries_and_words(_terms(groups))
    most = expected(groups, counts, MAX_HITS + 1)
    every = backend().newest(match, MAX_HITS + 1, most)
    wanted = chosen(query)
    match = replace(match, filters=(*match.filters, *_filters(query)))
    if wanted and len(every.keys) > MAX_HITS:
        every = backend().newest(match, MAX_HITS + 1, most)
    found = narrow(every, wanted)
    if query.order is Order.RELEVANCE:
        found = ranked(match, found[:MAX_HITS], counts)
    return _page(query, found, every, Highlighter(groups, forms), _otherwise(query, question, len(found)))


def _page(query: Query, found: Sequence[int], every: Hits, highlighter: Highlighter, other: str) -> Results:
    more = len(every.keys) > MAX_HITS
    total = min(len(found), MAX_HITS)
    size = max(1, min(query.size, MAX_PAGE_SIZE))
    pages = max(1, -(-total // size))
    page = max(1, min(query.page, pages))
    ids = [keys.entry_of(key) for key in found[(page - 1) * size : min(page * size, total)]]
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
    """The group with the words that begin like its prefixes though their terms do not."""
    starts = [one.start for one in group if isinstance(one, Prefix) and not one.start.startswith(keys.NUMBER)]
    more = [Phrase((term,)) for start in starts for term in vocabulary.beginning_with(start)]
    return tuple(dict.fromkeys((*group, *more)))


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
    match = Match((_any_of(keys.AUDIENCE, [query.audience]),), again.groups, again.excluded)
    return other if len(backend().newest(match, total + 1, total).keys) > total else ""


def _hits(ids: Sequence[int], highlighter: Highlighter) -> tuple[Hit, ...]:
    entries = Entry.objects.select_related("meeting", "body").in_bulk(ids)
    return tuple(_hit(entries[entry_id], highlighter) for entry_id in ids if entry_id in entries)


def _hit(entry: Entry, highlighter: Highlighter) -> Hit:
    return Hit(
        entry_id=entry.pk,
        title=highlighter.title(entry.title),
        snippet=highlighter.snippet(_texts(entry)),
        date=entry.date,
        meeting_id=entry.meeting_id,
        meeting_slug=entry.meeting.slug,
        body_id=entry.body_id,
        body=entry.body.name,
        body_slug=entry.body.slug,
        number=entry.number,
        access=entry.access,
        item_type=entry.item_type,
        outcome=entry.outcome,
        case_number=entry.case_number,
        case_key=entry.case_key,
    )


def _texts(entry: Entry) -> list[str]:
    if entry.access != "open":
        return []
    found = list(texts(json.loads(entry.data)))
    return [text for wanted in _TEXT_ORDER for name, text in found if name == wanted]
