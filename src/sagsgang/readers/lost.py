"""An item whose heading was lost: known from the contents list, its parts found under the item before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sagsgang.danish.commitments import commitments
from sagsgang.danish.outcomes import classify
from sagsgang.danish.votes import is_aside
from sagsgang.readers.attachments import Listed, added, is_row, parse_attachments
from sagsgang.readers.draft import Draft, Entry, ItemDraft, Slot, squeezed
from sagsgang.readers.roles import SECTIONS, Role

UNKNOWN_TITLE = "Overskriften mangler"
_WIDEST_GAP = 4
_SURE = 0.5
_ANY_DAY = date(2000, 1, 1)
# What stands before such a heading, as most layouts have their sections in order.
_BEFORE = {
    Role.RECOMMENDATION: Role.SUMMARY,
    Role.ROUTE: Role.RECOMMENDATION,
    Role.PRESENTATION: Role.PRESENTATION,
    Role.FINANCES: Role.PRESENTATION,
}


@dataclass(slots=True)
class Losses:
    """The numbers of the items recovered, and of neighbours that must be closed wholly."""

    recovered: list[str]
    closed_neighbours: list[str]


def recover(draft: Draft, meeting: date | None) -> Losses:
    """Put the items that only the contents list knows in their places; what is theirs moves to them."""
    losses = Losses([], [])
    _renumber(draft)
    found = {item.number for item in draft.items}
    expected = draft.contents if found & {entry.number for entry in draft.contents} else _counted(draft)
    before: ItemDraft | None = None
    for entry in expected:
        if entry.number in found:
            before = next(item for item in draft.items if item.number == entry.number)
            continue
        lost = ItemDraft(
            entry.number, entry.title, before.line if before else 0, is_open=False if entry.is_closed else None
        )
        if before is not None:
            _share(before, lost, meeting, losses)
        if entry.title == UNKNOWN_TITLE and not lost.slots:
            continue  # left out by its authority, as closed items often are
        _place(draft, lost, before)
        losses.recovered.append(lost.number)
        if not entry.is_closed:
            before = lost
    return losses


def _renumber(draft: Draft) -> None:
    """A list without numbers counts from 1; where its items go on from another paper's, so does it."""
    numbers = {squeezed(item.title): item.number for item in draft.items if item.number.isdigit()}
    steps = [
        int(numbers[title]) - int(entry.number)
        for entry in draft.contents
        if entry.counted and (title := squeezed(entry.title)) in numbers
    ]
    if not steps or steps[0] <= 0 or set(steps) != {steps[0]} or not all(entry.counted for entry in draft.contents):
        return
    for entry in draft.contents:
        entry.number = str(int(entry.number) + steps[0])


def _counted(draft: Draft) -> list[Entry]:
    """Without a contents list the numbers tell: where one is passed over, an item of unknown title was."""
    numbers = [int(item.number) for item in draft.items if item.number.isdigit()]
    titles = {item.number: item.title for item in draft.items}
    steps = pairwise(numbers)
    if not numbers or any(not 0 < after - number <= _WIDEST_GAP for number, after in steps):
        return []
    counted = range(numbers[0], numbers[-1] + 1)
    return [Entry(str(number), titles.get(str(number), UNKNOWN_TITLE), None, is_closed=False) for number in counted]


def close_second_decisions(draft: Draft, meeting: date | None = None, body: str | None = None) -> list[str]:
    """Close what follows the first of two decisions that one item has of one meeting; the items' numbers.

    The second is another item's whose heading was lost, and so is all that follows the first. Given the meeting's
    `body` and date, a decision that names neither is the meeting's own.
    """
    numbers: list[str] = []
    for item in draft.items:
        taken: dict[tuple[str | None, date], int] = {}
        for at, slot in enumerate(item.slots):
            when = slot.date or meeting
            if slot.role is not Role.DECISION or when is None or not slot.filled:
                continue
            first = taken.setdefault((slot.body or body, when), at)
            if first != at and slot.lines != item.slots[first].lines:
                for later in item.slots[first + 1 :]:
                    later.closed = True
                numbers.append(item.number)
                break
    return numbers


def _place(draft: Draft, lost: ItemDraft, before: ItemDraft | None) -> None:
    strays = [item for item in draft.items if not item.number]
    if before is None and strays:
        lost.slots = strays[0].slots
        draft.items.remove(strays[0])
    draft.items.insert(draft.items.index(before) + 1 if before else 0, lost)


def _share(before: ItemDraft, lost: ItemDraft, meeting: date | None, losses: Losses) -> None:
    cut = _end_of(before.slots, meeting)
    kept, moved = before.slots[:cut], before.slots[cut:] if cut else []
    if cut:
        moved = [*_past_decision(kept[-1], moved), *moved]
    if moved and moved[0].role is Role.ATTACHMENTS:
        moved[0] = _beyond(kept, moved[0])
    if _goes_backwards(kept) or not any(slot.filled for slot in moved):
        # The decision may be the lost item's, and so may any text before it. A closed item had no text to lose.
        if lost.is_open is None and lost.title != UNKNOWN_TITLE:
            losses.closed_neighbours.append(before.number)
        return
    before.slots, lost.slots = kept, moved


def _past_decision(decision: Slot, moved: Sequence[Slot]) -> list[Slot]:
    """What the lost item left at the decision's end: rows of attachments, or a text before its first heading."""
    lines = decision.lines
    end = len(lines)
    while end and (not lines[end - 1] or is_row(lines[end - 1])):
        end -= 1
    role = Role.ATTACHMENTS
    if not any(lines[end:]):
        role = _BEFORE.get(moved[0].role, Role.OTHER) if moved else Role.OTHER
        end = len(lines) if role is Role.OTHER else _decided_until(lines)
    if not any(lines[end:]):
        return []
    decision.lines, left = lines[:end], lines[end:]
    return [Slot(role, line=decision.line + max(1, end), lines=left)]


def _decided_until(lines: Sequence[str]) -> int:
    """Where the first paragraph begins that decides, promises and votes nothing, behind one that does."""
    begins = [at for at, line in enumerate(lines) if line and at and not lines[at - 1]]
    if not begins or not _decides("\n".join(lines[: begins[0]])):
        return len(lines)
    ends = [*begins[1:], len(lines)]
    texts = ("\n".join(lines[begin:end]) for begin, end in zip(begins, ends, strict=True))
    return next((begin for begin, text in zip(begins, texts, strict=True) if not _decides(text)), len(lines))


def _decides(text: str) -> bool:
    return classify(text).confidence >= _SURE or is_aside(text.lower()) or bool(commitments(text, _ANY_DAY, ""))


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
    titles = {squeezed(one.title) for one in known}
    beyond = [line for line in closing.lines if not line or squeezed(line) not in titles]
    left = parse_attachments(Slot(Role.ATTACHMENTS, lines=beyond))
    return Slot(Role.ATTACHMENTS, closing.heading, closing.line, [_row(one) for one in added(known, left)])


def _row(listed: Listed) -> str:
    return f"{listed.title}\t{listed.number}" if listed.number else listed.title
