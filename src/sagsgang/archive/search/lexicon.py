"""The Danish words that are known, with their base forms: simplemma's list of about 790,000 forms.

Loading it takes a second and 100 MB, so it is written once into a file of the home folder (21 MB) and looked up
there. The list is part of the locked package, so that two machines with the same lock analyse alike; a list of the
machine's own would break that.
"""

from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from sagsgang.archive.search import wordfile
from sagsgang.archive.search.words import REMEMBERED

# Forms that mean something of their own in a municipality ("ældre" are people, not "gammel" compared), and the form
# in which a word stands first in compounds, where the dictionary has it for another word.
OWN_BASE = {
    "børne": "barn",
    "folke": "folk",
    "ældre": "ældre",
    "ældres": "ældre",
    "mindre": "mindre",
    "bedre": "bedre",
    "mere": "mere",
}


@cache
def _forms() -> wordfile.WordFile:
    file = Path(settings.HOME) / f"words-{version('simplemma')}.bin"
    if not file.exists():
        wordfile.write(file, DefaultDictionaryFactory().get_dictionary("da"))
    return wordfile.WordFile(file)


def prepare() -> None:
    """Write the list into its file when it is not there yet, as a server does before its first question."""
    _forms()


def base_form(word: str) -> str | None:
    """The dictionary's base form of a word in small letters; None when the word is not known."""
    if own := OWN_BASE.get(word):
        return own
    forms = _forms()
    base = forms.get(word)
    if base is None and (base := forms.get(word.capitalize())) is None:
        return None
    return base.lower()


@lru_cache(maxsize=REMEMBERED)
def is_word(piece: str) -> bool:
    """Whether a piece in small letters is a word of its own."""
    return piece in _forms()
