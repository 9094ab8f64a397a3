"""How many hits have which body, year, type, outcome, subject and access."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from sagsgang.archive.models import Body
from sagsgang.archive.search.backends import Hits
from sagsgang.archive.search.document import FACTS
from sagsgang.archive.search.query import Query
from sagsgang.archive.search.results import Facet, FacetValue

_MAIN_GROUP, _AFTER = 2, 3
Wanted = Mapping[str, frozenset[str]]


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
    if not wanted:
        return hits.keys
    passing = set(_passing(set(hits.facts), wanted))
    return [key for key, facts in zip(hits.keys, hits.facts, strict=True) if facts in passing]


def facets(facts: Sequence[str], wanted: Wanted, *, more: bool) -> tuple[Facet, ...]:
    """The facets, each counted over the hits that the other filters let pass. `more`: hits were cut off."""
    every = _counts(_passing(facts, wanted))
    counts = {name: every[name] if name not in wanted else _counts_without(facts, wanted, name) for name in FACTS}
    labels = _body_names(counts["bodies"])
    return tuple(Facet(name=name, values=_values(name, counts[name], labels, wanted, more=more)) for name in FACTS)


def _counts_without(facts: Sequence[str], wanted: Wanted, name: str) -> Counter[str]:
    others = {other: good for other, good in wanted.items() if other != name}
    return _counts(_passing(facts, others))[name]


def _counts(facts: Collection[str]) -> dict[str, Counter[str]]:
    """How often each value stands in the facts. This runs over every hit, so by columns of one flat list."""
    flat = "|".join(facts).split("|") if facts else []
    counts = {name: Counter(flat[place :: len(FACTS)]) for place, name in enumerate(FACTS)}
    main = Counter[str]()
    for group, count in counts["kle_groups"].items():
        main[group[:_MAIN_GROUP]] += count
    return counts | {"kle_groups": main}


def _passing(facts: Collection[str], wanted: Wanted) -> Collection[str]:
    if not wanted:
        return facts
    places = [(FACTS.index(name), good) for name, good in wanted.items()]
    return [one for one in facts if all(_good(one.split("|")[place], good) for place, good in places)]


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
    wanted = [int(value) for value in ids if value.isdigit()]
    return {str(key): name for key, name in Body.objects.filter(id__in=wanted).values_list("id", "name")}
