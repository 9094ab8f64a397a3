"""The words that stand in the archive, and how many entries each term stands in. The same on both databases."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from sagsgang.archive.search import sql
from sagsgang.archive.search.analyser import PART
from sagsgang.archive.search.document import Document, Spelling

_LAST = "\U0010ffff"
_LONGEST_DIGITS = 4
_SPELLINGS = 2_000
_UNLEARN = "DELETE FROM search_lexicon WHERE word IN (SELECT word FROM search_word WHERE term IN (:many))"


def counted(term: str) -> bool:
    """Whether entries with the term are counted: words, parts and short numbers, not filters and long numbers."""
    if term.isdigit():
        return len(term) <= _LONGEST_DIGITS
    return term.startswith(PART) or (term.isalnum() and term[0].isalpha())


def learn(documents: Sequence[Document]) -> None:
    """Count the documents' terms and note their spellings."""
    _count(Counter(term for document in documents for term in set(chain(*document.fields(), document.files))))
    sql.run_many(
        "INSERT INTO search_word (word, folded, term) VALUES (:many) ON CONFLICT (word) DO NOTHING",
        sorted(set[Spelling]().union(*(document.words for document in documents))),
    )


def unlearn(documents: Iterable[Iterable[str]]) -> None:
    """Take back the counts of documents' distinct terms; a term that no entry has is gone, its spellings too."""
    terms = Counter(term for document in documents for term in document)
    _count(Counter({term: -count for term, count in terms.items()}))
    for chunk in sql.chunks(sorted(term for term in terms if counted(term))):
        found = sql.rows("SELECT term FROM search_term WHERE entries <= 0 AND term IN (:many)", chunk)
        if gone := [term for (term,) in found]:
            sql.run(_UNLEARN, gone)
            sql.run("DELETE FROM search_word WHERE term IN (:many)", gone)
            sql.run("DELETE FROM search_term WHERE term IN (:many)", gone)


def _count(terms: Counter[str]) -> None:
    sql.run_many(
        "INSERT INTO search_term (term, entries) VALUES (:many)"
        " ON CONFLICT (term) DO UPDATE SET entries = search_term.entries + excluded.entries",
        sorted((term, count) for term, count in terms.items() if counted(term)),
    )


def clear() -> None:
    """Forget every word and count."""
    sql.run("DELETE FROM search_word")
    sql.run("DELETE FROM search_term")


def entries_with(terms: Iterable[str]) -> dict[str, int]:
    """How many entries each of the terms stands in; terms that stand in none are left out."""
    asked = list(dict.fromkeys(terms))
    return dict(sql.rows("SELECT term, entries FROM search_term WHERE term IN (:many)", asked)) if asked else {}


def beginning_with(prefix: str, most: int) -> dict[str, int]:
    """Terms of words that begin with `prefix` (in ASCII spelling), and how many entries have each; at most `most`.

    The term itself may begin otherwise: "styrin" is the beginning of "styringen", whose term may be "styr".
    """
    found = sql.rows(
        "SELECT DISTINCT search_word.term, entries FROM search_word"
        " JOIN search_term ON search_term.term = search_word.term WHERE folded >= %s AND folded < %s"
        " ORDER BY search_word.term LIMIT %s",
        [prefix, prefix + _LAST, most],
    )
    return dict(found)


def commonest(prefix: str, most: int) -> dict[str, int]:
    """The terms of the most frequent words that begin with `prefix` (in ASCII spelling), and their counts."""
    found = sql.rows(
        "SELECT search_word.term, max(entries) FROM search_word"
        " JOIN search_term ON search_term.term = search_word.term WHERE folded >= %s AND folded < %s"
        " GROUP BY search_word.term ORDER BY max(entries) DESC, search_word.term LIMIT %s",
        [prefix, prefix + _LAST, most],
    )
    return dict(found)


def entries_and_words(terms: Iterable[str]) -> tuple[dict[str, int], dict[str, str]]:
    """How many entries each of the terms stands in, and the archive's words that have them, each with its term."""
    asked = list(dict.fromkeys(terms))
    found = (
        sql.rows(
            "SELECT search_term.term, entries, word FROM search_term"
            " LEFT JOIN search_word ON search_word.term = search_term.term WHERE search_term.term IN (:many)",
            asked,
        )
        if asked
        else []
    )
    return {term: entries for term, entries, _ in found}, {word: term for term, _, word in found if word}


def spelled(spellings: Sequence[str]) -> list[tuple[str, str]]:
    """Those of the ASCII `spellings` that stand in the archive, as words with their terms."""
    found: list[tuple[str, str]] = []
    for chunk in sql.chunks(spellings, _SPELLINGS):
        found += [
            (word, term)
            for word, term in sql.rows("SELECT word, term FROM search_word WHERE folded IN (:many)", chunk)
        ]
    return found


def near(start: str, shortest: int, longest: int, most: int) -> list[tuple[str, str, str]]:
    """Words that begin with `start`, with ASCII spelling and term, in order of spelling; at most `most`."""
    found = sql.rows(
        "SELECT word, folded, term FROM search_word WHERE folded >= %s AND folded < %s"
        " AND length(folded) BETWEEN %s AND %s ORDER BY folded, word LIMIT %s",
        [start, start + _LAST, shortest, longest, most],
    )
    return [(word, folded, term) for word, folded, term in found]
