"""Where a text answers a question: the found words in marks, and the piece of the text that shows most of them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice

from django.utils.safestring import SafeString, mark_safe

from sagsgang.archive.search.analyser import PART, parts, term
from sagsgang.archive.search.document import in_vocabulary
from sagsgang.archive.search.match import Alternative, Group, Phrase, Prefix
from sagsgang.archive.search.words import composed, folded, plain, word_list, words

_MAX_TEXT = 60_000
_BEFORE, _WINDOW = 8, 36
_MOST_STARTS = 100
_START = 220
_CORE = 4
# Letters of others, and words that are too short or too long for the vocabulary.
_NOT_DANISH = "[^a-zæøåA-ZÆØÅ]|^.$|^.{46}"
# What begins a point of a list and parts the cells of a table.
_MARKS = re.compile(r"\n[ \t]*[-–•·*][ \t]+|\t")
_VOWELS = re.compile("[aeo]+")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as it was written, its words, and which of them are marked."""

    written: str
    words: list[str]
    marked: list[int]


class Highlighter:
    """Knows the words of one question, and remembers what it said of each word that it met.

    `forms` are the archive's words that have the asked terms, as the index knows them: no word is analysed here but
    those that may be compounds of asked ones.
    """

    def __init__(self, groups: Iterable[Group], forms: Mapping[str, str]) -> None:
        asked = list(groups)
        every = [alternative for group in asked for alternative in group]
        self._groups = asked
        self._enough = len(asked)
        phrases = [one.terms for one in every if isinstance(one, Phrase)]
        self._terms = frozenset(terms[0] for terms in phrases if len(terms) == 1)
        self._phrases = [terms for terms in phrases if len(terms) > 1]
        cores = {terms[0][len(PART) :][:_CORE] for terms in phrases if terms[0].startswith(PART)}
        # However æ, ø and å are written, and as vowels change: "barn" is in "skolebørnene", "bog" in "lærebøger".
        self._core = re.compile("|".join(sorted(map(_written, cores)))) if cores else None
        self._starts = tuple(one.start for one in every if isinstance(one, Prefix))
        self._forms = forms
        self._asked_forms = frozenset(form for form, its_term in forms.items() if its_term in self._terms)
        self._promising = _promising(self._starts, cores)
        self._seen: set[str] = set()
        self._known: set[str] = set()

    def lacking(self, texts: Iterable[str]) -> tuple[Group, ...]:
        """Those of the groups that none of the texts answers."""
        marked = [read.words[i] for read in map(self._read, texts) for i in read.marked]
        terms = {self._term(word) for word in marked}.union(*map(parts, marked)) if marked else set[str]()
        starts = {start for start in self._starts if any(folded(word).startswith(start) for word in marked)}
        return tuple(group for group in self._groups if not any(_holds(one, terms, starts) for one in group))

    def title(self, text: str) -> SafeString:
        """The whole text with marks, as safe HTML."""
        return _whole(self._read(text))

    def snippet(self, texts: Sequence[str]) -> SafeString:
        """The piece of the first text with all that was asked for, else with the most; else how the first begins."""
        best: tuple[int, _Text, int] | None = None
        for read in (self._read(text) for text in texts):
            count, start = _densest(read)
            if count and (best is None or count > best[0]):
                best = (count, read, start)
            if count >= self._enough:
                break
        if best:
            return _piece(best[1], best[2])
        return _beginning(texts)

    def _read(self, text: str) -> _Text:
        text = composed(text)[:_MAX_TEXT]
        found = word_list(text)
        asked = self._asked(set(found))
        marked = {i for i, word in enumerate(found) if word in asked} if asked else set[int]()
        if self._phrases:
            marked |= self._in_phrases([self._term(word) for word in found])
        return _Text(text, found, sorted(marked))

    def _asked(self, found: set[str]) -> set[str]:
        """Those of the words that answer the question."""
        new = found - self._seen
        self._seen |= new
        self._known.update(word for word in new if word.lower() in self._asked_forms)
        self._known.update(filter(self._decide, filter(self._promising, new)))
        return found & self._known

    def _decide(self, word: str) -> bool:
        spelled = plain(word)
        if spelled in self._asked_forms:
            return True
        if not in_vocabulary(spelled) and term(word) in self._terms:
            return True
        if not (self._core or self._starts):
            return False
        spelling = folded(word)
        if self._starts and spelling.startswith(self._starts):
            return True
        # To split a compound is dear: only where the beginning of an asked word stands in it.
        may_be_compound = self._core is not None and self._core.search(spelling)
        return bool(may_be_compound) and not self._terms.isdisjoint(parts(word))

    def _term(self, word: str) -> str:
        """The word's term when it is an asked one; of other words mostly ""."""
        spelled = plain(word)
        return self._forms.get(spelled, "") if in_vocabulary(spelled) else term(word)

    def _in_phrases(self, terms: list[str]) -> set[int]:
        return {
            i + offset
            for phrase in self._phrases
            for i, first in enumerate(terms)
            if first == phrase[0] and tuple(terms[i : i + len(phrase)]) == phrase
            for offset in range(len(phrase))
        }


