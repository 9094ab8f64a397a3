"""How many hits have which body, year, type, outcome, subject and access."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sagsgang.archive.models import Body
from sagsgang.archive.search.document import FACTS
from sagsgang.archive.search.query import Query
from sagsgang.archive.search.results import Facet, FacetValue

_MAIN_GROUP = 2
Hits = Sequence[tuple[int, str]]


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


def narrow(hits: Hits, wanted: Mapping[str, frozenset[str]]) -> Hits:
    """The hits that have one of the wanted values in every filter that is set."""
    good = {facts for facts in {facts for _, facts in hits} if not _misses(facts, wanted)}
    return [hit for hit in hits if hit[1] in good]


def facets(hits: Hits, wanted: Mapping[str, frozenset[str]], *, more: bool) -> tuple[Facet, ...]:
    """The facets, each counted over the hits that the other filters let pass. `more`: hits were cut off."""
    combined = Counter(facts for _, facts in hits)
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACTS}
    for facts, count in combined.items():
        missed = _misses(facts, wanted)
        for name, value in zip(FACTS, facts.split("|"), strict=True):
            if not missed or missed == [name]:
                counts[name][_shown(name, value)] += count
    labels = _body_names(counts["bodies"])
    return tuple(Facet(name=name, values=_values(name, counts[name], labels, wanted, more=more)) for name in FACTS)


def _misses(facts: str, wanted: Mapping[str, frozenset[str]]) -> list[str]:
    values = dict(zip(FACTS, facts.split("|"), strict=True))
    return [
        name for name, good in wanted.items() if values[name] not in good and _shown(name, values[name]) not in good
    ]


def _shown(name: str, value: str) -> str:
    """The value that the facet shows: of a KLE group its main group."""
    return value[:_MAIN_GROUP] if name == "kle_groups" else value


def _values(
    name: str, counts: Counter[str], labels: Mapping[str, str], wanted: Mapping[str, frozenset[str]], *, more: bool
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
