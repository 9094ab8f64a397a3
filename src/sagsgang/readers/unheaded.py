"""Decisions under no heading: in free minutes the verdict is all that stands under a title, or the last of it."""

from sagsgang.danish.outcomes import formula
from sagsgang.readers.draft import Draft, ItemDraft, Slot
from sagsgang.readers.roles import Role

_LONGEST = 60


def is_verdict(text: str) -> bool:
    """Whether a line is a decision in so many words, and nothing else: "Godkendt.", "Taget til efterretning."."""
    return len(text) <= _LONGEST and text.endswith(".") and formula(text) is not None


def head_verdicts(draft: Draft) -> None:
    """Let such a line be the decision of an item that has no other, as if a heading stood over it."""
    for item in draft.items:
        if not item.has(Role.DECISION) and not item.has(Role.BOTH):
            _head_verdict(item)


def _head_verdict(item: ItemDraft) -> None:
    slot = next((slot for slot in reversed(item.slots) if slot.filled), None)
    if slot is None or slot.role is not Role.PREAMBLE or slot.guarded:
        return
    while not slot.lines[-1]:
        slot.lines.pop()
    if is_verdict(slot.lines[-1]):
        line = slot.line + len(slot.lines) - 1
        item.slots.append(Slot(Role.DECISION, line=line, lines=[slot.lines.pop()]))
