"""Decisions put together from their words."""

import json
from datetime import date
from pathlib import Path

from sagsgang.danish.deadlines import DueKind
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.decide import decide
from sagsgang.paper.model import Access


def test_a_decision_keeps_its_words_and_gains_outcome_and_promises() -> None:
    text = "Drøftet.\n\nSagen medtages på næste møde."
    decision = decide(body="Direktionen", date=date(2017, 3, 6), text=text, access=Access.OPEN)
    assert (decision.text, decision.access) == (text, Access.OPEN)
    assert (decision.outcome.primary, decision.outcome.secondary) == (OutcomeKind.DISCUSSED, (OutcomeKind.POSTPONED,))
    assert [promise.due.kind for promise in decision.commitments] == [DueKind.NEXT_MEETING]


def test_a_set_phrase_promises_nothing() -> None:
    decision = decide(body="Direktionen", date=date(2017, 3, 6), text="Anbefales.", access=Access.CLOSED)
    assert (decision.outcome.primary, decision.commitments) == (OutcomeKind.RECOMMENDED, ())


def test_the_items_own_number_tells_whether_it_was_withdrawn() -> None:
    decision = decide(body="Byrådet", date=date(2017, 3, 6), text="Punkt 4 udgår.", access=Access.OPEN, number="4")
    assert decision.outcome.primary is OutcomeKind.WITHDRAWN


def test_the_day_of_the_meeting_is_no_deadline() -> None:
    text = "Sagens behandling blev udsat i byrådets møde den 6. marts 2017."
    (promise,) = decide(body="Byrådet", date=date(2017, 3, 6), text=text, access=Access.OPEN).commitments
    assert promise.due.kind is DueKind.NONE


def test_every_labelled_decision_is_classified_as_labelled(shared: Path) -> None:
    wrong = []
    for path in sorted((shared / "labels").glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            for label in item["decisions"]:
                day = date.fromisoformat(label["date"])
                read = decide(body=label["body"], date=day, text=label["text"], access=Access.OPEN).outcome.primary
                if read not in label["outcome"]:
                    wrong.append((label["outcome"], read, label["text"]))
    assert wrong == []
