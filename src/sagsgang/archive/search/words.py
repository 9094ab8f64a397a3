"""How a text falls into words, and how a word is spelled before it is analysed."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

_WORD = re.compile(r"[^\W_]+")
_NEIGHBOURS = str.maketrans({"ä": "æ", "ö": "ø"})
_LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
_DIGRAPH = re.compile("(ae|oe|aa)")
# Letters of which all have the same small one in every way to write it.
_DANISH = str.maketrans("", "", "æøåÆØÅ")
MAX_LETTERS = 60
MAX_DIGRAPHS = 3
# Words that each analysing function remembers: most of a text are among them, and all caches full are 15 MB.
REMEMBERED = 2**13


def composed(text: str) -> str:
    """The text with letter and accent as one character, so that "å" is one word character however it came."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a composed text, in order: runs of letters and digits."""
    return _WORD.finditer(text)


def word_list(text: str) -> list[str]:
    """The words of any text as plain strings."""
    return _WORD.findall(composed(text))


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str:
    """The word in small letters without accents; æ, ø and å stay, Swedish and German ä and ö become æ and ø."""
    if word.isascii() or (word.isalnum() and word.translate(_DANISH).isascii()):
        return word.lower()[:MAX_LETTERS]
    # By way of the capitals, which some small letters share (ı and i, ſ and s).
    lowered = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).upper().casefold())
    lowered = lowered.translate(_NEIGHBOURS)
    return "".join(base for letter in lowered for base in _bases(letter))[:MAX_LETTERS]


def _bases(letter: str) -> str:
    if letter in "æøå":
        return letter
    return "".join(base for base in unicodedata.normalize("NFKD", letter) if base.isalnum())


def ascii_spelling(word: str) -> str:
    """æ, ø and å written as ae, oe and aa."""
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


@lru_cache(maxsize=REMEMBERED)
def folded(word: str) -> str:
    """The word in small ASCII letters, as far as it is Danish: what people type when they type fast."""
    return ascii_spelling(plain(word))


def danish_spellings(word: str) -> Iterator[str]:
    """The word with each of its ae, oe and aa either kept or written æ, ø, å; at most eight spellings."""
    pieces = _DIGRAPH.split(word, maxsplit=MAX_DIGRAPHS)
    if len(pieces) == 1:
        return
    for choice in product(*((piece, _LETTERS[piece]) if i % 2 else (piece,) for i, piece in enumerate(pieces))):
        yield "".join(choice)
