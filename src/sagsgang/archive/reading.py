"""The text of attachments: which files wait to be read, and how their pages come to be found."""

import logging

from django.db.models import F

from sagsgang.archive import search
from sagsgang.archive.attached import place
from sagsgang.archive.models import AttachedFile, FilePage, FileText, Reading
from sagsgang.archive.search.file_pages import terms_of
from sagsgang.archive.writing import writing
from sagsgang.readers.attached.pages import Pages, Source

_TRIES = 3
_LOG = logging.getLogger(__name__)


def next_unread() -> FileText | None:
    """The file to read next, and that it is being read: one that ends its reader each time is given up."""
    row = FileText.objects.filter(state=Reading.WAITING).order_by("id").first()
    if row is None:
        return None
    FileText.objects.filter(pk=row.pk).update(tries=F("tries") + 1)
    if row.tries >= _TRIES or not place(row.sha256).is_file():
        give_up(row)
    return row


def source(row: FileText) -> Source:
    """Where the file lies."""
    return Source(place(row.sha256), row.name)


def keep_pages(row: FileText, found: Pages) -> None:
    """Keep the pages, and let search find the entries that hold the file; nothing of a file that is gone meanwhile.

    With a personal number on a page nothing is kept: the file can be fetched, as its owner decided, but not found.
    """
    state = Reading.WITHHELD if found.personal else Reading.READ
    pages = () if found.personal else found.pages
    if found.personal:
        _LOG.warning(
            "attachment %s… is not searched: what looks like a personal number stands in it", row.sha256[:12]
        )
    texts = [FilePage(file=row, number=page.number, text=page.text, terms=terms_of(page.text)) for page in pages]
    with writing():
        if FileText.objects.filter(pk=row.pk).update(state=state):
            FilePage.objects.filter(file=row).delete()
            FilePage.objects.bulk_create(texts)
            holders = AttachedFile.objects.filter(sha256=row.sha256)
            search.index(holders.values_list("entry_id", flat=True) if texts else ())


def give_up(row: FileText) -> None:
    """Note that the file cannot be read; nobody tries again."""
    _LOG.warning("attachment %s… is not searched: it cannot be read", row.sha256[:12])
    row.state = Reading.FAILED
    FileText.objects.filter(pk=row.pk).update(state=Reading.FAILED)
