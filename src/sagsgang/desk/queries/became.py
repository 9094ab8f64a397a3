"""What became of an item, and why it came back or took another way, as far as the viewer may know it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sagsgang.core.models import Decision, Item, Reason
from sagsgang.core.states import ItemState
from sagsgang.core.viewer import Viewer

_RETURN = "return"


@dataclass(frozen=True, slots=True)
class Returned:
    """Why a draft was sent back to its author, and by whom."""

    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Became:
    """What happened to the item: "" for what has not.

    `kept_reason`: why a closed case stopped, skipped a body or was taken up again. `returned`: None for what was not
    sent back, or has gone on since.
    """

    decision: str
    withdrawn_reason: str
    kept_reason: str
    returned: Returned | None


def became(viewer: Viewer, item: Item) -> Became:
    """One query, and one for the decision where there is one."""
    reasons = Reason.objects.visible_to(viewer).filter(item=item).select_related("by").order_by("-id")
    known = list(reasons.only("verb", "text", "by__name"))
    return Became(
        decision=_decision(viewer, item) if item.state == ItemState.DECIDED else "",
        withdrawn_reason=item.withdrawn_reason,
        kept_reason=next((one.text for one in known if one.verb != _RETURN), ""),
        returned=_returned(known) if item.state == ItemState.DRAFT else None,
    )


def _decision(viewer: Viewer, item: Item) -> str:
    return Decision.objects.visible_to(viewer).filter(item=item).values_list("text", flat=True).first() or ""


def _returned(known: Sequence[Reason]) -> Returned | None:
    return next((Returned(one.text, one.by.name) for one in known if one.verb == _RETURN and one.text), None)
