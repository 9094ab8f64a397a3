"""Words that compounds are split at besides the dictionary's: those that the archive itself uses alone."""

from sagsgang.archive.search import compounds, sql
from sagsgang.archive.search.lexicon import base_form

_SHORTEST = 5
_ENTRIES = 3
_MOST = 20_000

_kept: tuple[int, frozenset[str]] = (0, frozenset())


def learnt_words() -> frozenset[str]:
    """The words learnt when the index was last rebuilt; read from the database when somebody rebuilt it since."""
    global _kept  # noqa: PLW0603 - one small cache a process, guarded by the generation
    if (generation := _generation()) != _kept[0]:
        _kept = (generation, frozenset(word for (word,) in sql.rows("SELECT word FROM search_lexicon")))
    return _kept[1]


def relearn() -> frozenset[str]:
    """Learn from the words now in the index: unknown to the dictionary, no compounds, in several entries."""
    generation = _generation() + 1
    candidates = sql.rows(
        "SELECT word FROM search_word JOIN search_term ON search_term.term = search_word.term"
        " WHERE entries >= %s AND length(word) BETWEEN %s AND %s ORDER BY entries DESC, word LIMIT %s",
        [_ENTRIES, _SHORTEST, compounds.MAX_PART, _MOST],
    )
    words = frozenset(word for (word,) in candidates if _is_news(word))
    sql.run("DELETE FROM search_lexicon")
    sql.run_many(
        "INSERT INTO search_lexicon (word, generation) VALUES (%s, %s)",
        [(word, generation) for word in sorted(words)],
    )
    return words


def _generation() -> int:
    return int(sql.rows("SELECT coalesce(max(generation), 0) FROM search_lexicon")[0][0])


def _is_news(word: str) -> bool:
    return base_form(word) is None and not compounds.split(word, lambda part: base_form(part) is not None)
