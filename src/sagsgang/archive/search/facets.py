"""How many hits have which body, year, type, outcome, subject and access."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sagsgang.archive.models import Body
from sagsgang.archive.search.backends import Hits
from sagsgang.archive.search.document import BETWEEN_VALUES, FACTS
from sagsgang.archive.search.query import Query
from sagsgang.archive.search.results import Facet, FacetValue
from sagsgang.paper.model import Access

_MAIN_GROUP, _AFTER = 2, 3
_NAMES = ("years", "bodies", "item_types", "outcomes", "kle_groups", "access")
Wanted = Mapping[str, frozenset[str]]
Columns = Sequence[Sequence[str]]


def chosen(query: Query) -> dict[str, frozenset[str]]:
    """The values that the query filters on, by the name of the filter, as the facts write them."""
    values: dict[str, Iterable[object]] = {
        "bodies": query.bodies,
        "years": query.years,
        "item_types": query.item_types,
        "outcomes": query.outcomes,
        "kle_groups": query.kle_groups,
        "access": (query.access,) if query.access else (),
    }
    return {name: frozenset(str(value) for value in given) for name, given in values.items() if given}


def narrow(hits: Hits, wanted: Wanted) -> list[int]:
    """The keys of the hits that have one of the wanted values in every filter that is set."""
    return hits.keys if not wanted else [hits.keys[place] for place in _passing(hits.facts, wanted)]


def closed(hits: Hits) -> frozenset[int]:
    """The keys of the hits that are closed."""
    return frozenset(narrow(hits, {"access": frozenset({Access.CLOSED.value})}))


def facets(facts: Columns, wanted: Wanted, *, more: bool) -> tuple[Facet, ...]:
    """The facets, each counted over the hits that the other filters let pass. `more`: hits were cut off."""
    every = _counts(facts, wanted)
    counts = {name: every[name] if name not in wanted else _counts_without(facts, wanted, name) for name in _NAMES}
    labels = _body_names(counts["bodies"])
    return tuple(Facet(name=name, values=_values(name, counts[name], labels, wanted, more=more)) for name in _NAMES)


def _counts_without(facts: Columns, wanted: Wanted, name: str) -> Counter[str]:
    return _counts(facts, {other: good for other, good in wanted.items() if other != name})[name]


def _counts(facts: Columns, wanted: Wanted) -> dict[str, Counter[str]]:
    """How often each value stands in the facts that pass. This runs over every hit: so pieces first, then values."""
    if wanted:
        places = _passing(facts, wanted)
        facts = [[column[place] for place in places] for column in facts]
    counts = {name: Counter[str]() for name in _NAMES}
    for names, column in zip(FACTS, facts, strict=True):
        for piece, count in Counter(column).items():
            for name, value in zip(names, piece.split(BETWEEN_VALUES), strict=True):
                counts[name][value[:_MAIN_GROUP] if name == "kle_groups" else value] += count
    return counts


def _passing(facts: Columns, wanted: Wanted) -> list[int]:
    """The places of the hits that have one of the wanted values in every filter that is set."""
    places: Iterable[int] = range(len(facts[0]))
    for names, column in zip(FACTS, facts, strict=True):
        if wanted.keys() & set(names):
            passing = {piece for piece in set(column) if _passes(names, piece.split(BETWEEN_VALUES), wanted)}
            places = [place for place in places if column[place] in passing]
    return list(places)


def _passes(names: Sequence[str], values: Sequence[str], wanted: Wanted) -> bool:
    return all(_good(value, wanted[name]) for name, value in zip(names, values, strict=True) if name in wanted)


def _good(value: str, good: frozenset[str]) -> bool:
    """Whether the value is wanted; a KLE group also by its main group."""
    return value in good or (value[_MAIN_GROUP:_AFTER] == "." and value[:_MAIN_GROUP] in good)


def _values(
    name: str, counts: Counter[str], labels: Mapping[str, str], wanted: Wanted, *, more: bool
) -> tuple[FacetValue, ...]:
    good = wanted.get(name, frozenset())
    for value in good:
        counts.setdefault(value, 0)
    by_count = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ordered = sorted(counts.items(), reverse=True) if name == "years" else by_count
    return tuple(
        FacetValue(
            value=value,
            label=labels.get(value, value) if name == "bodies" else value,
            count=count,
            more=more,
            chosen=value in good,
        )
        for value, count in ordered
        if value or name == "outcomes"
    )


def _body_names(ids: Iterable[str]) -> dict[str, str]:
    """The names of the bodies, with their authority where several have one name."""
    wanted = [int(value) for value in ids if value.isdigit()]
    found = list(Body.objects.filter(id__in=wanted).values_list("id", "name", "authority"))
    bearers = Counter(name for _, name, _ in found)
    return {str(key): f"{name}, {authority}" if bearers[name] > 1 else name for key, name, authority in found}
