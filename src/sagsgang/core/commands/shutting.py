"""What is out is closed after all: a file or a text. The street is told that it went, when and why."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils import timezone

from sagsgang.archive.erase import purge_all, take_away
from sagsgang.archive.models import Edition
from sagsgang.archive.sealed import paper_of
from sagsgang.archive.writing import writing
from sagsgang.core.act import Refused, act
from sagsgang.core.commands.closing import known_basis
from sagsgang.core.commands.reasons import look_at
from sagsgang.core.commands.sealing import send
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.headings import SHUT
from sagsgang.core.models import Attachment, Item, Meeting, Section
from sagsgang.core.rules import wording
from sagsgang.core.states import MeetingState
from sagsgang.core.viewer import Viewer
from sagsgang.paper import model
from sagsgang.paper.model import Access, PaperKind, SectionKind

WHY = "the secretary takes out what must not be read"
ALREADY = "Det er lukket i forvejen."
Holds = Callable[[model.Item], bool]


def shut_attachment(by: Viewer, attachment: Attachment, *, basis: str, reason: str, looked: bool = False) -> bool:
    """Close a file that was sent: its bytes leave the street unless another meeting's paper holds them.

    Gives whether one does: there it is closed for itself.
    """
    item, number = attachment.item, attachment.document_number

    def holds(one: model.Item) -> bool:
        return any(laid.document_number == number for laid in one.attachments)

    _open(attachment.access)
    what = f"Bilaget med dokumentnummer {number}"
    with _out(by, item, what, holds, basis=basis, reason=reason, looked=looked, document=number):
        _close(Attachment.objects.unguarded(WHY).filter(pk=attachment.pk), basis)
        # The same document, where it went along to a treatment that nobody outside has got.
        along = Attachment.objects.unguarded(WHY).filter(item__case=item.case, document_number=number)
        along.filter(item__number=None).update(access=Access.CLOSED, basis=basis)
    return along.filter(access=Access.OPEN).exists()


def shut_section(by: Viewer, section: Section, *, basis: str, reason: str, looked: bool = False) -> bool:
    """Close a text that was sent; with the recommendation go its points.

    Gives whether the same text was sent to another meeting: there it is closed for itself.
    """

    def holds(one: model.Item) -> bool:
        points = section.kind == SectionKind.RECOMMENDATION and one.points
        return bool(points) or any(text.heading == section.heading for text in one.sections)

    _open(section.access)
    if section.heading == SHUT:
        raise Refused("At noget er taget ud, kan ikke selv tages ud.")
    what = f"Afsnittet »{section.heading}«"
    with _out(by, section.item, what, holds, basis=basis, reason=reason, looked=looked, section=section.pk):
        _close(Section.objects.unguarded(WHY).filter(pk=section.pk), basis)
        # The same text, where it went along to a treatment that nobody outside has got.
        same = {"kind": section.kind, "heading": section.heading, "text": section.text}
        along = Section.objects.unguarded(WHY).filter(item__case=section.item.case, access=Access.OPEN, **same)
        along.filter(item__number=None).update(access=Access.CLOSED, basis=basis)
    return along.exists()


def _close(row: GuardedQuerySet[Attachment] | GuardedQuerySet[Section], basis: str) -> None:
    """Close it, unless somebody else has while it was waited for."""
    if not row.filter(access=Access.OPEN).update(access=Access.CLOSED, basis=basis):
        raise Refused(ALREADY)


def _open(access: str) -> None:
    if access != Access.OPEN:
        raise Refused(ALREADY)


@contextmanager
def _out(
    by: Viewer, item: Item, what: str, holds: Holds, *, basis: str, reason: str, looked: bool, **facts: int | str
) -> Iterator[None]:
    """Around the closing itself: a new edition that says so, and none of the earlier ones that `holds` it stays.

    An earlier one is erased and not only withdrawn, as nothing closed is kept where the street's papers are. The
    complete ones stay sealed in the house. Files go when all of it is kept: a deed that fails has removed nothing.
    """
    known_basis(basis)
    said = wording.text(reason).strip()
    if not said:
        raise Refused("Skriv, hvorfor det lukkes: begrundelsen kan alle læse, for altid.")
    with act(by, "shut", item, basis=basis, **facts):
        _open(item.access)
        look_at(item.meeting, said, looked=looked)
        yield
        text = f"{what} er taget ud den {timezone.localdate():%d-%m-%Y} ({basis}): {said}"
        _tell(item, text)
        files = _replaced(item.meeting, str(item.number), holds, text) if item.meeting else []
    purge_all(files)


def _tell(item: Item, text: str) -> None:
    Section.objects.create(
        item=item,
        kind=SectionKind.REMARK,
        heading=SHUT,
        text=text,
        access=item.access,
        position=item.sections.unguarded(WHY).count(),
    )


def _replaced(meeting: Meeting, number: str, holds: Holds, reason: str) -> list[Path]:
    """Send the paper anew, and erase its earlier editions that hold what was closed; what is to be purged."""
    made = send(meeting, PaperKind.MINUTES if meeting.state == MeetingState.PUBLISHED else PaperKind.AGENDA)
    place = {"meeting__body": made.meeting.body, "meeting__slug": made.meeting.slug}
    earlier = (
        Edition.objects.filter(**place).exclude(pk=made.pk).select_related("meeting__body", "seal__content", "pdf")
    )
    files: list[Path] = []
    with writing():
        for edition in earlier.order_by("pk"):
            paper = paper_of(edition)
            if paper and any(one.number == number and holds(one) for one in paper.items):
                files += take_away(edition, reason)
    return files
