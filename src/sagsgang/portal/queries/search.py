"""The search page: hits, facets that keep their place, and the way on."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.safestring import SafeString

from sagsgang.archive.search import Facet, Hit, InFile, Order, Query, Results, answering, search
from sagsgang.archive.search.filters import PARAMETER_OF, filtered
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.authorities import shown_authorities

MAX_LENGTH = 300
# To mark the words in a hit's texts and to show it is two fifths of the work on a page of twenty.
_HITS = 15
# So few hits of a single word that the words which begin with it are worth an offer.
_FEW = 2
_WORD = re.compile(r"[^\W\d_]{3,40}")


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with the name that its filter has in the address."""

    name: str
    parameter: str
    facet: Facet


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter that is set."""

    name: str
    parameter: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit; `title` and `snippet` are HTML with the found words marked."""

    title: SafeString
    snippet: SafeString
    day: date
    body: str
    authority: str
    body_slug: str
    meeting_slug: str
    where: str
    access: str
    outcome: str
    case_number: str
    case_key: str
    in_file: InFile | None


@dataclass(frozen=True, slots=True)
class HitGroup:
    """A case as one result: its best hit, and its other treatments among the hits of the page."""

    best: HitLine
    others: tuple[HitLine, ...]


@dataclass(frozen=True, slots=True)
class WaysOn:
    """What finds something where nothing was found.

    `either` is what was typed with OR between the words; `unfiltered` and `all_bodies`: the same words without any
    filter, without the choice of bodies.
    """

    either: str = ""
    unfiltered: bool = False
    all_bodies: bool = False


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was asked, and the answer. `kept` are the fields that the search form carries on, as name and value.

    `apart`: every treatment stands for itself; `gathered`: some do not. `first` and `last` bound the days.

    `beginning` is the one word asked for when few items have it and more have words that begin with it; `widened`:
    none has it, the hits begin with it.
    `wordless`: what was asked for holds nothing that could be searched for.
    """

    text: str
    order: str
    asked: bool
    wordless: bool
    kept: tuple[tuple[str, str], ...]
    results: Results
    hits: tuple[HitGroup, ...]
    apart: bool
    gathered: bool
    first: date | None
    last: date | None
    ways: WaysOn
    facets: tuple[FacetView, ...]
    chosen: tuple[Chosen, ...]
    beginning: str
    widened: bool


def found(text: str, filters: Mapping[str, Sequence[str]], order: str, page: int, *, apart: bool) -> SearchPage:
    """The page of hits, those of one case together unless they shall stand `apart`.

    `filters` by the names of the address; values that mean nothing are passed over.
    """
    by = Order.DATE if order == "dato" else Order.RELEVANCE
    asked = query(text, filters, by, page)
    results, beginning, widened = _answer(asked)
    lines = _lines(results.hits)
    hits = tuple(HitGroup(line, ()) for line in lines) if apart else _gathered(lines)
    facets = tuple(FacetView(facet.name, PARAMETER_OF[facet.name], facet) for facet in results.facets if facet.values)
    kept = [(name, value) for name, values in filters.items() for value in values if value]
    ways = (("orden", "dato"),) if by is Order.DATE else ()
    return SearchPage(
        text=text,
        order=by,
        asked=bool(text) or bool(kept),
        wordless=bool(text) and not any(char.isalnum() for char in text),
        kept=(*kept, *ways, *((("hver", "1"),) if apart else ())),
        results=results,
        hits=hits,
        apart=apart,
        gathered=len(hits) < len(lines),
        first=asked.first,
        last=asked.last,
        ways=WaysOn() if results.total else _ways_on(asked),
        facets=facets,
        chosen=tuple(_chosen(facets)),
        beginning=beginning,
        widened=widened,
    )


def _gathered(lines: Sequence[HitLine]) -> tuple[HitGroup, ...]:
    """The hits of a case under the best of them, where that one stands."""
    cases: dict[str, list[HitLine]] = {}
    for place, line in enumerate(lines):
        cases.setdefault(line.case_key or f"-{place}", []).append(line)
    return tuple(HitGroup(best, tuple(others)) for best, *others in cases.values())


def _ways_on(asked: Query) -> WaysOn:
    """Each way is tried first: an offer that finds nothing would be a second disappointment."""
    either = _either(asked.text)
    return WaysOn(
        either=either if either and answering(replace(asked, text=either)) else "",
        unfiltered=bool(answering(Query(audience=asked.audience, text=asked.text))),
        all_bodies=bool(asked.bodies) and bool(answering(replace(asked, bodies=()))),
    )


def _either(text: str) -> str:
    """The plain words of the text, of which one is enough; "" when there is one word, or more than words."""
    typed = text.split()
    plain = len(typed) > 1 and all(_WORD.fullmatch(word) and not word.isupper() for word in typed)
    return " ELLER ".join(typed) if plain else ""


def _answer(query: Query) -> tuple[Results, str, bool]:
    """What answers the query; a single word that nothing has is taken for the beginning of one."""
    results = search(query)
    if results.total > _FEW or not _WORD.fullmatch(query.text):
        return results, "", False
    wider = replace(query, text=f"{query.text}*")
    if results.total:
        return results, query.text if len(answering(wider)) > results.total else "", False
    widened = search(wider)
    return (widened, query.text, True) if widened.total else (results, "", False)


def query(text: str, filters: Mapping[str, Sequence[str]], order: Order, page: int) -> Query:
    """What the address asks for; values that mean nothing are passed over."""
    asked = Query(audience=audience(), text=text[:MAX_LENGTH], order=order, page=page, size=_HITS)
    return filtered(asked, filters)


def _chosen(facets: Iterable[FacetView]) -> Iterator[Chosen]:
    for view in facets:
        for value in view.facet.values:
            if value.chosen:
                yield Chosen(view.name, view.parameter, value.value, value.label)


def _lines(hits: Sequence[Hit]) -> tuple[HitLine, ...]:
    authorities = shown_authorities({hit.body_id for hit in hits})
    return tuple(_line(hit, authorities.get(hit.body_id, "")) for hit in hits)


def _line(hit: Hit, authority: str) -> HitLine:
    return HitLine(
        title=hit.title,
        snippet=hit.snippet,
        day=hit.date,
        body=hit.body,
        authority=authority,
        body_slug=hit.body_slug,
        meeting_slug=hit.meeting_slug,
        where=hit.number,
        access=hit.access,
        outcome=hit.outcome,
        case_number=hit.case_number,
        case_key=hit.case_key,
        in_file=hit.in_file,
    )
