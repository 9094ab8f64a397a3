"""A heading without body and date is believed beside decisions of earlier meetings, not beside this one's."""

import pytest

from sagsgang.readers.doubts import is_serious
from tests.readers.facts import only
from tests.readers.test_variants import SOUND

OWN = "Direktionens møde den 2. maj 2016:\n\nGodkendt."
EARLIER = "Direktionens møde den 4. april 2016:\n\nDrøftedes."


@pytest.mark.parametrize("heading", ["Beslutning", "Beslutning:", "Afgørelse", "Direktionens beslutning:"])
def test_a_bare_heading_is_this_meetings_beside_an_earlier_decision(heading: str) -> None:
    reading = only(SOUND.replace(OWN, f"{EARLIER}\n\n{heading}\n\nGodkendt."))
    decisions = reading.paper.items[0].decisions
    assert [(str(one.date), one.text) for one in decisions] == [
        ("2016-04-04", "Drøftedes."),
        ("2016-05-02", "Godkendt."),
    ]
    assert not any(map(is_serious, reading.doubts))


def test_a_heading_with_a_body_and_another_date_stands_beside_an_earlier_decision() -> None:
    reading = only(SOUND.replace(OWN, f"{EARLIER}\n\nDirektionen den 2. maj 2016:\n\nGodkendt."))
    assert [str(one.date) for one in reading.paper.items[0].decisions] == ["2016-04-04", "2016-05-02"]


def test_a_bare_heading_inside_this_meetings_decision_is_text() -> None:
    reading = only(SOUND.replace(OWN, f"{OWN}\n\nBeslutning\n\nGodkendt."))
    assert [one.text for one in reading.paper.items[0].decisions] == ["Godkendt.\n\nBeslutning\n\nGodkendt."]
