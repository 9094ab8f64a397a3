"""An entry as the index takes it: its terms by field, its filters, its facts for the counts, its vocabulary."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sagsgang.archive.search import keys
from sagsgang.archive.search.analyser import parts, term
from sagsgang.archive.search.words import ascii_spelling, plain, word_list

BREAK = "§"
MAX_TEXT = 500_000
FACTS = ("years", "bodies", "item_types", "outcomes", "kle_groups", "access")
_SHORTEST, _LONGEST = 2, 30
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

    Fields by weight: `title`, `decision` (with the parts of the title's compounds), `attachments` (with numbers),
    `body`, `parts`; `filters` weigh nothing. `words` are the spellings in the entry: word, in ascii, its term.
    """

    key: int
    entry_id: int
    facts: str
    filters: list[str]
    title: list[str] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    words: set[tuple[str, str, str]] = field(default_factory=set)

    def fields(self) -> tuple[list[str], ...]:
        """The weighted fields, the heaviest first."""
        return (self.title, self.decision, self.attachments, self.body, self.parts)


def document(row: Row, learnt: frozenset[str]) -> Document:
    """The entry in terms. Of a closed stub only the title is indexed, and no closed part of an open one."""
    found = Document(keys.key_of(row.date, row.id), row.id, _facts(row), list(_filters(row)))
    title_parts = _add(found, found.title, row.title, learnt)
    if row.access == "open":
        data = json.loads(row.data)
        _add_texts(found, data, learnt)
        found.attachments += [term for number in _numbers(row, data) for term in keys.number_terms(number)]
    found.decision += title_parts
    return found


def _add_texts(found: Document, data: dict[str, Any], learnt: frozenset[str]) -> None:
    of_text: set[str] = set()
    room = MAX_TEXT
    for terms, text in ((getattr(found, _FIELDS[name]), text) for name, text in texts(data)):
        of_text.update(_add(found, terms, text[:room], learnt))
        room = max(0, room - len(text))
    found.parts += sorted(of_text)


def texts(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The open texts of an item's JSON, each with what it is."""
    for decision in _open(data, "decisions"):
        yield "decision", decision.get("text") or ""
    for section in _open(data, "sections"):
        yield "heading", section.get("heading") or ""
        yield "body", section.get("text") or ""
    for attachment in _open(data, "attachments"):
        yield "attachments", attachment.get("title") or ""


def _open(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [part for part in data.get(name) or () if part.get("access") == "open"]


def _numbers(row: Row, data: dict[str, Any]) -> list[str]:
    attachments = [part.get("document_number") for part in _open(data, "attachments")]
    return list(dict.fromkeys(n for n in (row.case_number, data.get("document_number"), *attachments) if n))


def _add(found: Document, terms: list[str], text: str, learnt: frozenset[str]) -> dict[str, None]:
    """Add the terms of `text` to a field; the parts of its compounds."""
    if terms and text:
        terms.append(BREAK)
    of_compounds: dict[str, None] = {}
    for word in word_list(text):
        analysed = _analysed(word, learnt)
        if analysed.term:
            terms.append(analysed.term)
            of_compounds.update(analysed.parts)
            if analysed.spelling:
                found.words.add(analysed.spelling)
    return of_compounds


class _Analysed(NamedTuple):
    term: str
    parts: dict[str, None]
    spelling: tuple[str, str, str] | None


@lru_cache(maxsize=2**17)
def _analysed(word: str, learnt: frozenset[str]) -> _Analysed:
    return _Analysed(term(word), dict.fromkeys(parts(word, learnt)), _spelling(word))


def _spelling(word: str) -> tuple[str, str, str] | None:
    """What the vocabulary keeps of a word: only words of letters, and only as long as people type them."""
    spelled = plain(word)
    if not _SHORTEST <= len(spelled) <= _LONGEST or not spelled.isalpha():
        return None
    return spelled, ascii_spelling(spelled), term(word)


def _facts(row: Row) -> str:
    """The values that facets count, in the order of FACTS, with bars between."""
    values = (row.date.year, row.body_id, row.item_type, row.outcome, row.kle_number[:5], row.access)
    return "|".join(str(value).replace("|", "") for value in values)


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
