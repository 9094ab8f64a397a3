"""What a user types, understood: words, OR, NOT, -not, "phrase", prefix*, numbers. Every text means something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.archive.search import keys
from sagsgang.archive.search.analyser import PART, term
from sagsgang.archive.search.match import Alternative, Group, Phrase, Prefix
from sagsgang.archive.search.words import composed, folded, word_list, words

MAX_TEXT = 400
MAX_ATOMS = 16
MAX_WORDS = 12
_SHORTEST_PREFIX = 2
_PIECE = re.compile(r'-?"[^"]*"?|[^\s"]+')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟»«", '"'))
_SPACED_NUMBER = re.compile(r"\s*\d+(?:\s+\d+){2,}\s*")
_KLE = re.compile(r"\d\d\.\d\d(?:\.\d\d)?")
_OR = frozenset({"OR", "ELLER"})
_AND = frozenset({"AND", "OG"})
_NOT = frozenset({"NOT", "IKKE"})
_LABEL_WORDS = "sag sagen sagsnr sagnr sagsid sagsnummer nr nummer dok doknr dokument dokumentnr journalnr jnr"
_LABELS = frozenset(_LABEL_WORDS.split())
_STOP_WORDS = """
ad af alle alt at da de dem den denne der deres det dette dig din disse dog du efter eller en end er et for fra
få han har have hos hun hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor i ind jeg kan kom kommer man
med mellem men mod må ned nok nu når og også om op os over på samt selv sig skal som så til ud under var ved vi
vil være vores
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that must be found, or must not: the ways to find it. `word`: where the one word stands, if one."""

    group: Group
    negative: bool = False
    word: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A text as understood; `text` is what the places in `asked` count in."""

    text: str
    asked: tuple[Asked, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """What must be found."""
        return tuple(asked.group for asked in self.asked if not asked.negative)

    @property
    def excluded(self) -> Group:
        """What must not be found."""
        return tuple(one for asked in self.asked if asked.negative for one in asked.group)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int

    @property
    def words(self) -> list[str]:
        return word_list(self.text)[:MAX_WORDS]


def understand(text: str) -> Question:
    """The question in `text`: words that must all be found; OR (ELLER) binds closer; more than 16 are left out."""
    text = composed(text[:MAX_TEXT]).translate(_QUOTES)
    if _SPACED_NUMBER.fullmatch(text):
        text = "-".join(text.split())
    pieces = [_Piece(found.group(), found.start()) for found in _PIECE.finditer(text)]
    asked = tuple(_joined(_negated(_without_labels(pieces))))[:MAX_ATOMS]
    return Question(text, _without_stop_words(asked, text))


def _without_labels(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces that say something: not "Sagsnr.:" before a number."""
    for i, piece in enumerate(pieces):
        following = pieces[i + 1].text if i + 1 < len(pieces) else ""
        if "".join(piece.words).lower() in _LABELS and following[:1].isdigit():
            continue
        if piece.words:
            yield piece


def _negated(found: Iterator[_Piece]) -> Iterator[_Piece]:
    """The pieces with NOT (IKKE) between two of them written as the minus of the second."""
    pieces = list(found)
    negates = False
    for i, piece in enumerate(pieces):
        if not negates and piece.text in _NOT and 0 < i < len(pieces) - 1:
            negates = True
            continue
        yield _Piece(f"-{piece.text.lstrip('-')}", piece.start) if negates else piece
        negates = False


def _joined(found: Iterator[_Piece]) -> Iterator[Asked]:
    """The pieces with their operators carried out; an operator with nothing beside it is a word."""
    pieces = list(found)
    waiting: Asked | None = None
    joins = False
    for i, piece in enumerate(pieces):
        inside = 0 < i < len(pieces) - 1 and waiting is not None and not joins
        if inside and piece.text in _AND:
            continue
        if inside and piece.text in _OR:
            joins = True
            continue
        asked = _asked(piece)
        if joins and waiting and not asked.negative and not waiting.negative:
            waiting = Asked(waiting.group + asked.group)
        else:
            if waiting:
                yield waiting
            waiting = asked
        joins = False
    if waiting:
        yield waiting


def _asked(piece: _Piece) -> Asked:
    text = piece.text
    negative = text.startswith("-")
    if '"' in text:
        return Asked(_quoted(piece.words), negative)
    if text.endswith("*") and (prefixed := _prefixed(piece.words)):
        return Asked(prefixed, negative)
    group = tuple(dict.fromkeys(_plain(text.lstrip("-"), piece.words)))
    span = next(words(text)).span()
    alone = len(piece.words) == 1 and not negative
    return Asked(group, negative, (piece.start + span[0], piece.start + span[1]) if alone else None)


def _quoted(found: list[str]) -> Group:
    phrase = (Phrase(_terms(found)),)
    return (*phrase, Phrase((keys.asked_number(found),))) if _has_digit("".join(found)) else phrase


def _prefixed(found: list[str]) -> Group:
    """Everything that begins so, and what the word itself finds; () when it is too short for a prefix."""
    start = folded(found[-1])
    if len(found) > 1:
        return (Prefix(keys.asked_number(found)), Phrase(_terms(found))) if _has_digit("".join(found)) else ()
    if len(start) < _SHORTEST_PREFIX:
        return ()
    more = (Prefix(keys.NUMBER + start),) if _has_digit(start) else (Phrase((PART + term(start),)),)
    return (Prefix(start), Phrase((term(found[0]),)), *more)


def _plain(text: str, found: list[str]) -> Iterator[Alternative]:
    if len(found) > 1 and found[0].lower() in _LABELS and _has_digit(found[1]):
        found = found[1:]
    together = "".join(found)
    yield Phrase(_terms(found))
    if _has_digit(together):
        yield Phrase((keys.asked_number(found),))
        if _KLE.fullmatch(text):
            yield Phrase((keys.filter_term(keys.KLE, text),))
    elif len(found) == 1:
        yield Phrase((PART + term(found[0]),))
    else:
        yield Phrase((term(together),))


def _terms(found: list[str]) -> tuple[str, ...]:
    return tuple(term(word) for word in found)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _without_stop_words(asked: tuple[Asked, ...], text: str) -> tuple[Asked, ...]:
    """Without the words that stand everywhere, unless there is nothing else."""
    telling = tuple(one for one in asked if not (one.word and text[slice(*one.word)].lower() in STOP_WORDS))
    return telling if any(not one.negative for one in telling) else asked
