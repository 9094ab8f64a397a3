"""Closed words in open texts: runs of words that both have, names, and amounts. Time in proportion to the texts."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.danish.money import find_amounts

RUN = 6
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-ZÆØÅ][a-zæøåéü]{1,30}(?:-[A-ZÆØÅ][a-zæøåéü]{1,30})?(?: [A-ZÆØÅ][a-zæøåéü]{1,30}){1,3}\b")
_SMALLEST = Decimal(1_000)
# Every item says these: a run must have two words beyond them before it tells anything.
_LISTED = (
    "administrationen|direktøren|direktionen|indstiller|indstilles|anbefaler|anbefales|godkender|godkendes|tager|"
    "tages|efterretning|orienteringen|kommunalbestyrelsen|byrådet|udvalget|økonomiudvalget|sagen|sagens|herunder|"
    "skal|samt|efter|denne|dette|eller|ikke|blev|bliver|være|have|over|under|ligger|forhold|vedrørende"
)
_USUAL = frozenset(_LISTED.split("|"))
_TELLING_LENGTH, _TELLING_WORDS = 4, 2
# Whoever recommends stands before these: an office, which is no secret.
_RECOMMENDS = frozenset({"indstiller", "anbefaler"})


@dataclass(frozen=True, slots=True)
class Quote:
    """What an open text has in common with a closed one. `kind`: "words", "name" or "amount"."""

    kind: str
    text: str


class Closed:
    """The closed texts of a paper, ready to be looked for. `known`: names that everybody may say.

    `phrases` are secret as a whole however short they are: the titles of closed items.
    """

    def __init__(self, texts: Iterable[str], known: Collection[str] = (), phrases: Iterable[str] = ()) -> None:
        self._phrases = {_flat(phrase): phrase for phrase in phrases if len(_words(phrase)) > 1}
        kept = [text for text in texts if text.strip()]
        self._runs = {run for text in kept for run in _runs(_words(text)) if _tells(run)}
        self._names = {name for text in kept for name in _names(text)} - {name.casefold() for name in known}
        self._amounts = {amount for text in kept for amount, _ in _amounts(text)}

    def __bool__(self) -> bool:
        return bool(self._phrases or self._runs or self._names or self._amounts)

    def quoted_in(self, text: str) -> Iterator[Quote]:
        """What of the closed texts stands in an open one: each run at its longest, each name and amount once."""
        flat = _flat(text) if self._phrases else ""
        phrases = [phrase for secret, phrase in self._phrases.items() if secret in flat]
        yield from (Quote("words", run) for run in dict.fromkeys((*phrases, *self._longest_runs(text))))
        yield from (Quote("name", name) for folded, name in _names(text).items() if folded in self._names)
        yield from (
            Quote("amount", said) for said in dict.fromkeys(s for a, s in _amounts(text) if a in self._amounts)
        )

    def _longest_runs(self, text: str) -> Iterator[str]:
        places = [match.span() for match in _WORD.finditer(text)]
        words = [text[begin:end].casefold() for begin, end in places]
        begin = last = -1
        for at, run in enumerate(_runs(words)):
            if run not in self._runs:
                continue
            if begin < 0 or at > last + 1:
                if begin >= 0:
                    yield _slice(text, places, begin, last)
                begin = at
            last = at
        if begin >= 0:
            yield _slice(text, places, begin, last)


def _slice(text: str, places: list[tuple[int, int]], begin: int, last: int) -> str:
    return " ".join(text[places[begin][0] : places[last + RUN - 1][1]].split())


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _flat(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(RUN)), strict=False)


def _tells(run: tuple[str, ...]) -> bool:
    said = max((at + 1 for at, word in enumerate(run) if word in _RECOMMENDS), default=0)
    telling = {word for word in run[said:] if len(word) >= _TELLING_LENGTH and word not in _USUAL}
    return len(telling) >= _TELLING_WORDS


def _names(text: str) -> dict[str, str]:
    return {found.casefold(): found for found in _NAME.findall(text)}


def _amounts(text: str) -> Iterator[tuple[tuple[Decimal, Decimal], str]]:
    for amount in find_amounts(text):
        if abs(amount.low) >= _SMALLEST:
            yield (amount.low, amount.high), text[amount.start : amount.end]
