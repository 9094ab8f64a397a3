"""What a paper says about itself that does not add up: stated values against computed ones.

The checks of a text lie in `danish`; here are those that need the paper: which item, and its dates in order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sagsgang.danish.dates import find_dates, long_date
from sagsgang.danish.deviations import rest_mismatches
from sagsgang.danish.findings import text_findings
from sagsgang.danish.mismatch import MESSAGES, Mismatch
from sagsgang.paper.model import Decision, Item, Paper, SectionKind


@dataclass(frozen=True, slots=True)
class Finding:
    """A stated value beside the computed one. It quotes both sides and never changes the text.

    `code` is one of `sagsgang.danish.mismatch.MESSAGES`, `message` its Danish sentence, `item` the item's number.
    """

    code: str
    message: str
    stated: str
    computed: str
    quotes: tuple[str, ...]
    item: str | None = None


def findings(paper: Paper) -> tuple[Finding, ...]:
    """Everything in a paper that does not add up, in the order of its items; empty where all holds."""
    return tuple(
        _finding(mismatch, item) for item in paper.items for mismatch in dict.fromkeys(_of_item(item, paper))
    )


def _finding(mismatch: Mismatch, item: Item) -> Finding:
    return Finding(
        mismatch.code, MESSAGES[mismatch.code], mismatch.stated, mismatch.computed, mismatch.quotes, item.number
    )


def _of_item(item: Item, paper: Paper) -> Iterator[Mismatch]:
    for section in item.sections:
        yield from text_findings(section.text, paper.date, item.title)
    yield from rest_mismatches("\n".join(section.text for section in item.sections))
    for decision in item.decisions:
        yield from text_findings(decision.text, decision.date)
    yield from _decisions_out_of_order(item.decisions)
    if paper.date is not None:
        yield from _remarks_out_of_order(item, paper.date)
        yield from _own_decisions_misdated(item.decisions, paper.body, paper.date)


def _decisions_out_of_order(decisions: tuple[Decision, ...]) -> Iterator[Mismatch]:
    """Decisions stand oldest first, in some layouts latest first; a date that breaks both is mistaken.

    Where the meeting's own stands on top, those before it follow in an order of their own.
    """
    if decisions and decisions[0].date == max(decision.date for decision in decisions):
        decisions = decisions[1:]
    steps = [(later.date - earlier.date).days for earlier, later in pairwise(decisions)]
    if not steps or min(steps) >= 0 or max(steps) <= 0:
        return
    for earlier, later in pairwise(decisions):
        if (later.date < earlier.date) == (sum(steps) >= 0):
            yield Mismatch(
                "dates_out_of_order",
                long_date(later.date),
                _bounds(earlier.date, None),
                (_told(earlier), _told(later)),
            )
            return


def _remarks_out_of_order(item: Item, meeting: date) -> Iterator[Mismatch]:
    """An administrative remark is written between the earlier treatment and this meeting."""
    before = [decision for decision in item.decisions if decision.date < meeting]
    first = min(before, key=lambda decision: decision.date, default=None)
    for section in item.sections:
        if section.kind is not SectionKind.REMARK:
            continue
        for hit in find_dates(section.heading):
            if hit.date > meeting or (first and hit.date < first.date):
                quotes = (section.heading, _told(first)) if first else (section.heading,)
                yield Mismatch(
                    "dates_out_of_order", long_date(hit.date), _bounds(first.date if first else None, meeting), quotes
                )


def _own_decisions_misdated(decisions: tuple[Decision, ...], body: str | None, meeting: date) -> Iterator[Mismatch]:
    """The body's own decisions dated after its meeting, or on the day of the meeting in an earlier year."""
    own = [decision for decision in decisions if decision.body == body]
    treated = any(decision.date == meeting for decision in own)
    for decision in own:
        anniversary = (decision.date.month, decision.date.day) == (meeting.month, meeting.day)
        if anniversary and not treated:
            yield Mismatch("dates_out_of_order", long_date(decision.date), long_date(meeting), (_told(decision),))
        elif decision.date > meeting:
            yield Mismatch("dates_out_of_order", long_date(decision.date), _bounds(None, meeting), (_told(decision),))


def _bounds(earliest: date | None, latest: date | None) -> str:
    if earliest and latest:
        return f"mellem {long_date(earliest)} og {long_date(latest)}"
    return f"tidligst {long_date(earliest)}" if earliest else f"senest {long_date(latest)}" if latest else ""


def _told(decision: Decision) -> str:
    return f"{decision.body} {long_date(decision.date)}"
