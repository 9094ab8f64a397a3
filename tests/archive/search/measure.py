"""How fast search is: `python -m tests.archive.search.measure [ITEMS]`, on SAGSGANG_TEST_DATABASE as in tests."""

import sys
from collections.abc import Callable
from itertools import islice
from random import Random
from statistics import median, quantiles
from time import perf_counter

from tests.archive.search.fresh import fresh_database

REPEATS = 30
# Other work on the machine makes single runs slow: the best of some is what the search itself takes.
BEST_OF = 3
TELLING = range(15, 400)
RARE = range(2_000, 20_000)


def main(count: int) -> None:
    """Build the corpus in a fresh database, index it, ask, print."""
    with fresh_database():
        _measure(count)


def _measure(count: int) -> None:
    from django.db import connection

    sys.stdout.write(f"{connection.vendor}, {count:,} items: indexed at {_indexed(count):,.0f} items/s\n")
    sys.stdout.write(f"{'':14}{'p50 ms':>8}{'p95 ms':>8}{'hits p50':>10}\n")
    for name, ask in questions().items():
        times, totals = _timed(ask)
        sys.stdout.write(f"{name:14}{median(times):8.1f}{quantiles(times, n=20)[-1]:8.1f}{median(totals):10.0f}\n")


def _indexed(count: int) -> float:
    """Lay out and index the corpus; entries indexed a second."""
    from sagsgang.archive import search
    from tests.archive.search.shelf import lay
    from tests.archive.search.synthetic import items

    source = items(count)
    seconds = 0.0
    while batch := list(islice(source, 5_000)):
        ids = lay(batch)
        start = perf_counter()
        search.index(ids)
        seconds += perf_counter() - start
    return count / seconds


def _timed(ask: Callable[[Random], dict[str, object]]) -> tuple[list[float], list[int]]:
    from sagsgang.archive.search import Query, search

    chance = Random(3)
    times, totals = [], []
    for _ in range(REPEATS):
        wanted = ask(chance)
        tries = []
        for _ in range(BEST_OF):
            start = perf_counter()
            found = search(Query(audience="street", **wanted))  # type: ignore[arg-type]
            tries.append((perf_counter() - start) * 1000)
        times.append(min(tries))
        totals.append(found.total)
    return times, totals


def questions() -> dict[str, Callable[[Random], dict[str, object]]]:
    """The kinds of question, each made by chance."""
    from sagsgang.archive.search import Order
    from tests.archive.search.synthetic import vocabulary

    def word(chance: Random) -> str:
        return vocabulary()[chance.choice(chance.choice((TELLING, RARE)))]

    def telling(chance: Random) -> str:
        return vocabulary()[chance.choice(TELLING)]

    return {
        "word": lambda chance: {"text": word(chance)},
        "most frequent": lambda chance: {"text": vocabulary()[chance.randrange(15, 35)]},
        "AND": lambda chance: {"text": f"{telling(chance)} {telling(chance)}"},
        "AND of four": lambda chance: {"text": " ".join(vocabulary()[chance.randrange(15, 60)] for _ in range(4))},
        "OR": lambda chance: {"text": f"{word(chance)} OR {word(chance)}"},
        "phrase": lambda chance: {"text": f'"{telling(chance)} {vocabulary()[chance.randrange(15)]}"'},
        "prefix": lambda chance: {"text": telling(chance)[:4] + "*"},
        "short prefix": lambda chance: {"text": telling(chance)[:2] + "*"},
        "filter": lambda chance: {
            "text": telling(chance),
            "years": (chance.randrange(2005, 2023),),
            "bodies": (1, 2),
        },
        "date order": lambda chance: {"text": telling(chance), "order": Order.DATE},
        "late page": lambda chance: {"text": telling(chance), "order": Order.DATE, "page": 20},
        "number": lambda chance: {"text": f"999-2012-{chance.randrange(5_000)}"},
        "no text": lambda chance: {"text": ""},
        "only filters": lambda chance: {"text": "", "years": (2015,), "outcomes": ("approved",)},
        "no hit": lambda chance: {"text": "xyzzy" + str(chance.randrange(100))},
        "misspelled": lambda chance: {"text": _misspelled(word(chance), chance)},
    }


def _misspelled(word: str, chance: Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + "q" + word[place + 1 :]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
