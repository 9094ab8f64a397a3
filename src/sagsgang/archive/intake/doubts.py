"""A person's verdict on a paper kept aside."""

from dataclasses import dataclass, replace
from datetime import date, time

from sagsgang.archive.attached import with_held_files
from sagsgang.archive.intake import journal
from sagsgang.archive.intake.aside import Aside, every, remove
from sagsgang.archive.intake.folder import held
from sagsgang.archive.intake.journal import Verdict
from sagsgang.archive.intake.lesser import Noted, note
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import Published, publish
from sagsgang.archive.withhold import safe_edition
from sagsgang.paper.model import Access, Item, Paper, PaperKind

# Doubts about items that need not know which.
_OF_ITEMS = frozenset({"closed_mark", "unsure_layout", "stray_heading", "two_decisions", "duplicate_item"})
# What is said of an item that may be opened after all: the source does not say that it is closed, and nothing else.
_UNSURE = frozenset({"unknown_access", "access_conflict", "lost_neighbour"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person knows of the item at this place of the paper, counted from 0; "" and None: as it was read."""

    place: int
    number: str = ""
    title: str = ""
    access: Access | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What a person knows and the source does not say, or says wrongly."""

    body: str | None = None
    day: date | None = None
    start: time | None = None
    kind: PaperKind | None = None
    items: tuple[Correction, ...] = ()


def waiting() -> tuple[Aside, ...]:
    """The papers kept aside. One that was decided on before a power cut took it away is taken away now."""
    settled = journal.settled()
    with held():
        papers = tuple(every())
        for paper in papers:
            if paper.id in settled:
                remove(paper)
    return tuple(paper for paper in papers if paper.id not in settled)


def edition_of(aside: Aside, supplement: Supplement) -> Paper:
    """What would be published of `aside`."""
    paper = aside.paper
    known = {one.place: one for one in supplement.items}
    items = (_corrected(aside, item, known.get(place)) for place, item in enumerate(paper.items))
    return safe_edition(
        replace(
            paper,
            body=supplement.body or paper.body,
            date=supplement.day or paper.date,
            start=supplement.start or paper.start,
            kind=supplement.kind or paper.kind,
            items=tuple(items),
        )
    )


def in_doubt(aside: Aside) -> tuple[int, ...]:
    """The places of the items that a doubt may be about: those it names, or all where it names none."""
    named = {one.item for one in aside.doubts if one.item}
    every_one = any(one.item is None and one.code in _OF_ITEMS for one in aside.doubts)
    return tuple(place for place, item in enumerate(aside.paper.items) if every_one or item.number in named)


def may_open(aside: Aside, item: Item) -> bool:
    """Whether a person may say that the item is open: never where the source says that it is closed.

    Nor where two have its number, as the doubt does not say which it means.
    """
    alone = [one.number for one in aside.paper.items].count(item.number) == 1
    return alone and any(one.item == item.number and one.code in _UNSURE for one in aside.doubts)


def _corrected(aside: Aside, item: Item, known: Correction | None) -> Item:
    if known is None:
        return item
    opened = known.access is Access.OPEN and item.access is not Access.OPEN and may_open(aside, item)
    made = _opened(item) if opened else item
    access = Access.CLOSED if known.access is Access.CLOSED else made.access
    return replace(made, number=known.number or item.number, title=known.title or item.title, access=access)


def _opened(item: Item) -> Item:
    """The item with all that hangs below it; what must not be published for itself is withheld later."""
    return replace(
        item,
        access=Access.OPEN,
        sections=tuple(replace(part, access=Access.OPEN) for part in item.sections),
        attachments=tuple(replace(part, access=Access.OPEN) for part in item.attachments),
        decisions=tuple(replace(part, access=Access.OPEN) for part in item.decisions),
    )


def accept(aside: Aside, supplement: Supplement) -> Published:
    """Publish what is safe of it and take it out of the intake; raises NotPublishable when something is missing."""
    audience = Audience(aside.audience)
    published = publish(with_held_files(edition_of(aside, supplement), audience), audience)
    note([Noted(published.edition, aside.source, aside.doubts)])
    _settle(aside, Verdict.ACCEPTED, "")
    return published


def reject(aside: Aside, reason: str) -> None:
    """Take it out of the intake unpublished."""
    _settle(aside, Verdict.REJECTED, reason)


def _settle(aside: Aside, verdict: Verdict, reason: str) -> None:
    with held():
        journal.decide(aside.id, verdict, reason)
        remove(aside)
