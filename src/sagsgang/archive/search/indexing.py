"""Putting entries into the index and taking them out."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from sagsgang.archive.models import Entry
from sagsgang.archive.search import file_pages, sql, vocabulary
from sagsgang.archive.search.backends import backend
from sagsgang.archive.search.document import Row, document
from sagsgang.archive.search.learning import learnt_words, relearn

# So many go into one transaction: fewer make the index write more, more keep others waiting.
_ENTRIES = 1_000
# The texts of files are long: so many entries with files are in memory at a time.
_WITH_FILES = 50


def index(entry_ids: Iterable[int]) -> None:
    """Put the entries into the index, each in place of what was indexed of it before; unknown ids are forgotten."""
    for ids in sql.chunks(entry_ids, _ENTRIES):
        with transaction.atomic():
            backend().lock()
            _remove(ids)
            _add(ids, learnt_words())


def forget(entry_ids: Iterable[int]) -> None:
    """Take the entries out of the index, with every word that stood in them only; unknown ids do no harm."""
    for ids in sql.chunks(entry_ids, _ENTRIES):
        with transaction.atomic():
            backend().lock()
            _remove(ids)


def rebuild() -> int:
    """Index every entry afresh, with parts of compounds learnt from the whole archive; the number of entries."""
    with transaction.atomic():
        backend().lock()
        learnt = relearn()
        file_pages.refresh()
        vocabulary.clear()
        backend().clear()
        ids_by_date = Entry.objects.order_by("date", "-id").values_list("id", flat=True)
        count = 0
        for ids in sql.chunks(ids_by_date, _ENTRIES):
            _add(ids, learnt)
            count += len(ids)
    return count


def _add(ids: Sequence[int], learnt: frozenset[str]) -> None:
    rows = list(map(Row._make, Entry.objects.filter(id__in=ids).values_list(*Row._fields)))
    with_files = [row for row in rows if file_pages.has_files(row.data)]
    short = [row for row in rows if not file_pages.has_files(row.data)]
    for some in filter(None, (short, *sql.chunks(with_files, _WITH_FILES))):
        documents = [document(row, learnt, file_pages.texts_of(row.data)) for row in some]
        backend().add(documents)
        vocabulary.learn(documents)


def _remove(ids: Sequence[int]) -> None:
    keys = [key for (key,) in sql.rows("SELECT key FROM search_document WHERE entry_id IN (:many)", ids)]
    if keys:
        vocabulary.unlearn(backend().remove(keys))
