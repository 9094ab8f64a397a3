"""The one door to the street: a paper without its closed parts."""

from collections.abc import Collection
from dataclasses import replace

from sagsgang.paper.model import Access, Item, Paper, Section, SectionKind


def redact(paper: Paper) -> Paper:
    """The open edition: closed items become stubs with their extract, other closed parts are gone."""
    return replace(paper, items=tuple(_open_item(item) for item in paper.items))


def without(paper: Paper, numbers: Collection[str]) -> Paper:
    """The paper in which the items of these numbers are stubs, for somebody who may not read them."""
    return replace(paper, items=tuple(_stub(item) if item.number in numbers else item for item in paper.items))


def is_open(paper: Paper) -> bool:
    """Whether `paper` holds nothing that its open edition lacks."""
    return redact(paper) == paper


def _open_item(item: Item) -> Item:
    if item.access is not Access.OPEN:
        return replace(_stub(item), extract=item.extract)
    return replace(
        item,
        sections=tuple(section for section in item.sections if section.access is Access.OPEN),
        # The points repeat the recommendation, so they go with it.
        points=() if _hides_recommendation(item.sections) else item.points,
        attachments=tuple(attachment for attachment in item.attachments if attachment.access is Access.OPEN),
        decisions=tuple(decision for decision in item.decisions if decision.access is Access.OPEN),
    )


def _stub(item: Item) -> Item:
    return Item(number=item.number, title=item.title, access=Access.CLOSED, toc_page=item.toc_page)


def _hides_recommendation(sections: tuple[Section, ...]) -> bool:
    return any(
        section.kind is SectionKind.RECOMMENDATION and section.access is not Access.OPEN for section in sections
    )
