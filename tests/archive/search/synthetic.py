"""A corpus of any size with the shape of the real thing: words by Zipf's law, 1.2 kB an item, forty bodies, years."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from tests.archive.search.shelf import Placed

_FIRST = date(2004, 1, 5)
_FREQUENT = ("og", "i", "at", "det", "er", "til", "en", "af", "på", "for", "der", "de", "med", "den", "som")
_TELLING = (
    "kommune", "udvalg", "budget", "plan", "projekt", "skole", "borger", "møde", "aftale", "økonomi", "område",
    "forvaltning", "indsats", "strategi", "tilsyn", "vej", "børn", "ældre", "gevinstrealisering", "digitalisering",
)  # fmt: skip
_TYPES = ("decision", "decision", "discussion", "information")
_OUTCOMES = ("approved", "approved", "approved", "recommended", "noted", "discussed", "postponed", "")
VOCABULARY_SIZE = 40_000


@cache
def vocabulary() -> tuple[str, ...]:
    """Danish words, the most frequent first."""
    known = (word for word in DefaultDictionaryFactory().get_dictionary("da") if word.isalpha() and word.islower())
    words = sorted(known)
    Random(1).shuffle(words)
    return (*_FREQUENT, *_TELLING, *words[:VOCABULARY_SIZE])


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary()))))


def items(count: int, years: int = 20, bodies: int = 40) -> Iterator[Placed]:
    """Items in the order of their days, ten a meeting."""
    chance = Random(7)
    for place in range(count):
        meeting = place // 10
        day = _FIRST + timedelta(days=int(meeting * 10 / count * years * 365))
        yield Placed(
            title=" ".join(_words(chance, 5)).capitalize(),
            body=f"Udvalg nummer {meeting % bodies}",
            day=day,
            presentation=_text(chance, 150),
            decision=_text(chance, 12),
            attachments=((" ".join(_words(chance, 4)), f"999-{day.year}-{200_000 + place}"),),
            item_type=chance.choice(_TYPES),
            outcome=chance.choice(_OUTCOMES),
            case_number=f"999-{day.year}-{place % 60_000}",
            kle_number=f"{chance.choice((0, 0, 16, 17, 27, 54, 81, 85)):02d}.{chance.randrange(20):02d}.00",
        )


def _text(chance: Random, count: int) -> str:
    words = _words(chance, count)
    return "\n\n".join(" ".join(words[i : i + 40]).capitalize() + "." for i in range(0, count, 40))


def _words(chance: Random, count: int) -> list[str]:
    return chance.choices(vocabulary(), cum_weights=_weights(), k=count)
