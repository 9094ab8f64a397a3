"""A decision from its words: the outcome and the promises are read out of the text."""

from dataclasses import replace
from datetime import date

from sagsgang.danish.commitments import promised_in
from sagsgang.danish.deadlines import NO_DUE
from sagsgang.danish.outcomes import Commitment, formula, outcome_of
from sagsgang.danish.votes import own_sentences
from sagsgang.paper.model import Access, Decision


def decide(
    *, body: str, date: date, text: str, access: Access, last_body: bool | None = None, number: str | None = None
) -> Decision:
    """The decision that `body` took on `date`. `text` is kept verbatim.

    `last_body` says whether the case's route ends with this body, None when the route is not known; `number` is the
    item's, so that "Punkt 15 udgår" is known to be about it.
    """
    if outcome := formula(text, last_body=last_body):
        return Decision(body=body, date=date, text=text, access=access, outcome=outcome)
    said = own_sentences(text, number)
    return Decision(
        body=body,
        date=date,
        text=text,
        access=access,
        outcome=outcome_of(said, last_body=last_body),
        commitments=tuple(_to_come(promise, date) for promise in promised_in(said, date, body)),
    )


def _to_come(promise: Commitment, said_on: date) -> Commitment:
    """The promise, without the day of the meeting itself, which a decision may name but which is no deadline."""
    return replace(promise, due=NO_DUE) if promise.due.start == promise.due.end == said_on else promise
