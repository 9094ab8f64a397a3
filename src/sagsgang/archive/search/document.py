"""An entry as the index takes it: its terms by field, its filters, its facts for the counts, its vocabulary."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sagsgang.archive.search import facts, keys
from sagsgang.archive.search.analyser import parts, term
from sagsgang.archive.search.compounds import MIN_COMPOUND
from sagsgang.archive.search.words import REMEMBERED, folded, plain, word_list

BREAK = "§"
# A word in small letters, the same in ASCII, and its term.
Spelling = tuple[str, str, str]
MAX_TEXT = 500_000
_SHORTEST, _LONGEST = 2, 45
_FIELDS = {"decision": "decision", "heading": "body", "body": "body", "attachments": "attachments"}


class Row(NamedTuple):
    """The columns of an entry that the index needs, in the order in which they are fetched."""

    id: int
    date: date
    body_id: int
    audience: str
    title: str
    access: str
    item_type: str
    case_number: str
    kle_number: str
    outcome: str
    data: str


@dataclass(slots=True)
class Document:
    """What is indexed of one entry. The terms of a field keep their order; BREAK parts two texts of one field.

    Fields by weight: `title`, `title_parts` (of its compounds), `decision`, `attachments` (with numbers), `body`,
    `parts` (of the compounds in the texts); `filters` weigh nothing. `words` are the spellings in the entry. `files`:
    the pages of its attachments with the parts of their compounds, which are looked up apart and never ranked.
    """

    key: int
    entry_id: int
    facts: str
    filters: list[str]
    title: list[str] = field(default_factory=list)
    title_parts: list[str] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    words: set[Spelling] = field(default_factory=set)

    def fields(self) -> tuple[list[str], ...]:
        """The weighted fields, the heaviest first."""
        return (self.title, self.title_parts, self.decision, self.attachments, self.body, self.parts)


def document(row: Row, learnt: frozenset[str], pages: Iterable[str] = ()) -> Document:
    """The entry in terms, with the `pages` of its open attachments.

    Of a closed stub only the title is indexed, and no closed part of an open one.
    """
    counted = facts.written(row.date.year, row.body_id, row.item_type, row.outcome, row.kle_number, row.access)
    found = Document(keys.key_of(row.date, row.id), row.id, counted, list(_filters(row)))
    title = word_list(row.title)
    _add(found.title, title)
    in_texts: set[str] = set()
    in_words = set(title)
    if row.access == "open":
        data = json.loads(row.data)
        in_texts = _add_texts(found, data)
        found.attachments += [term for number in _numbers(row, data) for term in keys.number_terms(number)]
        in_pages = _add_pages(found, pages, MAX_TEXT - len(row.data))
        found.files += (BREAK, *_parts(in_pages, learnt)) if in_pages else ()
        in_words |= in_pages
    found.title_parts += _parts(set(title), learnt)
    found.parts += _parts(in_texts, learnt)
    found.words.update(one for word in in_texts | in_words if (one := _spelling(word)))
    return found


def _add_texts(found: Document, data: dict[str, Any]) -> set[str]:
    """Add the item's texts to their fields; all words in them."""
    every: set[str] = set()
    room = MAX_TEXT
    for name, text in texts(data):
        in_text = word_list(text[:room])
        room = max(0, room - len(text))
        _add(getattr(found, _FIELDS[name]), in_text)
        every.update(in_text)
    return every


def _add_pages(found: Document, pages: Iterable[str], room: int) -> set[str]:
    """Add the pages to their field, as far as there is room in what a database takes; all words on them."""
    every: set[str] = set()
    for page in pages:
        in_text = word_list(page[: max(0, room)])
        room -= len(page)
        _add(found.files, in_text)
        every.update(in_text)
    return every


def _add(terms: list[str], in_text: list[str]) -> None:
    if terms and in_text:
        terms.append(BREAK)
    terms += filter(None, map(term, in_text))


def _parts(in_text: set[str], learnt: frozenset[str]) -> list[str]:
    return sorted({part for word in in_text if len(word) >= MIN_COMPOUND for part in parts(word, learnt)})


def texts(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The open texts of an item's JSON, each with what it is."""
    for decision in opened(data, "decisions"):
        yield "decision", decision.get("text") or ""
    for section in opened(data, "sections"):
        yield "heading", section.get("heading") or ""
        yield "body", section.get("text") or ""
    for attachment in opened(data, "attachments"):
        yield "attachments", attachment.get("title") or ""


def opened(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The open parts of that name in an item's JSON."""
    return [part for part in data.get(name) or () if part.get("access") == "open"]


def _numbers(row: Row, data: dict[str, Any]) -> list[str]:
    attachments = [part.get("document_number") for part in opened(data, "attachments")]
    return list(dict.fromkeys(n for n in (row.case_number, data.get("document_number"), *attachments) if n))


@lru_cache(maxsize=REMEMBERED)
def _spelling(word: str) -> Spelling | None:
    """What the vocabulary keeps of a word: words that begin with a letter, as long as words are."""
    spelled = plain(word)
    return (spelled, folded(word), term(word)) if in_vocabulary(spelled) else None


def in_vocabulary(spelled: str) -> bool:
    """Whether the vocabulary keeps a word that is written plainly when it meets it."""
    return _SHORTEST <= len(spelled) <= _LONGEST and spelled[0].isalpha()


def _filters(row: Row) -> Iterator[str]:
    yield keys.filter_term(keys.AUDIENCE, row.audience)
    yield keys.filter_term(keys.BODY, row.body_id)
    yield keys.filter_term(keys.YEAR, row.date.year)
    yield keys.filter_term(keys.TYPE, row.item_type)
    yield keys.filter_term(keys.OUTCOME, row.outcome)
    yield keys.filter_term(keys.ACCESS, row.access)
    if row.kle_number:
        yield keys.filter_term(keys.KLE, row.kle_number[:2])
        yield keys.filter_term(keys.KLE, row.kle_number[:5])
        yield keys.filter_term(keys.KLE, row.kle_number)
