"""Prints that somebody asks for: large print, one item, everything with attachments, Word."""

from dataclasses import dataclass

from sagsgang.archive.models import AttachedFile, Entry, Meeting, RenditionKind
from sagsgang.archive.renditions.orders import Order, TooMany, ask
from sagsgang.portal.queries.audience import audience
from sagsgang.portal.queries.lines import MeetingLine, address, meeting_line, meetings

__all__ = ["PrintPage", "asked"]


@dataclass(frozen=True, slots=True)
class PrintPage:
    """A meeting and the print of its paper; `order` is None when too many wait already. `item` is an address."""

    meeting: MeetingLine
    order: Order | None
    item: str


def asked(body: str, slug: str, kind: RenditionKind, item: str = "") -> PrintPage | None:
    """The print at the address, put in line when there is none yet; None when there is nothing to print."""
    row = meetings().filter(body__slug=body, slug=slug).first()
    if row is None or row.edition is None or not _holds(row, kind, item):
        return None
    try:
        order = ask(row.edition, kind, item)
    except TooMany:
        order = None
    return PrintPage(meeting_line(row), order, item)


def _holds(row: Meeting, kind: RenditionKind, item: str) -> bool:
    if kind is RenditionKind.ATTACHED:
        return AttachedFile.objects.filter(audience=audience(), entry__meeting=row).exists()
    if kind in {RenditionKind.ITEM, RenditionKind.WORD_ITEM}:
        places = Entry.objects.filter(meeting=row, audience=audience()).values_list("number", "position")
        return item in {address(number, position) for number, position in places}
    return True
