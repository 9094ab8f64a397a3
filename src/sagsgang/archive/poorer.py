"""Whether a later paper has lost so much of an earlier one that its source, and not the meeting, must be poorer."""

from sagsgang.archive.texts import item_texts
from sagsgang.paper.model import Access, Item, Paper


def is_poorer(later: Paper, earlier: Paper, doubted: frozenset[str]) -> bool:
    """Whether all case numbers, more than half of the items, or more than half of the text are gone.

    `doubted` are the numbers of the items of `later` that its reader was unsure of. An item closed without a doubt
    was closed on purpose, and what it loses is no loss.
    """
    on_purpose = {
        item.number for item in later.items if item.access is not Access.OPEN and item.number not in doubted
    }
    before = [item for item in earlier.items if item.number not in on_purpose]
    now = [item for item in later.items if item.number not in on_purpose]
    if any(item.case_number for item in before) and not any(item.case_number for item in now):
        return True
    return 2 * len(now) < len(before) or 2 * _letters(now) < _letters(before)


def _letters(items: list[Item]) -> int:
    return sum(len("".join(text.split())) for item in items for _, text in item_texts(item))
