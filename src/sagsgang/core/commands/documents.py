"""Attachments: laid with an item, put in order, opened and closed one by one, replaced, taken away.

A file is read and kept before the transaction begins: it may take seconds, and nobody else should wait for it.
"""

from collections.abc import Sequence
from pathlib import PurePath

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from sagsgang.core import files
from sagsgang.core.act import Refused, Stale, act, allowed
from sagsgang.core.commands.closing import known_basis
from sagsgang.core.commands.numbers import document_number, typed_document
from sagsgang.core.contents import Contents, contents
from sagsgang.core.models import Attachment, FileVersion, Item
from sagsgang.core.models.item import AttachmentSet
from sagsgang.core.rules import wording
from sagsgang.core.viewer import Viewer
from sagsgang.paper.model import Access

WHY = "the corridor has let the person write here"
CHANGED = "En anden har lige ændret bilagene. Hent siden igen, og prøv en gang til."
_FORBIDDEN = str.maketrans('\\:*?"<>|', "________")


def attach(by: Viewer, item: Item, name: str, data: bytes, *, title: str = "") -> Attachment:
    """Lay a file with the item as its last attachment; without a title it is called as the file is.

    It is open only where the item is and the body opens what is new. Raises Refused for a file that cannot be used.
    """
    allowed(by, "write", item)
    called = _name(name)
    found = _read(data, called)
    called = _with_ending(called, found)
    titled = _title(title or PurePath(called).stem)
    checksum = files.put(data)
    with transaction.atomic():
        # First the item's row and then the counter's, as everybody locks them: nobody waits in a ring.
        Item.objects.unguarded(WHY).select_for_update().get(pk=item.pk)
        number = document_number(timezone.localdate().year)
        with act(by, "write", item, what="attach", document=number):
            return Attachment.objects.create(
                item=item,
                title=titled,
                document_number=number,
                file_name=called,
                media_type=found.media_type,
                checksum=checksum,
                size=len(data),
                pages=found.pages,
                text=found.text,
                warnings=_warnings(found),
                access=_begins(item),
                position=_last(item) + 1,
                added_at=timezone.now(),
            )


def replace_file(by: Viewer, attachment: Attachment, name: str, data: bytes) -> None:
    """Put a new file in the old one's place: number, title and access stay, the old file is kept as a version."""
    item = attachment.item
    allowed(by, "write", item)
    called = _name(name)
    found = _read(data, called)
    checksum = files.put(data)
    with act(by, "write", item, what="replace", document=attachment.document_number, version=attachment.version + 1):
        same = Attachment.objects.unguarded(WHY).filter(pk=attachment.pk, version=attachment.version)
        changed = same.update(
            file_name=_with_ending(called, found),
            media_type=found.media_type,
            checksum=checksum,
            size=len(data),
            pages=found.pages,
            text=found.text,
            warnings=_warnings(found),
            rendition="",
            no_rendition="",
            version=F("version") + 1,
        )
        if not changed:
            raise Stale(CHANGED)
        FileVersion.objects.create(
            attachment=attachment,
            version=attachment.version,
            file_name=attachment.file_name,
            media_type=attachment.media_type,
            checksum=attachment.checksum,
            size=attachment.size,
            by_id=by.person,
            at=timezone.now(),
        )
    attachment.refresh_from_db()


def rename(by: Viewer, attachment: Attachment, title: str) -> None:
    """Give the attachment another title."""
    chosen = _title(title)
    with act(by, "write", attachment.item, what="rename", document=attachment.document_number):
        _row(attachment).update(title=chosen)
    attachment.title = chosen


def set_document_number(by: Viewer, attachment: Attachment, number: str) -> None:
    """Give the attachment the document number that the records system has for it; ours is not given to another."""
    given = typed_document(number)
    with act(by, "write", attachment.item, what="document", before=attachment.document_number, after=given):
        rows = Attachment.objects.unguarded(WHY)
        if rows.filter(document_number=given).exclude(pk=attachment.pk).exists():
            raise Refused(f"Dokumentnummeret {given} er i brug ved et andet bilag.")
        _row(attachment).update(document_number=given)
    attachment.document_number = given


def order(by: Viewer, item: Item, ids: Sequence[int]) -> None:
    """Put the attachments in the order of `ids`, which must be all of them; raises Stale when they are not."""
    with act(by, "write", item, what="order", attachments=list(ids)):
        there = Attachment.objects.unguarded(WHY).filter(item=item)
        if sorted(ids) != sorted(there.values_list("id", flat=True)):
            raise Stale(CHANGED)
        for place, one in enumerate(ids, start=1):
            there.filter(pk=one).update(position=place)


def set_access(by: Viewer, attachment: Attachment, access: Access, basis: str = "") -> None:
    """Open the attachment, or close it by a basis in law."""
    chosen = Access(access)
    if chosen is Access.CLOSED:
        known_basis(basis)
    by_law = basis if chosen is Access.CLOSED else ""
    facts = {"what": "close" if by_law else "open", "document": attachment.document_number, "basis": by_law}
    with act(by, "write", attachment.item, **facts):
        _row(attachment).update(access=chosen, basis=by_law)
    attachment.access, attachment.basis = chosen, by_law


def remove(by: Viewer, attachment: Attachment) -> None:
    """Take the attachment away. Its document number stays taken; raises Stale when it is gone or replaced already."""
    with act(by, "write", attachment.item, what="remove", document=attachment.document_number):
        if not _row(attachment).filter(version=attachment.version).delete()[0]:
            raise Stale(CHANGED)


def _row(attachment: Attachment) -> AttachmentSet:
    return Attachment.objects.unguarded(WHY).filter(pk=attachment.pk)


def _read(data: bytes, name: str) -> Contents:
    if len(data) > settings.ATTACHMENT_LIMIT:
        raise Refused(f"Filen er større end {settings.ATTACHMENT_LIMIT // 1_000_000} MB.")
    found = contents(data, name)
    if found.refusal:
        raise Refused(found.refusal)
    return found


def _warnings(found: Contents) -> list[dict[str, str]]:
    return [{"code": code, "message": message} for code, message in found.warnings]


def _begins(item: Item) -> Access:
    """Never open by accident: where a body closes what is new, an attachment is opened on purpose."""
    if Access.CLOSED in {Access(item.access), Access(item.body.new_items)}:
        return Access.CLOSED
    return Access.OPEN


def _last(item: Item) -> int:
    return Attachment.objects.unguarded(WHY).filter(item=item).aggregate(last=Max("position"))["last"] or 0


def _name(given: str) -> str:
    """The file's own name: no folders, and no sign that a disk or a header of the web refuses."""
    name = wording.line(given.replace("\\", "/").rpartition("/")[2].translate(_FORBIDDEN))
    return "".join(sign for sign in name if sign.isprintable()).lstrip(".") or "bilag"


def _with_ending(name: str, found: Contents) -> str:
    """The name with the ending of what the file is, so that it opens as that; at most 200 signs."""
    path = PurePath(name)
    ending = found.ending or path.suffix
    same = path.suffix.lower() in {ending, ""} or found.media_type in {"text/plain", "image/jpeg", "image/tiff"}
    kept = path.suffix if same and path.suffix else ending
    stem = name.removesuffix(path.suffix) if same else name
    return stem[: wording.NAME_LENGTH - len(kept)] + kept


def _title(typed: str) -> str:
    title = wording.line(typed)
    if not title or len(title) > wording.TITLE_LENGTH:
        raise Refused(f"Skriv en titel på højst {wording.TITLE_LENGTH} tegn.")
    return title
