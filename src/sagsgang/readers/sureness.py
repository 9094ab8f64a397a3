"""How surely the fallback found its way in a layout never seen. Where it may not have, the paper is kept aside."""

from collections.abc import Iterator
from itertools import pairwise

from sagsgang.paper.model import Paper, PaperKind
from sagsgang.readers.base import Doubt
from sagsgang.readers.doubts import doubt
from sagsgang.readers.draft import Draft
from sagsgang.readers.header import Meeting

# Sure enough to be believed: every part of what minutes must have was found.
_COMPLETE = 0.9


def sureness(draft: Draft, meeting: Meeting, paper: Paper) -> Iterator[Doubt]:
    """That the layout is not known, and how sure the reading is; a serious doubt where that is not wholly."""
    sure = _found(paper, meeting)
    yield doubt("layout", sure=round(100 * sure))
    if sure < _COMPLETE or _is_ambiguous(draft, meeting):
        yield doubt("unsure_layout")


def _found(paper: Paper, meeting: Meeting) -> float:
    """How much of what a paper must have was found: body, date, items with titles, decisions in minutes, sections."""
    items = [item for item in paper.items if item.number]
    found = (
        paper.body is not None,
        paper.date is not None,
        bool(items) and all(item.title for item in items),
        meeting.kind is PaperKind.AGENDA or any(item.decisions for item in items),
        any(item.sections for item in items),
    )
    return round(0.1 + 0.16 * sum(found), 2)


def _is_ambiguous(draft: Draft, meeting: Meeting) -> bool:
    """Whether an item may begin where none was found: gaps, text of no item, items of several forms, or of none."""
    numbers = [item.number for item in draft.items]
    if not all(number.isdigit() for number in numbers):
        return True
    in_turn = all(int(after) == int(before) + 1 for before, after in pairwise(numbers))
    return not in_turn or draft.guessed or len(draft.forms) > 1 or bool(meeting.unplaced)