def _promising(starts: Iterable[str], cores: Iterable[str]) -> Callable[[str], object]:
    """Tells of most words of a text at once that no more than their form in small letters need be looked at.

    Others are those with letters that are not Danish, and those in which a start or the core of a compound may lie.
    """
    pieces = (
        _NOT_DANISH,
        *(f"(?i:^{_written(start)})" for start in starts),
        *(f"(?i:{_written(core)})" for core in cores),
    )
    return re.compile("|".join(pieces)).search


def _written(piece: str) -> str:
    """What matches the piece, which is in ASCII spelling, however æ, ø and å are written, and at times more."""
    return _VOWELS.sub("[aeoæøå]+", re.escape(piece))


def _holds(one: Alternative, terms: set[str], starts: set[str]) -> bool:
    return one.start in starts if isinstance(one, Prefix) else terms.issuperset(one.terms)


def _densest(read: _Text) -> tuple[int, int]:
    """How many different marked words the best stretch has, and with which word it begins."""
    best = (0, 0)
    for place, first in enumerate(read.marked[:_MOST_STARTS]):
        inside = {
            read.words[i].lower() for i in read.marked[place : place + _WINDOW] if i < first + _WINDOW - _BEFORE
        }
        if len(inside) > best[0]:
            best = (len(inside), max(0, first - _BEFORE))
    return best


def _whole(read: _Text) -> SafeString:
    text = _in_one_line(read.written)
    places = [word.span() for word in words(text)]
    return _html(text, [places[i] for i in read.marked], 0, len(text))


def _piece(read: _Text, first: int) -> SafeString:
    text = _in_one_line(read.written)
    last = min(len(read.words), first + _WINDOW) - 1
    places = [word.span() for word in islice(words(text), last + 1)]
    start = 0 if first == 0 else places[first][0]
    end = len(text) if last == len(read.words) - 1 else places[last][1]
    before, after = "… " if start else "", " …" if end < len(text) else ""
    marked = [places[i] for i in read.marked if i <= last]
    return mark_safe(before + _html(text, marked, start, end) + after)  # noqa: S308 - every piece of it is escaped


def _beginning(texts: Sequence[str]) -> SafeString:
    text = next((flat for text in texts if len(flat := _in_one_line(composed(text)[:_MAX_TEXT])) > 1), "")
    if len(text) <= _START:
        return mark_safe(escape(text))  # noqa: S308 - escaped
    return mark_safe(escape(text[:_START].rsplit(" ", 1)[0]) + " …")  # noqa: S308 - escaped


def _in_one_line(text: str) -> str:
    return " ".join(_MARKS.sub(" · ", text).split()).replace(": · ", ": ")


def _html(text: str, marked: Iterable[tuple[int, int]], start: int, end: int) -> SafeString:
    """The text from `start` to `end`, escaped, the words that stand at `marked` in marks."""
    pieces: list[str] = []
    place = start
    for first, last in marked:
        if start <= first and last <= end:
            pieces += (escape(text[place:first]), "<mark>", escape(text[first:last]), "</mark>")
            place = last
    return mark_safe("".join(pieces) + escape(text[place:end]))  # noqa: S308 - every piece is escaped
