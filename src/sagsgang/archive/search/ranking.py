"""Which hit stands first."""

from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from math import log2

from sagsgang.archive.search.backends import backend
from sagsgang.archive.search.keys import day_of
from sagsgang.archive.search.match import Group, Match, Phrase

# Ranking reads every hit that it compares: of many hits the newest are ranked, the older follow by date.
MAX_RANKED = 1_000
_NEWEST_BONUS = 0.25
_DAYS = 3 * 365.25  # in which the bonus falls to half
# There is nothing to read in a closed item: it stands below open ones that answer about as well.
_CLOSED = 0.4


def ranked(match: Match, found: Sequence[str], counts: Mapping[str, int], closed: Container[int]) -> list[str]:
    """The keys, given the newest first, with the best first: by words and fields, a little more for the new."""
    if not match.groups or len(found) < 2:
        return list(found)
    first, rest = [int(key) for key in found[:MAX_RANKED]], found[MAX_RANKED:]
    commonest = max(_at_most(group, counts, 0) for group in match.groups)
    scores = backend().scores(match, first, [_rarity(group, counts) for group in match.groups], commonest)
    newest = day_of(first[0])
    merits: list[tuple[float, int]] = []
    for day, of_day in groupby(first, day_of):
        bonus = 1 + _NEWEST_BONUS * 0.5 ** ((newest - day) / _DAYS)
        merits += [(scores.get(key, 0.0) * bonus * (_CLOSED if key in closed else 1.0), key) for key in of_day]
    return [*(str(key) for _, key in sorted(merits, reverse=True)), *rest]


def expected(groups: Sequence[Group], counts: Mapping[str, int], unknown: int) -> int:
    """At most how many entries have all groups, by the counts of terms; `unknown` where nothing bounds it."""
    return min((_at_most(group, counts, unknown) for group in groups), default=unknown)


def _at_most(group: Group, counts: Mapping[str, int], unknown: int) -> int:
    if any(not isinstance(one, Phrase) for one in group):
        return unknown
    return sum(min(counts.get(term, 0) for term in one.terms) for one in group if isinstance(one, Phrase))


def _rarity(group: Group, counts: Mapping[str, int]) -> float:
    return 1 / log2(2 + _at_most(group, counts, MAX_RANKED))
