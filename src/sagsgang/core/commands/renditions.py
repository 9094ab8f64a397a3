"""The PDFs of attachments, which the worker makes after the upload. The rows that lack one are the queue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from django.db import transaction

from sagsgang.core import files
from sagsgang.core.models import Attachment
from sagsgang.core.models.item import AttachmentSet
from sagsgang.core.renditions import CONVERTIBLE

WHY = "the house makes the file's PDF, and shows nobody what is in it"
# What was said of a file that nobody could read holds no longer when its PDF could be.
_UNREAD = frozenset({"unreadable", "no_text"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file that waits for its PDF, wherever it is attached: its checksum, and its name's ending (".docx")."""

    checksum: str
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A PDF: its bytes, its pages, the text on them, and its warnings, each a code and a Danish sentence."""

    data: bytes
    pages: int
    text: str
    warnings: Sequence[tuple[str, str]] = ()


def next_source() -> Source | None:
    """The file that has waited longest; None when no PDF is missing."""
    waiting = Attachment.objects.unguarded(WHY).filter(rendition="", no_rendition="", media_type__in=CONVERTIBLE)
    row = waiting.order_by("id").values_list("checksum", "file_name").first()
    return Source(row[0], PurePath(row[1]).suffix.lower()) if row else None


def keep(source: Source, made: Made) -> None:
    """Keep the PDF, first the file and then the rows: killed in between, it is made again."""
    rendition = files.put(made.data)
    with transaction.atomic():
        for row in _of(source).select_for_update():
            _of(source).filter(pk=row.pk).update(
                rendition=rendition,
                rendition_size=len(made.data),
                pages=made.pages,
                text=row.text or made.text,
                warnings=_warnings(row.warnings, made),
            )


def give_up(source: Source, reason: str) -> None:
    """Note why there will be no PDF, so that the next file gets its turn; a new version of the file is tried anew."""
    _of(source).update(no_rendition=reason)


def _of(source: Source) -> AttachmentSet:
    """The attachments that hold the file now; one that was replaced meanwhile does not."""
    return Attachment.objects.unguarded(WHY).filter(checksum=source.checksum, rendition="", no_rendition="")


def _warnings(before: Iterable[dict[str, str]], made: Made) -> list[dict[str, str]]:
    kept = [one for one in before if not (made.text and one["code"] in _UNREAD)]
    known = {one["code"] for one in kept}
    return kept + [{"code": code, "message": message} for code, message in made.warnings if code not in known]
