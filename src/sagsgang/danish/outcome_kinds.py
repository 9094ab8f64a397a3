"""The classes of a decision, and which is the stronger."""

from enum import StrEnum


class OutcomeKind(StrEnum):
    """The classes of a decision."""

    APPROVED = "approved"
    APPROVED_AMENDED = "approved_amended"
    APPROVED_PARTLY = "approved_partly"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    SENT_BACK = "sent_back"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"
    STOPS_HERE = "stops_here"
    ELECTED = "elected"
    NONE = "none"


_K = OutcomeKind
APPROVALS = frozenset({_K.APPROVED, _K.APPROVED_AMENDED, _K.APPROVED_PARTLY})
# Of two classes in one sentence the one that comes first here is the sentence's own.
PRECEDENCE = (
    _K.REJECTED,
    _K.WITHDRAWN,
    _K.POSTPONED,
    _K.SENT_BACK,
    _K.RECOMMENDED,
    _K.REFERRED,
    _K.APPROVED_PARTLY,
    _K.APPROVED_AMENDED,
    _K.APPROVED,
    _K.STOPS_HERE,
    _K.NOTED,
    _K.DISCUSSED,
    _K.ELECTED,
    _K.NONE,
)
RANK = {kind: rank for rank, kind in enumerate(PRECEDENCE)}
