"""One analyser for index and query: a word becomes a term, a compound gives the terms of its parts besides."""

from functools import lru_cache

from Stemmer import Stemmer

from sagsgang.archive.search import compounds
from sagsgang.archive.search.lexicon import base_form, is_word
from sagsgang.archive.search.words import REMEMBERED, ascii_spelling, danish_spellings, plain

_STEMMER = Stemmer("danish", 0)
PART = "p§"


def _known(word: str) -> bool:
    return base_form(word) is not None


@lru_cache(maxsize=REMEMBERED)
def term(word: str) -> str:
    """The term under which every form and spelling of `word` is found; "" when no letter or digit is in it.

    Known words go by their base form (børn, barn). A compound that is not known goes by the base form of its last
    part, and a word of which nothing is known by its stem. At last all are stemmed and written with ae, oe, aa.
    """
    spelled = plain(word)
    if not spelled or not spelled.isalpha():
        return ascii_spelling(spelled)
    base = base_form(known := known_spelling(spelled))
    if base is None:
        base = _compound_base(known)
    return str(ascii_spelling(_STEMMER.stemWord(plain(base)))) or ascii_spelling(spelled)


@lru_cache(maxsize=REMEMBERED)
def known_spelling(spelled: str) -> str:
    """The spelling that the dictionary knows ("moede" is "møde"), else the one with ae, oe, aa."""
    if _known(spelled):
        return spelled
    for spelling in danish_spellings(spelled):
        if _known(spelling) or _split(spelling):
            return spelling
    return spelled if _split(spelled) else ascii_spelling(spelled)


# Splitting is dear, and the spelling, the term and the parts of a new word ask for it one after the other.
@lru_cache(maxsize=REMEMBERED)
def _split(word: str) -> tuple[str, ...]:
    """The parts of a compound by the dictionary's words."""
    return compounds.split(word, is_word)


def _compound_base(word: str) -> str:
    parts = _split(word)
    if not parts:
        return word
    last = parts[-1]
    return word[: len(word) - len(last)] + (base_form(last) or last)


@lru_cache(maxsize=REMEMBERED)
def parts(word: str, learnt: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The terms of the parts of a compound, and of their parts, each marked with PART; () for other words.

    `learnt` are words that the archive knows besides the dictionary. Only texts are split, never queries, so that
    the two need not agree on it.
    """
    spelled = plain(word)
    if not spelled.isalpha():
        return ()
    known = known_spelling(spelled)
    found = dict.fromkeys(term(part) for part in _all_parts(base_form(known) or known, learnt))
    found.pop(term(word), None)
    return tuple(PART + part for part in found if part)


def _all_parts(word: str, learnt: frozenset[str]) -> tuple[str, ...]:
    found: list[str] = []
    known = compounds.split(word, lambda piece: piece in learnt or is_word(piece)) if learnt else _split(word)
    for part in known:
        found.append(part)
        # A base form may be a compound longer than its form: only what is shorter is split again.
        if len(inner := base_form(part) or part) < len(word):
            found += _all_parts(inner, learnt)
    return tuple(found)
