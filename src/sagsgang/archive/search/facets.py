"""How many hits have which body, year, type, outcome, subject and access."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress

from sagsgang.archive.models import Body
from sagsgang.archive.search.backends import Hits
from sagsgang.archive.search.facts import cells, column, meaning
from sagsgang.archive.search.query import Query
from sagsgang.archive.search.results import Facet, FacetValue
from sagsgang.paper.model import Access

_MAIN_GROUP, _AFTER = 2, 3
_NAMES = ("years", "bodies", "item_types", "outcomes", "kle_groups", "access")
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


def narrow(hits: Hits, wanted: Wanted) -> list[str]:
    """The keys of the hits that have one of the wanted values in every filter that is set."""
    return list(compress(hits.keys, _passing(hits.facts, wanted))) if wanted else hits.keys


def closed(hits: Hits) -> frozenset[int]:
    """The keys of the hits that are closed."""
    return frozenset(map(int, narrow(hits, {"access": frozenset({Access.CLOSED.value})})))


def facets(facts: str, wanted: Wanted, *, more: bool) -> tuple[Facet, ...]:
    """The facets, each counted over the hits that the other filters let pass. `more`: hits were cut off."""
    counts = {name: _counts(facts, wanted, name) for name in _NAMES}
    labels = _body_names(counts["bodies"])
    return tuple(Facet(name=name, values=_values(name, counts[name], labels, wanted, more=more)) for name in _NAMES)


def _counts(facts: str, wanted: Wanted, name: str) -> Counter[str]:
    """How often each value stands in the facts that pass the filters on the others."""
    characters = column(facts, name)
    if others := {other: good for other, good in wanted.items() if other != name}:
        characters = "".join(compress(characters, _passing(facts, others)))
    return Counter({meaning(name, character): characters.count(character) for character in set(characters)})


def _passing(facts: str, wanted: Wanted) -> list[bool]:
    """For each of the hits whether it has one of the wanted values in every filter that is set."""
    answers = [_answers(name, cells(facts, name), good) for name, good in wanted.items()]
    return answers[0] if len(answers) == 1 else list(map(all, zip(*answers, strict=True)))


def _answers(name: str, each: Sequence[str], good: frozenset[str]) -> list[bool]:
    passing = {cell for cell in set(each) if _good(meaning(name, cell), good)}
    return [cell in passing for cell in each]


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
