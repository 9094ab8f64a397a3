"""Erasing what was published (data protection law): the content goes, the chain stays whole and says when and why."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from django.db import connection

from sagsgang.archive import attached, traces
from sagsgang.archive.bulk import places as bulk
from sagsgang.archive.files import pdf_file
from sagsgang.archive.intake import journal
from sagsgang.archive.intake.folder import purge
from sagsgang.archive.intake.journal import Verdict
from sagsgang.archive.models import Content, Edition, Holding, RecordKind, Seal
from sagsgang.archive.reason import sealed
from sagsgang.archive.renditions.orders import forget
from sagsgang.archive.sameness import essence
from sagsgang.archive.seal import Deed, append
from sagsgang.archive.sealed import paper_in, raw
from sagsgang.archive.takedown import take_down
from sagsgang.archive.writing import locked, writing

_TABLES = (
    "archive_content",
    "archive_entry",
    "archive_attachedfile",
    "archive_filepage",
    "archive_filetext",
    "archive_holding",
    "archive_promise",
    "archive_trace",
    "search_document",
    "search_file",
    "search_lexicon",
    "search_word",
    "search_term",
)


def erase(edition: Edition, reason: str) -> None:
    """Erase the content and the PDF of `edition`, with their salts, and take what it showed out of the archive.

    With it go the prints that somebody asked for, the files of its attachments that no other edition holds, and the
    bulk files, which are made anew.

    When it is in force nothing takes its place: an earlier version most likely says the same. The same file does not
    come back with a later import. Erasing twice does nothing.
    """
    with writing():
        files = take_away(edition, reason)
    purge_all(files)


def take_away(edition: Edition, reason: str) -> list[Path]:
    """All of it but the files, which are given, to be purged when this is kept. Inside `writing`."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
    locked(edition.meeting.body)
    edition.meeting.refresh_from_db(fields=("edition",))
    for seal in filter(None, (edition.seal, edition.pdf)):
        _erase_content(edition, seal, reason)
    Edition.objects.filter(pk=edition.pk).update(pdf=None)
    if edition.meeting.edition_id == edition.pk:
        take_down([edition.meeting])
    traces.withdrawn([edition], reason, erased=True)
    Holding.objects.filter(edition=edition).delete()
    return [pdf_file(edition.pk), *forget(edition)]


def purge_all(files: Iterable[Path]) -> None:
    """Remove these, the attachments' files that no edition holds any longer, and the bulk files."""
    for file in files:
        purge(file)
    attached.sweep()
    bulk.forget()


def clear_free_space() -> None:
    """Write over what erased rows left behind in the database's own files. Not inside a transaction.

    Copies elsewhere, backups and replicas, are beyond this program.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in _TABLES:
                cursor.execute(f"VACUUM FULL {table}")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _erase_content(edition: Edition, seal: Seal, reason: str) -> None:
    content = Content.objects.filter(seal=seal).first()
    if content is None:
        return
    if seal.kind != RecordKind.PDF:
        _remember(seal.audience, raw(content.data), reason)
    content.delete()
    deed = Deed(
        kind=RecordKind.ERASURE, key=seal.key, version=seal.version, audience=seal.audience, concerns=seal.number
    )
    append(edition.meeting.body, deed, sealed(reason))


def _remember(audience: str, data: bytes, reason: str) -> None:
    """So that the paper does not come back with the next import; tampered bytes are no paper that could."""
    with suppress(ValueError):
        paper = paper_in(data)
        for said in {essence(paper), essence(attached.without_files(paper))}:
            journal.decide(journal.fingerprint(audience, said), Verdict.ERASED, reason)
