"""\"Mente du ...?\": another spelling of the words that find nothing."""

import re
from itertools import islice, product
from string import ascii_lowercase

from sagsgang.archive.search import vocabulary
from sagsgang.archive.search.analyser import PART, term
from sagsgang.archive.search.language import Question
from sagsgang.archive.search.words import folded

_SHORTEST, _LONGEST = 3, 24
# In shorter words two slips make any word out of any: "aarhus" would be "årets".
_LONG = 8
_START = 3
_MOST = 2_000
# A word that stands in the archive is taken for a slip only when another spelling is this many times as frequent.
_TIMES = 20
_KNOWN = 5
_MOST_WORDS = 4
# What æ, ø and å are typed as, and what is typed for them by mistake.
_DANISH = re.compile("(aa|ae|oe|[ao])")
_WRITTEN = {"a": ("a", "ae", "aa"), "o": ("o", "oe")}
_MOST_SPELLINGS = 243


def suggestion(question: Question) -> str:
    """The question's text with its rare words spelled otherwise; "" when no frequent word is near."""
    replaced = question.text
    changed = False
    counts = vocabulary.entries_with(_terms(question))
    typed_words = [asked.word for asked in question.asked if asked.word][:_MOST_WORDS]
    for start, end in sorted(typed_words, reverse=True):
        typed = question.text[start:end]
        if better := _better(typed, counts):
            replaced, changed = replaced[:start] + better + replaced[end:], True
    return replaced if changed else ""


def _terms(question: Question) -> list[str]:
    typed = [term(question.text[slice(*asked.word)]) for asked in question.asked if asked.word]
    return [*typed, *(PART + one for one in typed)]


def _better(typed: str, counts: dict[str, int]) -> str:
    """A more frequent word near the one typed; "" when there is none."""
    spelling = folded(typed)
    if not _SHORTEST <= len(spelling) <= _LONGEST or not spelling.isalpha():
        return ""
    own = counts.get(term(typed), 0) + counts.get(PART + term(typed), 0)
    if own > _KNOWN:
        return ""
    danish = _danish(spelling)
    asked = sorted(danish | _one_slip(spelling))
    near = [(word, one) for word, one in vocabulary.spelled(asked) if one != term(typed)]
    if not near and len(spelling) >= _LONG:
        near = _two_slips(spelling)
    frequent = vocabulary.entries_with(one for _, one in near)
    ranked = sorted(
        (folded(word) not in danish, -frequent.get(one, 0), word)
        for word, one in near
        if frequent.get(one, 0) > own * _TIMES
    )
    return ranked[0][-1] if ranked else ""


def _danish(word: str) -> set[str]:
    """The spellings of a folded word that differ only in æ, ø and å: "bornene" and "boernene", "haavn" and "havn"."""
    pieces = _DANISH.split(word)
    ways = [_WRITTEN[piece[0]] if place % 2 else (piece,) for place, piece in enumerate(pieces)]
    return {"".join(one) for one in islice(product(*ways), _MOST_SPELLINGS)} - {word}


def _one_slip(word: str) -> set[str]:
    """Every spelling with one letter less, more, other, or two letters swapped."""
    halves = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    less = {left + right[1:] for left, right in halves if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    more = {left + letter + right for left, right in halves for letter in ascii_lowercase}
    other = {left + letter + right[1:] for left, right in halves if right for letter in ascii_lowercase}
    return (less | swapped | more | other) - {word}


def _two_slips(spelling: str) -> list[tuple[str, str]]:
    """Words of the archive with the same beginning and two letters otherwise; the beginning bounds the search."""
    found = vocabulary.near(spelling[:_START], len(spelling) - 2, len(spelling) + 2, _MOST)
    return [
        (word, one) for word, folded, one in found if _alike(spelling, folded) and distance(spelling, folded) <= 2
    ]


def _alike(one: str, other: str) -> bool:
    """Whether the letters, order apart, differ by at most two on either side: cheaper than the distance."""
    return len(set(one) - set(other)) <= 2 and len(set(other) - set(one)) <= 2


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, exchanged or swapped with the next (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
