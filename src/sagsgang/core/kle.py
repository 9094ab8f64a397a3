"""The list of subjects (KLE): is a number on it, is it retired, and which ones suit a text."""

from collections import Counter
from dataclasses import dataclass

from sagsgang.core.models import KleEntry
from sagsgang.core.rules.kle import subject
from sagsgang.core.rules.kle_lists import stems

_TITLE_WEIGHT = 3
_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A subject that suits; `score` only ranks."""

    number: str
    title: str
    score: float


def is_known(number: str) -> bool:
    """Whether the number is on the list that was loaded, retired or not; everything is while none is loaded."""
    return KleEntry.objects.filter(number=subject(number)).exists() or not KleEntry.objects.exists()


def warning(number: str) -> str:
    """What a clerk should know about the number, "" when there is nothing: old cases keep retired numbers."""
    entry = KleEntry.objects.filter(number=subject(number)).exclude(retired_on=None).first()
    if entry is None or entry.retired_on is None:
        return ""
    return f"KLE-nummeret {entry.number} udgik den {entry.retired_on:%d-%m-%Y}. Vælg et andet til nye sager."


def suggest(title: str, text: str = "") -> tuple[Suggestion, ...]:
    """The subjects in force that share most words with the title and the text, at most five, the best first.

    A word that few subjects share counts more; the keywords of the list count as its titles do.
    """
    asked = dict.fromkeys(stems(text), 1) | dict.fromkeys(stems(title), _TITLE_WEIGHT)
    entries = KleEntry.objects.filter(retired_on=None).values_list("number", "title", "keywords")
    shared = [(number, name, asked.keys() & keywords.split()) for number, name, keywords in entries]
    common = Counter(stem for _, _, found in shared for stem in found)
    scored = [
        Suggestion(number, name, sum(asked[stem] / common[stem] for stem in found))
        for number, name, found in shared
        if found
    ]
    return tuple(sorted(scored, key=lambda one: (-one.score, one.number))[:_SUGGESTED])
