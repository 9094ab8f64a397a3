"""An item as a page shows it: what this meeting decided apart from what was decided before."""

from dataclasses import dataclass

from sagsgang.archive.entries import own_decisions
from sagsgang.archive.models import Entry
from sagsgang.paper.model import Access, Decision, Item, Paper
from sagsgang.paper.withdrawn import withdrawal
from sagsgang.portal.queries.lines import address


@dataclass(frozen=True, slots=True)
class ItemPart:
    """One item of a paper; `own` are the decisions of this meeting, `earlier` those printed from before it.

    `withdrawn`: what it says of having been taken off the agenda, "" when it was not.
    """

    item: Item
    address: str
    case_key: str
    outcome: str
    own: tuple[Decision, ...]
    earlier: tuple[Decision, ...]
    withdrawn: str

    @property
    def closed(self) -> bool:
        """Whether only number and title may be shown."""
        return self.item.access is not Access.OPEN

    @property
    def has_files(self) -> bool:
        """Whether any of its attachments can be fetched."""
        return any(attachment.file for attachment in self.item.attachments)


def item_part(paper: Paper, item: Item, entry: Entry) -> ItemPart:
    """The item of `paper` that `entry` lays out."""
    own = own_decisions(paper, item)
    return ItemPart(
        item=item,
        address=address(entry.number, entry.position),
        case_key=entry.case_key,
        outcome=entry.outcome,
        own=own,
        earlier=tuple(decision for decision in item.decisions if decision not in own),
        withdrawn=withdrawal(item),
    )
