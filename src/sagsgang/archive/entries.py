"""A sealed paper as rows for lists, threads and search. Pure: `layout` writes them, `verify` compares them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sagsgang.danish.numbers import key as case_key
from sagsgang.danish.outcomes import Commitment, OutcomeKind
from sagsgang.paper.model import Decision, Item, Paper
from sagsgang.paper.store import to_json
from sagsgang.paper.withdrawn import withdrawal

Values = dict[str, Any]
_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one Entry, of its promises and of its attachments' files, without what they are keys to."""

    entry: Values
    promises: tuple[Values, ...]
    files: tuple[Values, ...]


def rows(paper: Paper) -> tuple[Row, ...]:
    """One row an item, in the order of the paper."""
    items = zip(paper.items, to_json(paper)["items"], strict=True)
    return tuple(_row(paper, position, item, data) for position, (item, data) in enumerate(items, start=1))


def own_decisions(paper: Paper, item: Item) -> tuple[Decision, ...]:
    """What this meeting decided, without the earlier decisions that the paper repeats."""
    today = tuple(decision for decision in item.decisions if decision.date == paper.date)
    return tuple(decision for decision in today if decision.body == paper.body) or today


def _row(paper: Paper, position: int, item: Item, data: Values) -> Row:
    own = own_decisions(paper, item)
    key = case_key(item.case_number or "")[:_LONGEST_KEY]
    entry = {
        "date": paper.date,
        "position": position,
        "number": item.number,
        "title": item.title,
        "access": item.access.value,
        "item_type": item.item_type.value if item.item_type else "",
        "case_number": item.case_number or "",
        "case_key": key,
        "kle_number": item.kle_number or "",
        "outcome": _outcome(own, item),
        "decision": "\n\n".join(decision.text for decision in own),
        "data": json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    }
    promised = tuple(
        _promise(key, decision.date, commitment) for decision in own for commitment in decision.commitments
    )
    return Row(entry, promised, tuple(_files(item)))


def _outcome(own: Sequence[Decision], item: Item) -> str:
    if own:
        return own[-1].outcome.primary.value
    return OutcomeKind.WITHDRAWN.value if withdrawal(item) else ""


def _files(item: Item) -> Iterator[Values]:
    for position, attachment in enumerate(item.attachments, start=1):
        if file := attachment.file:
            yield {
                "position": position,
                "title": attachment.title,
                "sha256": file.sha256,
                "name": file.name,
                "media_type": file.media_type,
                "size": file.size,
                "pages": file.pages,
            }


def _promise(key: str, said_on: date, commitment: Commitment) -> Values:
    return {
        "case_key": key,
        "said_on": said_on,
        "text": commitment.text,
        "who": commitment.who or "",
        "due_kind": commitment.due.kind.value,
        "due_from": commitment.due.start,
        "due_to": commitment.due.end,
    }
