"""An item whose heading was lost: known from the contents list, its parts found under the item before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sagsgang.readers.attachments import Listed, added, parse_attachments
from sagsgang.readers.draft import Draft, Entry, ItemDraft, Slot
from sagsgang.readers.roles import SECTIONS, Role


@dataclass(slots=True)
class Losses:
    """The numbers of the items recovered, and of neighbours that must be closed wholly."""

    recovered: list[str]
    closed_neighbours: list[str]


def recover(draft: Draft, meeting: date | None) -> Losses:
    """Put the items that only the contents list knows in their places; what is theirs moves to them."""
    losses = Losses([], [])
    found = {item.number for item in draft.items}
    if not found & {entry.number for entry in draft.contents}:
        return losses
    before: ItemDraft | None = None
    for entry in draft.contents:
        if entry.number in found:
            before = next(item for item in draft.items if item.number == entry.number)
            continue
        lost = ItemDraft(
            entry.number, entry.title, before.line if before else 0, is_open=False if entry.is_closed else None
        )
        if before is not None:
            _share(before, lost, meeting, losses)
        _place(draft, lost, before)
        losses.recovered.append(lost.number)
        if not entry.is_closed:
            before = lost
    return losses


def _place(draft: Draft, lost: ItemDraft, before: ItemDraft | None) -> None:
    strays = [item for item in draft.items if not item.number]
    if before is None and strays:
        lost.slots = strays[0].slots
        draft.items.remove(strays[0])
    draft.items.insert(draft.items.index(before) + 1 if before else 0, lost)


def _share(before: ItemDraft, lost: ItemDraft, meeting: date | None, losses: Losses) -> None:
    cut = _end_of(before.slots, meeting)
    kept, moved = before.slots[:cut], before.slots[cut:] if cut else []
    if moved and moved[0].role is Role.ATTACHMENTS:
        moved[0] = _beyond(kept, moved[0])
    if _goes_backwards(kept) or not any(slot.filled for slot in moved):
        # The decision may be the lost item's, and so may any text before it. A closed item had no text to lose.
        if lost.is_open is None:
            losses.closed_neighbours.append(before.number)
        return
    before.slots, lost.slots = kept, moved


def _end_of(slots: Sequence[Slot], meeting: date | None) -> int | None:
    """The place after the item's own decision of this meeting; None where there is none."""
    for at, slot in enumerate(slots):
        if slot.role is Role.DECISION and (slot.date is None or slot.date == meeting):
            return at + 1
    return None


def _goes_backwards(slots: Sequence[Slot]) -> bool:
    """Whether a heading that an item has once stands twice: then the other item began somewhere between."""
    once = [
        slot.role for slot in slots if slot.role in SECTIONS - {Role.OTHER, Role.REMARK} or slot.role is Role.TYPE
    ]
    return len(once) != len(set(once))


def _beyond(kept: Sequence[Slot], closing: Slot) -> Slot:
    """The list after a decision repeats the item's own attachments; what it names beyond them is the lost item's."""
    known = [listed for slot in kept if slot.role is Role.ATTACHMENTS for listed in parse_attachments(slot)]
    return Slot(
        Role.ATTACHMENTS,
        closing.heading,
        closing.line,
        [_row(one) for one in added(known, parse_attachments(closing))],
    )


def _row(listed: Listed) -> str:
    return f"{listed.title}\t{listed.number}" if listed.number else listed.title


def entry_of(draft: Draft, number: str) -> Entry | None:
    """The contents list's entry of that number."""
    return next((entry for entry in draft.contents if entry.number == number), None)
