"""A decision from its words: the outcome and the promises are read out of the text."""

from datetime import date as Date

from sagsgang.danish.commitments import commitments
from sagsgang.danish.outcomes import classify
from sagsgang.paper.model import Access, Decision


def decide(*, body: str, date: Date, text: str, access: Access, last_body: bool | None = None) -> Decision:
    """The decision that `body` took on `date`. `text` is kept verbatim.

    `last_body` says whether the case's route ends with this body; None when the route is not known.
    """
    return Decision(
        body=body,
        date=date,
        text=text,
        access=access,
        outcome=classify(text, last_body=last_body),
        commitments=commitments(text, date, body),
    )
